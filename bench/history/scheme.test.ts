import { leavesOf } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { validateDefinitions } from "@dutyloop/domain/assessment/validation/validation.ts";
import { parse, sum } from "@dutyloop/domain/kernel/rational.ts";
import { expect, test } from "vitest";
import { changedIndicators, changedScheme } from "./changed-scheme.ts";
import { indicators } from "./indicators.ts";
import { scheme } from "./scheme.ts";

test("a generated sheet has 25 lines and 100 marks", () => {
  const leaves = leavesOf(scheme);
  expect(leaves).toHaveLength(24);
  expect(sum(leaves.map(({ fullMarks }) => parse(fullMarks)))).toEqual({ n: 100n, d: 1n });
});

test("the schemes of the bench could be published", () => {
  const own = indicators.map((body) => ({ file: body.code, kind: "indicator" as const, body }));
  const next = changedIndicators.map((body) => ({ file: body.code, kind: "indicator" as const, body }));
  const nothing = { indicators: [], schemes: [] };
  expect(validateDefinitions([{ file: "scheme", kind: "scheme", body: scheme }, ...own], nothing)).toEqual([]);
  expect(changedIndicators).toHaveLength(2);
  const changed = { file: "scheme", kind: "scheme" as const, body: { ...changedScheme, version: 3 } };
  expect(validateDefinitions([changed, ...next], { indicators: [...indicators], schemes: [scheme] })).toEqual([]);
});
