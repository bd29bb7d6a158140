import { describe, expect, test } from "vitest";
import type { Act, PeriodStretch } from "./acts.ts";
import { planReorganization } from "./plan.ts";
import { create, groupOf, inputOf, member, placeAll } from "./testing.ts";

const base = groupOf([
  { id: "top", kind: "COMMITTEE", parent: null },
  { id: "east", kind: "COMMITTEE", parent: "top" },
  { id: "deep", kind: "COMMITTEE", parent: "east" },
  { id: "a", kind: "BRANCH", parent: "east", members: 4 },
  { id: "b", kind: "BRANCH", parent: "east", members: 4 },
  { id: "b-group", kind: "GROUP", parent: "b" },
  { id: "gone", kind: "BRANCH", parent: "east" },
  { id: "fresh", kind: "BRANCH", parent: "east" },
]);
const state = {
  ...base,
  organizations: base.organizations.map((row) =>
    row.id === "gone"
      ? { ...row, validTo: "2025-12-31" }
      : row.id === "fresh"
        ? { ...row, validFrom: "2026-03-16" }
        : row,
  ),
};
const people = (branch: string) => [1, 2, 3, 4].map((at) => `${branch}-${at}`);
const revokeA: Act = { act: "revoke", organizationId: "a" };
const of = (acts: readonly Act[], changes: Parameters<typeof inputOf>[2] = {}) =>
  planReorganization(inputOf(state, acts, changes)).refusals.map(({ code, values }) =>
    `${code} ${values.act ?? ""} ${values.organization ?? ""}`.trim(),
  );

test("the group itself can be reorganised", () => {
  expect(of([revokeA, ...placeAll(people("a"), "b")])).toEqual([]);
});

test.each<[string, readonly Act[], string[]]>([
  ["unknown", [{ act: "revoke", organizationId: "x" }], ["reorganization.organization_unknown 1 x"]],
  ["ended", [{ act: "rename", organizationId: "gone", name: "n" }], ["reorganization.organization_ended 1 gone"]],
  ["too young", [{ act: "revoke", organizationId: "fresh" }], ["reorganization.not_after_start 1 fresh"]],
  ["below itself", [{ act: "move", organizationId: "east", parentId: "deep" }], ["reorganization.below_itself 1 east"]],
  [
    "its own parent",
    [{ act: "move", organizationId: "east", parentId: "east" }],
    ["reorganization.below_itself 1 east"],
  ],
  [
    "two parents",
    [
      { act: "move", organizationId: "a", parentId: "top" },
      { act: "move", organizationId: "a", parentId: "deep" },
    ],
    ["reorganization.two_parents 2 a"],
  ],
  ["ended twice", [revokeA, revokeA], ["reorganization.ended_twice 2 a"]],
  [
    "renamed twice",
    [
      { act: "rename", organizationId: "a", name: "m" },
      { act: "rename", organizationId: "a", name: "n" },
    ],
    ["reorganization.renamed_twice 2 a"],
  ],
  [
    "ended and moved",
    [revokeA, { act: "move", organizationId: "a", parentId: "top" }],
    ["reorganization.ended_and_changed 2 a"],
  ],
  [
    "ended and renamed",
    [revokeA, { act: "rename", organizationId: "a", name: "n" }],
    ["reorganization.ended_and_changed 2 a"],
  ],
  [
    "merged into one that ends as well",
    [
      { act: "revoke", organizationId: "b" },
      { act: "merge", organizationIds: ["a"], intoId: "b" },
    ],
    ["reorganization.merged_into_ended 2 b"],
  ],
  [
    "merged into one that has ended",
    [{ act: "merge", organizationIds: ["a"], intoId: "gone" }],
    ["reorganization.merged_into_ended 1 gone"],
  ],
  [
    "merged into nothing",
    [{ act: "merge", organizationIds: ["a"], intoId: "x" }],
    ["reorganization.organization_unknown 1 x"],
  ],
  [
    "split into nothing",
    [{ act: "split", organizationId: "a", intoIds: ["x"], stays: true }],
    ["reorganization.organization_unknown 1 x"],
  ],
  ["code taken", [create("c", "east", { code: "gone" })], ["reorganization.code_taken 1 c"]],
  [
    "code twice",
    [create("c", "east", { code: "n" }), create("d", "east", { code: "n" })],
    ["reorganization.code_taken 2 d"],
  ],
  ["id taken", [create("a", "east", { code: "n" })], ["reorganization.id_taken 1 a"]],
  ["label taken", [create("c", "east", { label: 1 })], ["reorganization.id_taken 1 c"]],
  ["kind not allowed there", [create("c", "a")], ["organization.kind_not_under_parent 1 c"]],
  [
    "moved where its kind can't stand",
    [{ act: "move", organizationId: "east", parentId: "a" }],
    ["reorganization.below_itself 1 east"],
  ],
  [
    "a branch moved below a branch",
    [{ act: "move", organizationId: "a", parentId: "b" }],
    ["organization.kind_not_under_parent 1 a"],
  ],
  ["a branch at the top", [create("c", null)], ["organization.parent_missing 1 c"]],
  ["no such parent", [create("c", "x")], ["reorganization.parent_unknown 1 c"]],
  ["parent ended", [create("c", "gone", { kind: "GROUP" })], ["organization.parent_ended 1 c"]],
  [
    "parent ends in the same plan",
    [{ act: "revoke", organizationId: "deep" }, create("c", "deep")],
    ["organization.parent_ended 2 c", "reorganization.child_left 1 deep"],
  ],
  [
    "children left behind",
    [{ act: "revoke", organizationId: "east" }],
    ["deep", "a", "b", "fresh"].map(() => "reorganization.child_left 1 east"),
  ],
  ["members left behind", [revokeA], ["reorganization.member_without_branch 1 a"]],
  [
    "a member left behind",
    [revokeA, ...placeAll(["a-1", "a-2", "a-3"], "b")],
    ["reorganization.member_without_branch 1 a"],
  ],
  [
    "in two branches",
    [...placeAll(["a-1"], "b"), ...placeAll(["a-1"], "fresh")],
    ["reorganization.person_in_two_branches 2 fresh"],
  ],
  ["somebody unknown", placeAll(["x"], "b"), ["reorganization.person_unknown 1 b"]],
  ["in nothing", placeAll(["a-1"], "x"), ["reorganization.organization_unknown 1 x"]],
  ["in what has ended", placeAll(["a-1"], "gone"), ["reorganization.placed_in_ended 1 gone"]],
  ["in what is no branch", placeAll(["a-1"], "east"), ["person.not_a_branch 1 east"]],
  [
    "in a 党小组 of another branch",
    [{ act: "place", personId: "a-1", organizationId: "a", groupId: "b-group" }],
    ["person.group_of_another_branch 1 a"],
  ],
  [
    "in a 党小组 that ends",
    [
      { act: "revoke", organizationId: "b-group" },
      { act: "place", personId: "a-1", organizationId: "b", groupId: "b-group" },
    ],
    ["person.group_of_another_branch 2 b"],
  ],
  [
    "in a 党小组 that is none",
    [{ act: "place", personId: "a-1", organizationId: "b", groupId: "x" }],
    ["person.group_of_another_branch 1 b"],
  ],
  [
    "appointed where he isn't a member",
    [{ act: "appoint", personId: "a-1", organizationId: "b", post: "SECRETARY" }],
    ["appointment.not_a_member 1 b"],
  ],
  [
    "leads a 党小组 without being in it",
    [{ act: "appoint", personId: "b-1", organizationId: "b-group", post: "GROUP_LEADER" }],
    ["appointment.not_a_member 1 b-group"],
  ],
  [
    "a post its kind doesn't have",
    [{ act: "appoint", personId: "a-1", organizationId: "a", post: "GROUP_LEADER" }],
    ["appointment.post_not_in_kind 1 a"],
  ],
  [
    "appointed twice",
    [1, 2].map(() => ({ act: "appoint", personId: "a-1", organizationId: "a", post: "SECRETARY" }) as const),
    ["reorganization.appointed_twice 2 a"],
  ],
  [
    "appointed in what ends",
    [
      revokeA,
      ...placeAll(people("a"), "b"),
      { act: "appoint", personId: "a-1", organizationId: "a", post: "SECRETARY" },
    ],
    ["reorganization.organization_unknown 6 a"],
  ],
  [
    "a new branch of two",
    [create("c", "east"), ...placeAll(["a-1", "a-2"], "c")],
    ["organization.too_few_full_members 1 c"],
  ],
  [
    "a committee of few without approval",
    [create("c", "east", { kind: "COMMITTEE" })],
    ["organization.too_few_members 1 c"],
  ],
  [
    "a temporary branch without approval",
    [create("c", "east", { kind: "TEMP_BRANCH" })],
    ["organization.temporary_without_approval 1 c"],
  ],
  [
    "a branch of a short project",
    [create("c", "east", { kind: "PROJECT_BRANCH", projectMonths: 5 }), ...placeAll(["a-1", "a-2", "a-3"], "c")],
    ["organization.project_too_short 1 c"],
  ],
])("refused, naming act and organisation: %s", (_name, acts, expected) => {
  expect(of(acts)).toEqual(expected);
});

test("how many are left behind, and who is one of them, is said", () => {
  const acts = [revokeA, ...placeAll(["a-1", "a-2"], "b")];
  expect(planReorganization(inputOf(state, acts)).refusals[0]?.values).toMatchObject({ members: 2, person: "a-3" });
});

test("approved, a committee of few and a temporary branch may begin; probationary members don't make a branch", () => {
  expect(of([create("c", "east", { kind: "COMMITTEE", approved: true })])).toEqual([]);
  expect(of([create("c", "east", { kind: "TEMP_BRANCH", approved: true })])).toEqual([]);
  const acts = [create("c", "east"), ...placeAll(["a-1", "a-2", "a-3"], "c")];
  expect(of(acts)).toEqual([]);
  const memberships = state.memberships.map((row) =>
    row.personId === "a-3" ? { ...row, state: "PROBATIONARY" as const } : row,
  );
  expect(of(acts, { state: { ...state, memberships } })).toEqual(["organization.too_few_full_members 1 c"]);
});

test("a probationary member is appointed to nothing", () => {
  const memberships = [...state.memberships, { ...member("p", "a"), state: "PROBATIONARY" as const }];
  const acts: Act[] = [{ act: "appoint", personId: "p", organizationId: "a", post: "SECRETARY" }];
  expect(of(acts, { state: { ...state, memberships } })).toEqual(["appointment.full_member_only 1 a"]);
});

test("a 党小组 that begins only on the day keeps its branch from ending before", () => {
  const organizations = state.organizations.map((row) =>
    row.id === "b-group" ? { ...row, validFrom: "2026-03-16" } : row,
  );
  const acts: Act[] = [{ act: "revoke", organizationId: "b" }, ...placeAll(people("b"), "a")];
  expect(of(acts, { state: { ...state, organizations } })).toEqual(["reorganization.not_after_start 1 b-group"]);
});

test("who changes branch later on can't be moved before", () => {
  const later = { ...member("a-1", "b"), validFrom: "2026-04-01" };
  const memberships = [
    ...state.memberships.map((row) => (row.personId === "a-1" ? { ...row, validTo: "2026-03-31" } : row)),
    later,
  ];
  const moved = { state: { ...state, memberships } };
  expect(of([revokeA, ...placeAll(people("a"), "b")], moved)).toEqual(["reorganization.member_changes_later  b"]);
  expect(of([{ act: "rename", organizationId: "a", name: "n" }], moved)).toEqual([]);
  const intoA = {
    state: { ...state, memberships: [...memberships, { ...member("z", "a"), validFrom: "2026-05-01" }] },
  };
  expect(of([revokeA, ...placeAll(["a-2", "a-3", "a-4"], "b")], intoA)).toContain(
    "reorganization.member_changes_later  a",
  );
});

describe("the day", () => {
  const rename: Act[] = [{ act: "rename", organizationId: "a", name: "n" }];
  test.each(["2026-02-30", "", "16.03.2026"])("%j is no day", (effectiveOn) => {
    expect(of(rename, { effectiveOn })).toEqual(["reorganization.date_invalid"]);
  });

  const march = (state: PeriodStretch["state"]): PeriodStretch => ({ from: "2026-03-01", to: "2026-03-31", state });
  test.each<[string, PeriodStretch, boolean]>([
    ["2026-03-16", march("open"), true],
    ["2026-03-16", march("closed"), false],
    ["2026-03-16", march("publicity"), false],
    ["2026-03-31", march("closed"), false],
    ["2026-04-01", march("closed"), true],
    ["2026-02-16", march("closed"), false],
  ])("%s with a period %j: %s", (effectiveOn, period, allowed) => {
    expect(of(rename, { effectiveOn, periods: [march("open"), period] })).toEqual(
      allowed ? [] : ["reorganization.period_not_open"],
    );
  });

  test("is after the first day of what changes", () => {
    expect(of([{ act: "rename", organizationId: "fresh", name: "n" }], { effectiveOn: "2026-03-17" })).toEqual([]);
  });

  test("lies within the life of the parent", () => {
    expect(of([create("c", "fresh", { kind: "GROUP" })])).toEqual([]);
    expect(of([create("c", "fresh", { kind: "GROUP" })], { effectiveOn: "2026-03-15" })).toEqual([
      "organization.older_than_parent 1 c",
    ]);
  });
});
