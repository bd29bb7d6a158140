import { hasCommittee } from "@dutyloop/domain/organization/organization-rules.ts";
import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { describe, expect, test } from "vitest";
import { chanceFrom } from "../chance.ts";
import { type GroupPlan, planLargeGroup } from "./group-plan.ts";

const span = { groupFrom: "2024-01-01", branchesFrom: "2025-10-01" };
const planned = (subsidiaries?: number) => planLargeGroup(span, chanceFrom("test"), subsidiaries);

/** As `dutyloop status` counts a group; its top is there before the roster. */
function shapeOf({ organizations, units, people }: GroupPlan) {
  const count = (...kinds: string[]) => organizations.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    committees: 1 + count("COMMITTEE", "OFFICE_COMMITTEE"),
    generalBranches: count("GENERAL_BRANCH"),
    branches: organizations.filter(({ kind }) => isBranchKind(kind)).length,
    groups: count("GROUP"),
    leadingGroups: count("LEADING_GROUP"),
    members: people.length,
    units: units.length,
    regions: new Set(units.flatMap(({ region }) => region ?? [])).size,
    restrictedUnits: units.filter(({ restriction }) => restriction === "OVERSEAS").length,
  };
}

test("the whole group has 354 organisations, 7 049 members, 13 regions and 18 units overseas", () => {
  const shape = shapeOf(planned());
  expect(shape).toEqual({
    committees: 28,
    generalBranches: 26,
    branches: 300,
    groups: 630,
    leadingGroups: 28,
    members: 7049,
    units: 358,
    regions: 13,
    restrictedUnits: 18,
  });
  expect(shape.committees + shape.generalBranches + shape.branches).toBe(354);
});

test("a group of one subsidiary and the head office has the same shape, only smaller", () => {
  expect(shapeOf(planned(1))).toEqual({
    committees: 3,
    generalBranches: 1,
    branches: 19,
    groups: 39,
    leadingGroups: 3,
    members: 437,
    units: 24,
    regions: 1,
    restrictedUnits: 1,
  });
});

test("the same chance gives the same group", () => {
  expect(planned(2)).toEqual(planned(2));
});

describe("in the whole group", () => {
  const plan = planned();

  test("no code, number, unit or name of a branch or a person comes twice", () => {
    const texts = [
      plan.organizations.map(({ code }) => code),
      plan.organizations.filter(({ kind }) => kind !== "GROUP" && kind !== "LEADING_GROUP").map(({ name }) => name),
      plan.units.map(({ code }) => code),
      plan.units.map(({ name }) => name),
      plan.people.map(({ number }) => number),
      plan.people.map(({ name }) => name),
      plan.people.map(({ identity }) => identity),
      plan.coverage.map(({ unit }) => unit),
    ];
    for (const list of texts) expect(new Set(list).size).toBe(list.length);
  });

  test("each organisation stands below one that comes before it, and each unit is covered by one", () => {
    const known = new Set(["jichuan"]);
    for (const { code, parent } of plan.organizations) {
      expect(known.has(parent)).toBe(true);
      known.add(code);
    }
    expect(plan.coverage).toHaveLength(plan.units.length);
    expect(plan.coverage.filter(({ organization }) => !known.has(organization))).toEqual([]);
  });

  test("each branch has one secretary and a committee, each 党小组 one leader who is a 正式党员 of it", () => {
    const people = new Map(plan.people.map((person) => [person.number, person]));
    const postsIn = Map.groupBy(plan.posts, ({ organization }) => organization);
    for (const { code, kind } of plan.organizations) {
      const posts = postsIn.get(code) ?? [];
      const leading = posts.filter(({ post }) => post === (kind === "GROUP" ? "GROUP_LEADER" : "SECRETARY"));
      expect(leading).toHaveLength(kind === "LEADING_GROUP" ? 0 : 1);
      for (const { number } of posts) expect(people.get(number)?.state).toBe("FULL");
      if (kind === "GROUP") expect(people.get(leading[0]?.number ?? "")?.group).toBe(code);
    }
    for (const { code } of plan.branches) {
      const full = plan.people.filter(({ branch, state }) => branch === code && state === "FULL").length;
      expect(hasCommittee(full)).toBe(true);
    }
  });

  test("where a restricted unit lies isn't said, nor does its name say it", () => {
    const restricted = plan.units.filter(({ restriction }) => restriction !== null);
    expect(restricted.filter(({ region }) => region !== null)).toEqual([]);
    expect(restricted.filter(({ name }) => name.includes("境外") || name.includes("海外"))).toEqual([]);
  });
});
