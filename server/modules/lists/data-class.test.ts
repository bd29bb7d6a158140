import { expect, test } from "vitest";
import { dataClassOf } from "./data-class.ts";

test("a list is of the class of what its endpoint asks for; what is the caller's own needs no purpose", () => {
  const classes = (["listPeople", "listAudit", "listRecords", "listOrganizations", "listMyDuties"] as const).map(
    dataClassOf,
  );
  expect(classes).toEqual(["D3", "D3", "D2", "D1", "D1"]);
});
