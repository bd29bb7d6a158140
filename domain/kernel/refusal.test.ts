import { expect, test } from "vitest";
import { isRefusal, refuse } from "./refusal.ts";

test("a refusal carries its code, its figures and the field it belongs to", () => {
  expect(refuse("record.date.in_future", { date: "2026-04-01" }, "occurredOn")).toEqual({
    refused: true,
    code: "record.date.in_future",
    values: { date: "2026-04-01" },
    field: "occurredOn",
  });
  expect(refuse("record.template.missing")).toEqual({ refused: true, code: "record.template.missing", values: {} });
});

test("only a refusal is taken for one", () => {
  expect(isRefusal(refuse("vote.count_not_whole"))).toBe(true);
  for (const other of [null, undefined, "refused", {}, { refused: false }]) expect(isRefusal(other)).toBe(false);
});
