import type { Month } from "@dutyloop/domain/kernel/plain-date.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Act, historyKinds, perform } from "../../testing/history-acts.ts";
import { brokenBoards } from "../../testing/history-boards.ts";
import { type HistoryGroup, historyGroup } from "../../testing/history-group.ts";
import { foldMissing } from "../../testing/history-periods.ts";
import { brokenFigures, frozenNow } from "../../testing/standing-figures.ts";

let group: HistoryGroup;
beforeAll(async () => {
  group = await historyGroup();
  group.clock.set("2026-05-20T02:00:00Z");
});
afterAll(() => group.close());

const months: readonly Month[] = ["2026-01", "2026-02", "2026-03", "2026-04"];
const month = fc.constantFrom(...months);
const period = fc.constantFrom(...months, "2026-Q1");
const one = <Name extends Act["act"]>(name: Name) => fc.constant(name);
const number = fc.nat(1000);
const figure = fc.record({
  quantity: fc.integer({ min: 1, max: 9 }),
  severity: fc.constantFrom("general" as const, "serious", "fatal", "fatal", "fatal"),
});

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      act: one("fact"),
      branch: number,
      month,
      kind: fc.constantFrom(...historyKinds),
      quantity: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: one("storno"), pick: number }) },
  {
    weight: 9,
    arbitrary: fc.record({
      act: one("deliver"),
      branch: number,
      month,
      source: fc.constantFrom("safety" as const, "safety", "operations"),
      figures: fc.array(figure, { maxLength: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: one("judge"),
      branch: number,
      judge: fc.constantFrom(0 as const, 1),
      points: fc.nat(100),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: one("publicity"), period, pick: number }) },
  { weight: 2, arbitrary: fc.record({ act: one("close"), period, pick: number }) },
  { weight: 4, arbitrary: fc.record({ act: one("reopen"), period }) },
  { weight: 6, arbitrary: fc.record({ act: one("adopt"), version: fc.constantFrom(1 as const, 2, 3), month }) },
  { weight: 1, arbitrary: fc.record({ act: one("begin"), month, day: fc.nat(20) }) },
  { weight: 5, arbitrary: fc.record({ act: one("move"), branch: number, month, day: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ act: one("admit"), branch: number, month }) },
  { weight: 3, arbitrary: fc.record({ act: one("fold") }) },
);

const actNames = [
  "fact",
  "storno",
  "deliver",
  "judge",
  "publicity",
  "close",
  "reopen",
  "adopt",
  "begin",
  "move",
  "admit",
];
const frozen = new Map<string, string>();
/** What is frozen stays; what is frozen by now has to stay from now on. */
async function checkFrozen(after: Act): Promise<void> {
  const { application, tenantId } = group;
  const now = await frozenNow(application.workshop.database.reading(tenantId), tenantId);
  const moved = [...frozen].flatMap(([key, value]) =>
    now.get(key) === value ? [] : [`${key}: ${value} / ${now.get(key)}`],
  );
  expect(moved, JSON.stringify(after)).toEqual([]);
  for (const [key, value] of now) frozen.set(key, value);
}

test("what is delivered, settled, judged, decided, adopted, set up and closed in any order ends as scored anew", async () => {
  await foldMissing(group);
  // A veto on a figure that was delivered, confirmed before the close, so that there is one whatever follows.
  const figures = [{ quantity: 1, severity: "fatal" as const }];
  const delivery = { act: "deliver" as const, branch: 0, month: "2026-01", figures };
  await perform(group, { ...delivery, source: "safety" });
  await perform(group, { ...delivery, source: "operations" });
  await perform(group, { act: "close", period: "2026-01", pick: 0 });
  expect(await brokenFigures(group.application.workshop, group.tenantId)).toEqual([]);
  await checkFrozen({ act: "close", period: "2026-01", pick: 0 });
  await perform(group, { act: "reopen", period: "2026-01" });
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 15 }), month, async (acts, board) => {
      for (const each of acts) {
        if (await perform(group, each)) done.set(each.act, (done.get(each.act) ?? 0) + 1);
        await checkFrozen(each);
      }
      await foldMissing(group);
      expect(await brokenFigures(group.application.workshop, group.tenantId)).toEqual([]);
      for (const scheme of ["monthly", "grid"]) expect(await brokenBoards(group, scheme, board)).toEqual([]);
    }),
    { numRuns: 10, seed: 20261121, endOnFailure: true },
  );
  for (const name of actNames) expect(done.get(name) ?? 0, name).toBeGreaterThan(0);
  expect(frozen.size).toBeGreaterThan(50);
  for (const mark of [" confirmed", "*"])
    expect(
      [...frozen.values()].some((sheet) => sheet.includes(mark)),
      mark,
    ).toBe(true);
}, 240_000);
