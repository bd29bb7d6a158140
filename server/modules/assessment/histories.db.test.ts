import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import { firstDayOf, type Month } from "@dutyloop/domain/kernel/plain-date.ts";
import fc from "fast-check";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { postFacts } from "../../platform/facts/post-facts.ts";
import { reverseFacts, standingFacts } from "../../platform/facts/reverse-facts.ts";
import { startSaving } from "../../platform/ritual/saving.ts";
import { differences, followingNow, whatDiffersAnew } from "../../testing/scores-anew.ts";
import { secondScores, standingScores } from "../../testing/second-scores.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { brokenRollups } from "../../testing/standing-figures.ts";
import { buildWorld, type World } from "../../testing/world.ts";
import { foldAllScores } from "./fold-scores.ts";
import { recomputeAll } from "./full-pass.ts";
import { closePeriod } from "./periods/close-period.ts";
import { reopenPeriod } from "./periods/reopen-period.ts";

let stage: Stage;
let world: World;
beforeAll(async () => {
  stage = await openStage();
  world = await buildWorld(stage);
  stage.clock.set("2026-07-20T02:00:00Z");
});
afterAll(() => stage.close());

const months: readonly Month[] = ["2026-01", "2026-02", "2026-03", "2026-04"];
const month = fc.constantFrom(...months);

type Act =
  | {
      act: "fact";
      branch: number;
      month: Month;
      kind: "due" | "done" | "late" | "attendance" | "standard";
      quantity: number;
    }
  | { act: "storno"; pick: number }
  | { act: "close" | "reopen"; month: Month }
  | { act: "fold" };

const history: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        act: fc.constant("fact" as const),
        branch: fc.nat(2),
        month,
        kind: fc.constantFrom("due" as const, "done", "late", "attendance", "standard"),
        quantity: fc.integer({ min: 1, max: 9 }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ act: fc.constant("storno" as const), pick: fc.nat(1000) }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constantFrom("close" as const, "reopen"), month }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constant("fold" as const) }) },
  ),
  { minLength: 20, maxLength: 40 },
);

function draftOf(act: Extract<Act, { act: "fact" }>): FactDraft {
  const day = `${act.month}-1${act.quantity}`;
  const frame = { organizationId: branchOf(act.branch), subjectId: null, occurredOn: day, countsOn: day, details: {} };
  const template = { template: "theme_day" };
  switch (act.kind) {
    case "due":
      return { ...frame, kind: "obligation.due", quantity: "1", base: null, attributes: template };
    case "done":
    case "late": {
      const timeliness = act.kind === "late" ? "late" : "on_time";
      return {
        ...frame,
        kind: "obligation.discharged",
        quantity: "1",
        base: null,
        attributes: { ...template, timeliness },
      };
    }
    case "attendance":
      return { ...frame, kind: "attendance", quantity: String(act.quantity), base: "9", attributes: template };
    case "standard":
      return { ...frame, kind: "record.standard", quantity: String(act.quantity), base: "9.5", attributes: template };
  }
}

const branchOf = (number: number) =>
  [world.alpha.first, world.alpha.second, world.alpha.otherBranch][number]?.id as string;
const actor = () => ({ tenantId: world.alpha.tenantId, accountId: uuidv7(), personId: null, grants: [] });

/** Books what `work` adds, as a use case would that may post in any of these months or the next open one. */
async function book(
  work: (saving: ReturnType<typeof startSaving>, context: Parameters<typeof postFacts>[1]) => Promise<void> | void,
) {
  const { database } = stage.application.workshop;
  await database.writing(world.alpha.tenantId, { months: [...months, "2026-05"] }, async (transaction, opened) => {
    const saving = startSaving(transaction);
    const held = { heldMonths: new Set([...months, "2026-05"]), nextClosing: opened.nextClosing };
    await work(saving, { actor: actor(), closedMonths: new Set(opened.closedMonths), ...held, now: stage.clock() });
    await saving.flush();
  });
}

/** Every sheet of a version of a month, as texts. */
async function sheetsOf(of: Month, version: number): Promise<string> {
  const { rows } = await sql<{ sheets: string }>`
    SELECT coalesce(jsonb_agg(to_jsonb(s) - 'computed_at' ORDER BY organization_id)::text, '') AS sheets FROM score_sheet s
    WHERE tenant_id = ${world.alpha.tenantId} AND period_from = ${firstDayOf(of)}::date AND period_version = ${version}
      AND basis = 'published'`.execute(stage.application.workshop.database.reading(world.alpha.tenantId));
  return rows[0]?.sheets ?? "";
}

async function standing(of: Month): Promise<{ state: string; version: number }> {
  const { rows } = await sql<{ state: string; version: number }>`SELECT state, version FROM period
    WHERE tenant_id = ${world.alpha.tenantId} AND span = 'month' AND period_from = ${firstDayOf(of)}::date`.execute(
    stage.application.workshop.database.reading(world.alpha.tenantId),
  );
  return rows[0] ?? { state: "open", version: 1 };
}

test("whatever happens in whatever order, folding single changes ends as scoring everything anew, and closed versions stay", async () => {
  const { workshop } = stage.application;
  const { tenantId } = world.alpha;
  const fold = () => foldAllScores(workshop.database, tenantId, stage.clock());
  const all = { schemeCode: "monthly", from: "2026-01", to: "2026-07" };
  const scoreEverything = () => recomputeAll(workshop.database, tenantId, all, stage.clock());
  const frozen = new Map<string, string>();
  await fold();
  // Also of months without facts, as every organisation has one in time.
  await scoreEverything();
  await fc.assert(
    fc.asyncProperty(history, async (acts) => {
      for (const one of acts) {
        if (one.act === "fold") await fold();
        if (one.act === "fact") {
          const draft = draftOf(one);
          const origin = { table: "history", id: uuidv7(), version: 1, part: "", recordId: null };
          await book((saving, context) => postFacts(saving, context, [{ draft, origin }]));
        }
        if (one.act === "storno") {
          await book(async (saving, context) => {
            const { rows } = await sql<{ id: string; organization: string }>`
              SELECT id, organization_id AS organization FROM fact WHERE tenant_id = ${tenantId} AND sign = 1 ORDER BY id
              LIMIT 1 OFFSET ${one.pick} % (SELECT count(*) FROM fact WHERE tenant_id = ${tenantId} AND sign = 1)`.execute(
              saving.transaction,
            );
            for (const { id, organization } of rows)
              reverseFacts(saving, context, await standingFacts(saving.transaction, tenantId, organization, [id]));
          });
        }
        if (one.act === "close" && (await standing(one.month)).state === "open") {
          await world.alpha.act(closePeriod, { period: one.month });
          const { version } = await standing(one.month);
          frozen.set(`${one.month} ${version}`, await sheetsOf(one.month, version));
        }
        if (one.act === "reopen" && (await standing(one.month)).state === "closed") {
          await world.alpha.act(reopenPeriod, { period: one.month, reason: "补报" });
        }
      }
      await fold();
      expect(await whatDiffersAnew(workshop, tenantId)).toEqual([]);
      const reading = workshop.database.reading(tenantId);
      expect((await standingScores.execute(reading)).rows).toEqual((await secondScores.execute(reading)).rows);
      expect(await brokenRollups(reading)).toEqual([]);
      const before = await followingNow(reading, tenantId);
      await scoreEverything();
      expect(differences(before, await followingNow(reading, tenantId))).toEqual([]);
      for (const [name, sheets] of frozen) {
        const [of, version] = name.split(" ") as [Month, string];
        expect(await sheetsOf(of, Number(version)), name).toBe(sheets);
      }
    }),
    { numRuns: 6, seed: 20261121, endOnFailure: true },
  );
  expect(frozen.size).toBeGreaterThan(2);
}, 120_000);
