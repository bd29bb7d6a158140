import { describe, expect, test } from "vitest";
import { isRefusal } from "../../kernel/refusal.ts";
import { applyChanges, ordered } from "./changes.ts";
import { planReorganization } from "./plan.ts";
import { asOf, create, grant, groupOf, inputOf, member, placeAll, post } from "./testing.ts";
import { undoReorganization } from "./undo.ts";

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Thirteen joint branches over forty-three departments of three to five members. */
const joint = groupOf([
  { id: "committee", kind: "COMMITTEE", parent: null },
  ...range(13).map((index) => ({
    id: `joint${index}`,
    kind: "JOINT_BRANCH" as const,
    parent: "committee",
    units: range(43).flatMap((unit) => (unit % 13 === index ? [`unit${unit}`] : [])),
    members: range(43).filter((unit) => unit % 13 === index).length * 4,
  })),
]);
const state = {
  ...joint,
  appointments: [
    ...range(13).map((index) => post(`joint${index}-1`, `joint${index}`, "SECRETARY")),
    post("joint0-1", "committee", "COMMITTEE_MEMBER"),
  ],
  grants: [grant("leader", "committee"), ...range(13).map((index) => grant(`account${index}`, `joint${index}`, "own"))],
};
const staffOf = (unit: number) => range(4).map((at) => `joint${unit % 13}-${Math.floor(unit / 13) * 4 + at + 1}`);
const acts = [
  ...range(13).map((index) => ({ act: "revoke", organizationId: `joint${index}` }) as const),
  ...range(43).flatMap((unit) => [
    create(`branch${unit}`, "committee", { unitIds: [`unit${unit}`], predecessorIds: [`joint${unit % 13}`] }),
    ...placeAll(staffOf(unit), `branch${unit}`),
    { act: "appoint", personId: staffOf(unit)[0] ?? "", organizationId: `branch${unit}`, post: "SECRETARY" } as const,
  ]),
];
const heads = range(43).map((unit) => ({
  unitId: `unit${unit}`,
  personId: staffOf(unit)[0] ?? "",
  state: "FULL" as const,
}));
const openDuties = new Map(range(13).map((index) => [`joint${index}`, 2]));
const input = inputOf(state, acts, { heads, openDuties });

describe("thirteen joint branches become forty-three, one per department, on 2026-03-16", () => {
  const { plan, refusals } = planReorganization(input);
  if (plan === null) throw new Error(JSON.stringify(refusals[0]));
  const branchesOn = (day: string) => asOf(plan.after, day).organizations.length - 1;

  test("the day before there are thirteen, on the day forty-three, with the same members", () => {
    expect([branchesOn("2026-03-15"), branchesOn("2026-03-16")]).toEqual([13, 43]);
    const people = (day: string) => asOf(plan.after, day).memberships.map((text) => JSON.parse(text).personId);
    expect(people("2026-03-16")).toEqual(people("2026-03-15"));
    expect(new Set(people("2026-03-16")).size).toBe(172);
  });

  test("the day before nothing is different from what it was", () => {
    expect(asOf(plan.after, "2026-03-15")).toEqual(asOf(state, "2026-03-15"));
  });

  test("everything that follows is listed", () => {
    const { effects } = plan;
    expect(effects.ended).toHaveLength(13);
    expect(effects.begun).toHaveLength(43);
    expect(effects.membersMoved).toHaveLength(172);
    expect(effects.dutiesWaived).toBe(26);
    expect(effects.ended[0]).toMatchObject({ organizationId: "joint0", name: "joint0", dutiesWaived: 2 });
    expect(effects.appointmentsEnded).toHaveLength(13);
    expect(effects.appointmentsBegun).toHaveLength(43);
    expect(effects.successions).toHaveLength(43);
    expect(effects.successions).toContainEqual({ predecessorId: "joint3", successorId: "branch16" });
    expect([effects.moved, effects.renamed, effects.groupsEnded, effects.groupsBegun]).toEqual([[], [], [], []]);
  });

  test("who oversees the old branches reaches their papers and the new branches; their own secretaries reach nothing more", () => {
    const of = (account: string) => plan.effects.access.find(({ accountId }) => accountId === account);
    expect(of("leader")).toMatchObject({ ends: false, lost: [] });
    expect(of("leader")?.gained).toHaveLength(43);
    expect(of("account4")).toMatchObject({ ends: true, gained: [], lost: ["joint4"] });
    expect(plan.effects.access).toHaveLength(14);
    expect(asOf(plan.after, "2026-03-16").grants).toHaveLength(1);
    expect(plan.after.organizations.find(({ id }) => id === "joint4")?.path).toBe("1.6.");
  });

  test("the four 同 hold, and each unit is covered by its own branch", () => {
    const { reasons, ...checks } = plan.sameness;
    expect(reasons).toEqual([]);
    expect(checks).toEqual({ organization: true, leaders: true, rules: true, assessment: true });
    const covered = asOf(plan.after, "2026-03-16").coverages.map((text) => JSON.parse(text));
    expect(covered).toHaveLength(43);
    expect(covered).toContainEqual({ unitId: "unit16", organizationId: "branch16" });
  });

  test("a post in the committee above goes on", () => {
    expect(asOf(plan.after, "2026-03-16").appointments.map((text) => JSON.parse(text))).toContainEqual({
      personId: "joint0-1",
      organizationId: "committee",
      post: "COMMITTEE_MEMBER",
    });
  });

  test("it is applied as one, and taken back without a difference", () => {
    const applied = applyChanges(state, plan.changes);
    expect(applied).toEqual(ordered(plan.after));
    if (isRefusal(applied)) throw new Error("refused");
    expect(undoReorganization(applied, plan.changes, "2026-03-16", [])).toEqual(ordered(state));
  });

  test("it isn't taken back over a change made since, nor into a closed period", () => {
    const changed = {
      ...plan.after,
      organizations: plan.after.organizations.map((row) => (row.id === "branch7" ? { ...row, name: "new" } : row)),
    };
    expect(undoReorganization(changed, plan.changes, "2026-03-16", [])).toMatchObject({
      code: "reorganization.changed_since",
      values: { table: "organizations", key: "branch7" },
    });
    const closed = [{ from: "2026-03-01", to: "2026-03-31", state: "closed" as const }];
    expect(undoReorganization(plan.after, plan.changes, "2026-03-16", closed)).toMatchObject({
      code: "reorganization.period_not_open",
    });
  });
});

describe("other ways to reorganise", () => {
  const small = groupOf([
    { id: "top", kind: "COMMITTEE", parent: null },
    { id: "east", kind: "COMMITTEE", parent: "top" },
    { id: "west", kind: "COMMITTEE", parent: "top" },
    { id: "a", kind: "BRANCH", parent: "east", members: 4, units: ["ua"] },
    { id: "b", kind: "BRANCH", parent: "east", members: 4, units: ["ub"] },
    { id: "a-group", kind: "GROUP", parent: "a" },
  ]);
  const grouped = {
    ...small,
    memberships: [
      ...small.memberships.filter(({ organizationId }) => organizationId !== "a"),
      ...["a-1", "a-2", "a-3"].map((id) => member(id, "a", "a-group")),
      member("a-4", "a"),
    ],
    appointments: [
      post("a-1", "a-group", "GROUP_LEADER"),
      post("a-4", "a", "SECRETARY"),
      post("a-4", "east", "SECRETARY"),
    ],
    grants: [grant("east", "east"), grant("west", "west"), grant("top", "top"), grant("group", "a-group")],
  };
  const planned = (acts: Parameters<typeof inputOf>[1]) => {
    const { plan, refusals } = planReorganization(inputOf(grouped, acts));
    if (plan === null) throw new Error(JSON.stringify(refusals[0]));
    return plan;
  };
  const homeOf = (plan: ReturnType<typeof planned>, person: string) =>
    asOf(plan.after, "2026-03-16")
      .memberships.map((text) => JSON.parse(text))
      .find(({ personId }) => personId === person);

  test("moving a branch moves its 党小组, its path and who reaches it, and lets posts above go", () => {
    const plan = planned([{ act: "move", organizationId: "a", parentId: "west" }]);
    expect(plan.effects.moved).toEqual([{ organizationId: "a", kind: "BRANCH", name: "a", from: "east", to: "west" }]);
    const paths = plan.after.organizations.map(({ id, path }) => [id, path]);
    expect(paths).toContainEqual(["a", "1.3.4."]);
    expect(paths).toContainEqual(["a-group", "1.3.4.6."]);
    const group = { organizationId: "a-group", parentId: "a", name: "a-group", class: "branch" };
    expect(plan.after.places.filter(({ organizationId }) => organizationId === "a-group")).toEqual([
      { ...group, path: "1.2.4.6.", validFrom: "2020-01-01", validTo: "2026-03-15" },
      { ...group, path: "1.3.4.6.", validFrom: "2026-03-16", validTo: null },
    ]);
    expect(plan.effects.access).toEqual([
      {
        accountId: "east",
        role: "branch_secretary",
        organizationId: "east",
        ends: false,
        gained: [],
        lost: ["a", "a-group"],
      },
      {
        accountId: "west",
        role: "branch_secretary",
        organizationId: "west",
        ends: false,
        gained: ["a", "a-group"],
        lost: [],
      },
    ]);
    expect(plan.effects.appointmentsEnded).toEqual([post("a-4", "east", "SECRETARY")]);
    expect(plan.effects.membersMoved).toEqual([]);
  });

  test("what ended under an organisation that moves goes with it, and its history stays", () => {
    const revoked = planned([{ act: "revoke", organizationId: "b" }, ...placeAll(["b-1", "b-2", "b-3", "b-4"], "a")]);
    const { plan } = planReorganization(
      inputOf(revoked.after, [{ act: "move", organizationId: "east", parentId: "west" }], {
        effectiveOn: "2026-05-01",
      }),
    );
    expect(plan?.after.organizations.find(({ id }) => id === "b")?.path).toBe("1.3.2.5.");
    expect(plan?.after.places.filter(({ organizationId }) => organizationId === "b")).toEqual([
      {
        organizationId: "b",
        parentId: "east",
        path: "1.2.5.",
        name: "b",
        class: "branch",
        validFrom: "2020-01-01",
        validTo: "2026-03-15",
      },
    ]);
  });

  test("merging ends the organisations with their 党小组 and takes their members along", () => {
    const plan = planned([{ act: "merge", organizationIds: ["a"], intoId: "b" }]);
    expect(plan.effects.ended.map(({ organizationId }) => organizationId)).toEqual(["a"]);
    expect(plan.effects.groupsEnded.map(({ organizationId }) => organizationId)).toEqual(["a-group"]);
    expect(plan.effects.membersMoved).toHaveLength(4);
    expect(plan.effects.membersMoved).toContainEqual({
      personId: "a-1",
      from: "a",
      to: "b",
      fromGroup: "a-group",
      toGroup: null,
    });
    expect(plan.effects.successions).toEqual([{ predecessorId: "a", successorId: "b" }]);
    expect(plan.effects.access).toEqual([
      expect.objectContaining({ accountId: "group", ends: true, lost: ["a-group"] }),
    ]);
    expect(plan.effects.appointmentsEnded).toHaveLength(2);
  });

  test("two merge into a new one, and somebody placed elsewhere goes there", () => {
    const plan = planned([
      create("c", "east"),
      create("d", "west"),
      { act: "merge", organizationIds: ["a", "b"], intoId: "c" },
      ...placeAll(["a-1", "a-2", "b-1"], "d"),
    ]);
    expect(["a-1", "a-3", "b-1", "b-2"].map((person) => homeOf(plan, person).organizationId)).toEqual([
      "d",
      "c",
      "d",
      "c",
    ]);
    expect(plan.effects.begun.map(({ organizationId }) => organizationId)).toEqual(["c", "d"]);
  });

  test("splitting off leaves the old one standing with whoever isn't placed", () => {
    const plan = planned([
      create("c", "east"),
      { act: "split", organizationId: "b", intoIds: ["c"], stays: true },
      ...placeAll(["b-1", "b-2", "b-3"], "c"),
    ]);
    expect(homeOf(plan, "b-4")).toMatchObject({ organizationId: "b" });
    expect(plan.effects.ended).toEqual([]);
    expect(plan.effects.successions).toEqual([{ predecessorId: "b", successorId: "c" }]);
    expect(plan.findings).toEqual([
      {
        organizationId: "b",
        finding: expect.objectContaining({ rule: "ORG-05", values: { because: "ORG-01", fullMembers: 1, least: 3 } }),
      },
    ]);
  });

  test("splitting whole ends the old one", () => {
    const plan = planned([
      create("c", "east"),
      { act: "split", organizationId: "b", intoIds: ["c"], stays: false },
      ...placeAll(["b-1", "b-2", "b-3", "b-4"], "c"),
    ]);
    expect(plan.effects.ended).toEqual([{ organizationId: "b", kind: "BRANCH", name: "b", dutiesWaived: 0 }]);
    expect(plan.findings).toEqual([]);
  });

  test("renaming changes the name from the day on and nothing else; before it the old name stays", () => {
    const plan = planned([{ act: "rename", organizationId: "a", name: "new" }]);
    expect(plan.effects.renamed).toEqual([{ organizationId: "a", kind: "BRANCH", name: "new", from: "a" }]);
    expect(plan.changes.map(({ table }) => table)).toEqual(["organizations", "places", "places"]);
    const named = plan.after.places.filter(({ organizationId }) => organizationId === "a");
    expect(named.map(({ name, validFrom, validTo, path }) => [name, validFrom, validTo, path])).toEqual([
      ["a", "2020-01-01", "2026-03-15", "1.2.4."],
      ["new", "2026-03-16", null, "1.2.4."],
    ]);
    expect(plan.effects.access).toEqual([]);
  });

  test("a 党小组 moves to another branch with its members and its leader", () => {
    const plan = planned([{ act: "move", organizationId: "a-group", parentId: "b" }]);
    expect(homeOf(plan, "a-1")).toMatchObject({ organizationId: "b", groupId: "a-group" });
    expect(plan.effects.membersMoved).toHaveLength(3);
    expect(plan.effects.appointmentsEnded).toEqual([]);
  });

  test("a 党小组 that ends leaves its members in the branch", () => {
    const plan = planned([{ act: "revoke", organizationId: "a-group" }]);
    expect(homeOf(plan, "a-1")).toMatchObject({ organizationId: "a", groupId: null });
    expect(plan.effects.appointmentsEnded).toEqual([post("a-1", "a-group", "GROUP_LEADER")]);
    expect(plan.effects.groupsEnded).toHaveLength(1);
  });

  test("a 党小组 that is to end only later keeps its members until then", () => {
    const organizations = grouped.organizations.map((row) =>
      row.id === "a-group" ? { ...row, validTo: "2026-06-30" } : row,
    );
    const acts = [{ act: "rename", organizationId: "b", name: "new" }] as const;
    const { plan } = planReorganization(inputOf({ ...grouped, organizations }, acts));
    expect(plan?.changes.map(({ table }) => table)).toEqual(["organizations", "places", "places"]);
  });

  test("what stands above and began on the day itself gets no second place", () => {
    const fresh = grouped.organizations.map((row) => (row.id === "top" ? { ...row, validFrom: "2026-03-16" } : row));
    const places = grouped.places.filter(({ organizationId }) => organizationId !== "top");
    const acts = [{ act: "rename", organizationId: "b", name: "new" }] as const;
    const { plan } = planReorganization(inputOf({ ...grouped, organizations: fresh, places }, acts));
    expect(plan?.after.places.filter(({ organizationId }) => organizationId === "top")).toEqual([]);
  });

  test("a new 党小组 takes members and a leader, whose post elsewhere in the branch goes on", () => {
    const plan = planned([
      create("g", "b", { kind: "GROUP" }),
      ...["b-1", "b-2", "b-3"].map(
        (personId) => ({ act: "place", personId, organizationId: "b", groupId: "g" }) as const,
      ),
      { act: "appoint", personId: "b-1", organizationId: "g", post: "GROUP_LEADER" },
    ]);
    expect(plan.effects.groupsBegun).toEqual([{ organizationId: "g", kind: "GROUP", name: "g" }]);
    expect(plan.effects.appointmentsBegun).toEqual([post("b-1", "g", "GROUP_LEADER", "2026-03-16")]);
    expect(plan.effects.appointmentsEnded).toEqual([]);
    expect(plan.after.places).toContainEqual(
      expect.objectContaining({ organizationId: "g", parentId: "b", validFrom: "2026-03-16", validTo: null }),
    );
  });

  test("a 党小组 that moves doesn't end with its branch", () => {
    const plan = planned([
      { act: "move", organizationId: "a-group", parentId: "b" },
      { act: "revoke", organizationId: "a" },
      ...placeAll(["a-4"], "b"),
    ]);
    expect(plan.effects.groupsEnded).toEqual([]);
    expect(homeOf(plan, "a-2")).toMatchObject({ organizationId: "b", groupId: "a-group" });
  });

  test("a post that somebody held from elsewhere all along isn't ended by the way", () => {
    const odd = post("b-1", "west", "SECRETARY");
    const input = inputOf({ ...grouped, appointments: [odd] }, [
      { act: "rename", organizationId: "west", name: "new" },
      { act: "place", personId: "b-1", organizationId: "a", groupId: null },
    ]);
    expect(planReorganization(input).plan?.effects.appointmentsEnded).toEqual([]);
  });

  test("a branch left with three is pointed out no more than one that had too few before", () => {
    expect(planned(placeAll(["b-1"], "a")).findings).toEqual([]);
    expect(planned(placeAll(["b-1", "b-2"], "a")).findings).toHaveLength(1);
    const memberships = grouped.memberships.filter(({ personId }) => !["b-1", "b-2"].includes(personId));
    const { plan } = planReorganization(inputOf({ ...grouped, memberships }, placeAll(["b-3"], "a")));
    expect(plan?.findings).toEqual([]);
  });

  test("what only is usual is a finding", () => {
    const units = ["1", "2", "3", "4", "5", "6"];
    const plan = planned([
      create("c", "east", { kind: "JOINT_BRANCH", unitIds: units }),
      ...placeAll(["b-1", "b-2", "b-3"], "c"),
    ]);
    expect(plan.findings.map(({ organizationId, finding }) => [organizationId, finding.rule])).toEqual([
      ["c", "ORG-02"],
      ["b", "ORG-05"],
    ]);
  });
});
