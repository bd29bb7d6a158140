import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import { bookFacts, passed } from "../../testing/score-facts.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { buildWorld } from "../../testing/world.ts";
import { foldAllCounts } from "./counts/fold-counts.ts";

let group: AssessedGroup;
let stage: Stage;
let committee: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  group = await assessedGroup();
  stage = await openStage();
  committee = await group.organization("committee", { kind: "COMMITTEE" });
  const classes = {
    one: "生产类",
    two: "生产类",
    three: "机关类",
    four: "机关类",
    five: "机关类",
    six: "机关类",
    seven: null,
  };
  for (const [code, ofClass] of Object.entries(classes))
    ids[code] = await group.organization(code, { parentId: code === "one" ? group.rootId : committee, class: ofClass });
  const passes = { one: "2", two: "9", three: "5", four: "10", five: "8", six: "8.5", seven: "7" };
  const attendance = { kind: "attendance", countsOn: "2026-02-12", base: "10", attributes: { template: "theme_day" } };
  await bookFacts(group, [
    ...Object.entries(passes).map(([code, quantity]) => passed(ids[code] as string, "2026-02", quantity)),
    passed(ids.one as string, "2026-01", "6"),
    { organizationId: ids.one as string, quantity: "6", ...attendance },
  ]);
});
afterAll(() => Promise.all([group.close(), stage.close()]));

const workbench = (organizationId: string, period = "2026-02") =>
  group.office.ask("getWorkbench", { params: { organizationId }, query: { period } });

test("the weakest of all classes come first, with the shares that they lost", async () => {
  const { weakest } = await workbench(group.rootId);
  expect(weakest.map(({ organizationName, total }) => [organizationName, total])).toEqual([
    ["one", "43.33"],
    ["three", "50.00"],
    ["seven", "70.00"],
    ["five", "80.00"],
    ["six", "85.00"],
  ]);
  expect(weakest[0]?.reasons).toEqual([
    { kind: "attendance", templateName: null, done: 6, of: 10, since: null },
    { kind: "standard", templateName: null, done: 2, of: 10, since: null },
  ]);
  const below = await workbench(committee);
  expect(below.weakest.map(({ organizationName }) => organizationName)).toEqual([
    "three",
    "seven",
    "five",
    "six",
    "two",
  ]);
});

test("means and sums are those of the whole subtree, month by month", async () => {
  const { meanTotal, trend, figures, ring } = await workbench(group.rootId);
  expect(meanTotal).toBe("74.05");
  expect(trend).toHaveLength(12);
  expect(trend.slice(-2)).toEqual([
    { period: "2026-01", meetings: { done: 0, of: 0 }, attendance: { done: 0, of: 0 }, meanTotal: "60.00" },
    { period: "2026-02", meetings: { done: 0, of: 0 }, attendance: { done: 6, of: 10 }, meanTotal: "74.05" },
  ]);
  expect(figures).toMatchObject({ attendance: { done: 6, of: 10 }, standard: { done: 49, of: 70 } });
  expect(ring.find(({ stage }) => stage === "assess")?.share).toEqual({ done: 7, of: 7 });
  const below = await workbench(committee);
  expect([below.meanTotal, below.figures.attendance]).toEqual(["79.17", { done: 0, of: 0 }]);
});

test("a month without scores has none, and nobody is weak", async () => {
  const { meanTotal, weakest, ring } = await workbench(group.rootId, "2025-12");
  expect([meanTotal, weakest]).toEqual([null, []]);
  expect(ring.find(({ stage }) => stage === "assess")?.share).toBeNull();
});

test("organisations by kind, members, units and those that owe something are counted below the organisation in view", async () => {
  const world = await buildWorld(stage);
  const office = await world.client("alpha.office");
  await foldAllCounts(world.application.workshop.database, world.alpha.tenantId, "2026-03-18");
  const ask = (organizationId: string) =>
    office.ask("getWorkbench", { params: { organizationId }, query: { period: "2026-03" } });
  const { first, general, root } = world.alpha;
  const counted = async (organizationId: string) => {
    const { branches, members, ring, figures } = await ask(organizationId);
    return { branches, members, owing: ring[0]?.share, meetings: figures.meetings.of > 0 };
  };
  const membersOf = first.memberIds.length;
  expect(await counted(root.id)).toEqual({
    branches: 3,
    members: 3 * membersOf,
    owing: { done: 3, of: 3 },
    meetings: true,
  });
  expect(await counted(general.id)).toMatchObject({ branches: 2, members: 2 * membersOf, owing: { done: 2, of: 2 } });
  const none = { leadingGroups: 0, regions: 0, restrictedUnits: 0 };
  expect((await ask(root.id)).shape).toEqual({ committees: 2, generalBranches: 1, groups: 3, units: 9, ...none });
  expect((await ask(general.id)).shape).toEqual({ committees: 0, generalBranches: 1, groups: 2, units: 5, ...none });
});
