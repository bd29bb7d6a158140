import { expect, test } from "vitest";
import { placementRefusal } from "./organization-rules.ts";
import { kindsUnder } from "./placement-things.ts";
import { organizationKinds } from "./things.ts";

test("under a branch only a 党小组 can be set up, under a 党小组 nothing", () => {
  expect(kindsUnder("BRANCH")).toEqual(["GROUP"]);
  expect(kindsUnder("GENERAL_BRANCH")).toContain("TEMP_BRANCH");
  expect(kindsUnder("GENERAL_BRANCH")).not.toContain("COMMITTEE");
  expect(kindsUnder("GROUP")).toEqual([]);
});

test("what is offered under an organisation is what isn't refused under it", () => {
  const span = { validFrom: "2026-01-01", validTo: null };
  for (const parent of organizationKinds) {
    const allowed = organizationKinds.filter(
      (kind) => placementRefusal({ kind, ...span }, { kind: parent, ...span }) === null,
    );
    expect(kindsUnder(parent)).toEqual(allowed);
  }
});
