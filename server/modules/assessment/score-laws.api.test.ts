import { type Month, monthsFromTo } from "@dutyloop/domain/kernel/plain-date.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { definitionText } from "../../testing/definitions.ts";
import { type Act, historyKinds, perform } from "../../testing/history-acts.ts";
import { type HistoryGroup, historyGroup } from "../../testing/history-group.ts";
import { endPeriod, foldMissing } from "../../testing/history-periods.ts";
import { differences, type Following, followingNow } from "../../testing/scores-anew.ts";
import { brokenFigures } from "../../testing/standing-figures.ts";

// Everything is worked out again in three ways.
vi.setConfig({ testTimeout: 120_000 });

let group: HistoryGroup;
const months: readonly Month[] = monthsFromTo("2026-01", "2026-04");

type Entry = Omit<Extract<Act, { act: "fact" }>, "branch" | "month" | "act">;
const entries = fc.array(
  fc.record({ kind: fc.constantFrom(...historyKinds), quantity: fc.integer({ min: 1, max: 9 }) }),
  { minLength: 1, maxLength: 12 },
);
const enter = (branch: number, month: Month, entry: Entry) => perform(group, { act: "fact", branch, month, ...entry });

/** Facts of every kind in all months for every branch; January and February are closed, and January got late facts. */
beforeAll(async () => {
  group = await historyGroup();
  group.clock.set("2026-05-20T02:00:00Z");
  const facts = fc.sample(entries, { seed: 20261121, numRuns: months.length * group.branches.length });
  for (const [index, some] of facts.entries()) {
    const branch = index % group.branches.length;
    for (const entry of some) await enter(branch, months[Math.floor(index / group.branches.length)] as Month, entry);
  }
  for (const month of ["2026-01", "2026-02"]) await endPeriod(group, { act: "close", period: month, pick: 1 });
  for (const branch of [0, 2, 3]) await enter(branch, "2026-01", { kind: "attendance", quantity: 2 });
  await foldMissing(group);
});
afterAll(() => group.close());

const everything = (): Promise<Following> =>
  followingNow(group.application.workshop.database.reading(group.tenantId), group.tenantId);

/** Asks for every sheet anew, and folds. */
async function scoreAll(): Promise<void> {
  await group.query(
    `INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at)
     SELECT DISTINCT tenant_id, 'score.dirty', organization_id, period_from, now() FROM score_sheet`,
  );
  await group.fold();
}

async function checkScoredAnew(): Promise<void> {
  expect(await brokenFigures(group.application.workshop, group.tenantId)).toEqual([]);
}

test("renaming organisations changes no number, neither of open nor of closed periods", async () => {
  const before = await everything();
  await group.query("UPDATE organization SET name = reverse(code) || '（更名）'");
  await scoreAll();
  expect(differences(before, await everything())).toEqual([]);
  await checkScoredAnew();
});

type Text = { readonly kind: "indicator" | "scheme"; readonly code: string; readonly body: object };
async function publish({ kind, code, body }: Text): Promise<number> {
  const params = { organizationId: group.rootId, kind, code };
  const text = definitionText({ ...body, code });
  const { revision } = await group.officer.ask("saveDraft", { params, body: { text, revision: 0 } });
  return (await group.officer.ask("publishDraft", { params, body: { revision } })).version;
}
async function publishedBody(table: "indicator_version" | "scheme_version", code: string): Promise<object> {
  const [row] = await group.query<{ body: object }>(
    `SELECT body - 'version' AS body FROM ${table} WHERE code = $1 AND version = 1`,
    [code],
  );
  return row?.body ?? {};
}

test("a new version of an indicator changes no number, and once adopted none of a closed period", async () => {
  const before = await everything();
  const attendance = await publishedBody("indicator_version", "attendance");
  const body = { ...attendance, pointsRule: { rule: "ratio", target: "0.3" } };
  const version = await publish({ kind: "indicator", code: "attendance", body });
  await scoreAll();
  expect(differences(before, await everything())).toEqual([]);
  const monthly = await publishedBody("scheme_version", "monthly");
  const using = JSON.parse(JSON.stringify(monthly), (_key, value) =>
    value?.indicator === "attendance" ? { ...value, version } : value,
  );
  const scheme = await publish({ kind: "scheme", code: "monthly", body: using });
  const adoption = { code: "monthly", version: scheme, periodFrom: "2026-03-01" };
  await group.officer.ask("adoptScheme", { params: { organizationId: group.rootId }, body: adoption });
  await foldMissing(group);
  const moved = differences(before, await everything());
  const isClosed = (key: string) => /2026-0[12]-01/.test(key) && !/season|quarterly/.test(key);
  expect(moved.filter(isClosed)).toEqual([]);
  expect(moved.filter((key) => key.includes(" monthly 2026-03-01")).length).toBeGreaterThan(0);
  expect(moved.filter((key) => key.includes(" committee_monthly 2026-03-01")).length).toBeGreaterThan(0);
  await checkScoredAnew();
});

test("whoever is admitted to a branch weighs at once in the open months that are rolled up from it, in no closed one", async () => {
  const before = await everything();
  await group.admit(group.branches[0]?.id as string, "2026-01-05");
  await foldMissing(group);
  const moved = differences(before, await everything()).filter((key) => key.startsWith("sheet "));
  expect(moved.filter((key) => key.includes(" committee_monthly 2026-03-01")).length).toBeGreaterThan(0);
  expect(moved.filter((key) => key.includes(" committee_monthly 2026-0") && /2026-0[12]-01/.test(key))).toEqual([]);
  await checkScoredAnew();
});

test("when and in which order the facts of an open month are entered changes no number", async () => {
  const numbers = async (code: string, month: Month) =>
    group.query(
      `SELECT s.scheme_code, s.total, s.coverage, s.order_key, s.lines FROM score_sheet s JOIN organization o ON o.id = s.organization_id
       WHERE o.code = $1 AND s.period_from = $2 AND s.basis = 'published' ORDER BY 1`,
      [code, `${month}-01`],
    );
  let pair = 0;
  const times = fc.array(fc.nat(60 * 24 * 25), { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(entries, times, fc.boolean(), async (facts, minutes, often) => {
      pair += 1;
      const codes = [`FIRST-${pair}`, `SECOND-${pair}`] as const;
      for (const code of codes) {
        const id = await group.organization(code, { class: "生产类", validFrom: "2026-03-01" });
        group.branches.push({ id, from: "2026-03-01", to: null });
      }
      const [first, second] = [group.branches.length - 2, group.branches.length - 1];
      group.clock.set("2026-05-20T02:00:00Z");
      for (const entry of facts) await enter(first, "2026-03", entry);
      const shuffled = facts
        .map((entry, index) => ({ entry, minute: minutes[index] as number }))
        .sort((a, b) => a.minute - b.minute);
      for (const { entry, minute } of shuffled) {
        group.clock.set("2026-05-20T02:00:00Z");
        group.clock.forward(minute);
        await enter(second, "2026-03", entry);
        if (often) await group.fold();
      }
      await foldMissing(group);
      const [one, other] = [await numbers(codes[0], "2026-03"), await numbers(codes[1], "2026-03")];
      expect(one.length).toBe(2);
      expect(other).toEqual(one);
    }),
    { numRuns: 5, seed: 20261121, endOnFailure: true },
  );
});
