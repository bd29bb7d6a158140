import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type HistoryGroup, historyGroup } from "../../testing/history-group.ts";
import { endPeriod, foldMissing, standingOf } from "../../testing/history-periods.ts";
import { bookFacts, passed } from "../../testing/score-facts.ts";
import { brokenFigures } from "../../testing/standing-figures.ts";
import { stoodSince } from "../../testing/stood-since.ts";

// Everything is worked out again in three ways.
vi.setConfig({ testTimeout: 120_000 });

let group: HistoryGroup;
const period = "2026-03";
const late = { postedIn: "2026-04", closing: 9 };

beforeAll(async () => {
  group = await historyGroup();
  group.clock.set("2026-05-20T02:00:00Z");
  await bookFacts(
    group,
    group.branches.slice(0, 3).map(({ id }, index) => passed(id, period, String(9 - index))),
  );
});
afterAll(() => group.close());

const board = async () => {
  const query = { scheme: "monthly", period, class: "生产类" };
  const { items, ranked } = await group.officer.ask("getBoard", { params: { organizationId: group.rootId }, query });
  return { ranked, ranks: items.flatMap(({ total, rank }) => (rank === null ? [] : [{ total, rank }])) };
};
/** A branch from the first day of the month on whom nobody had known before. */
const setUp = (code: string) =>
  stoodSince(group, code, `${period}-01`, { parentId: group.committees[0], class: "生产类", validFrom: "2026-05-01" });

test("a month in 公示 can be closed although a branch set up only now has late entries, and its leaves wait for nobody", async () => {
  await endPeriod(group, { act: "publicity", period, pick: 0 });
  const before = await board();
  await bookFacts(group, [passed(await setUp("SINCE"), period, "10", late)]);
  expect((await group.officer.ask("listPendingLeaves", { params: { period } })).items).toEqual([]);
  await endPeriod(group, { act: "close", period, pick: 0 });
  expect((await standingOf(group, period)).state).toBe("closed");
  expect(await board()).toEqual(before);
});

test("a branch set up from a day of a closed month on is ranked in none, whatever is entered late", async () => {
  const before = await board();
  const branch = await setUp("AFTER");
  await foldMissing(group);
  expect(await brokenFigures(group.application.workshop, group.tenantId)).toEqual([]);
  await bookFacts(group, [passed(branch, period, "10", late)]);
  await foldMissing(group);
  expect(await board()).toEqual(before);
  expect(await brokenFigures(group.application.workshop, group.tenantId)).toEqual([]);
});

test("once the month is opened again it stands on its board like everybody", async () => {
  const before = await board();
  await group.officer.ask("reopenPeriod", { params: { period }, body: { reason: "补报" } });
  const after = await board();
  expect(after.ranked).toBe(before.ranked + 2);
  expect(after.ranks[0]).toEqual({ total: "100.00", rank: 1 });
});
