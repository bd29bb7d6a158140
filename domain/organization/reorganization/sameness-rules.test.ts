import { describe, expect, test } from "vitest";
import type { MemberState } from "../things.ts";
import type { NewOrganization } from "./acts.ts";
import { samenessOf } from "./sameness-rules.ts";
import { post } from "./testing.ts";

const branch = (changes: Partial<NewOrganization> = {}): NewOrganization => ({
  id: "b",
  label: 1,
  kind: "BRANCH",
  parentId: "c",
  class: "branch",
  code: "b",
  name: "b",
  unitIds: ["u"],
  predecessorIds: [],
  projectMonths: null,
  approved: false,
  adoptsTemplates: true,
  ...changes,
});
const head = (state: MemberState | null) => [{ unitId: "u", personId: "head", state }];
const led = [post("head", "b", "SECRETARY")];
const reasons = (...args: Parameters<typeof samenessOf>) => samenessOf(...args).reasons.map(({ code }) => code);

test("a branch of one unit, led by its head, with templates and an assessed class has all four", () => {
  expect(samenessOf([branch()], led, head("FULL"), ["branch"])).toEqual({
    organization: true,
    leaders: true,
    rules: true,
    assessment: true,
    reasons: [],
  });
});

test.each<[Partial<NewOrganization>, string, string]>([
  [{ unitIds: [] }, "organization", "units_not_one"],
  [{ unitIds: ["u", "v"] }, "organization", "units_not_one"],
  [{ adoptsTemplates: false }, "rules", "templates_not_adopted"],
  [{ class: null }, "assessment", "class_not_assessed"],
  [{ class: "other" }, "assessment", "class_not_assessed"],
])("with %j %s is missing, because %s", (changes, check, code) => {
  const heads = changes.unitIds?.length === 0 ? [] : head("FULL");
  const sameness = samenessOf([branch(changes)], led, heads, ["branch"]);
  expect(sameness.reasons).toEqual([{ organizationId: "b", check, code }]);
  const { organization, leaders, rules, assessment } = sameness;
  expect({ organization, leaders, rules, assessment }).toEqual({
    ...{ organization: true, leaders: true, rules: true, assessment: true },
    [check]: false,
  });
});

describe("干部同配备", () => {
  const deputy = [post("other", "b", "SECRETARY"), post("head", "b", "DEPUTY_SECRETARY")];
  const other = [post("other", "b", "SECRETARY")];
  test.each([
    ["the head is deputy", deputy, head("FULL"), true],
    ["the head, a full member, leads nothing", other, head("FULL"), false],
    ["the head is only publicity member", [...other, post("head", "b", "PUBLICITY_MEMBER")], head("FULL"), false],
    ["the head is probationary and another is named", other, head("PROBATIONARY"), true],
    ["the head is no member and another is named", other, head(null), true],
    ["nobody is the head and another is named", other, [], true],
    ["only a deputy is named", [post("other", "b", "DEPUTY_SECRETARY")], [], false],
    ["nobody is named", [], [], false],
    ["somebody leads another branch", [post("head", "x", "SECRETARY")], head("FULL"), false],
    ["the head of another unit leads", led, [{ unitId: "v", personId: "head", state: "FULL" as const }], true],
  ] as const)("%s: %s", (_name, posts, heads, holds) => {
    expect(reasons([branch()], posts, heads, ["branch"])).toEqual(holds ? [] : ["nobody_named"]);
  });
});

test("only branches are asked", () => {
  expect(reasons([branch({ kind: "GROUP", unitIds: [] }), branch({ kind: "COMMITTEE" })], [], [], [])).toEqual([]);
});
