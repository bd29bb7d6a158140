import { evidenceOf, singleKinds } from "@dutyloop/domain/assessment/scoring/evidence.ts";
import { plainContext } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import { encodeLines } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import type { ScoringFact } from "@dutyloop/domain/assessment/things.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "../../platform/embedded-postgres/index.ts";
import { meetingBody } from "../../testing/meeting.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { rowCounts } from "../../testing/table-marks.ts";
import { untilWaiting } from "../../testing/waiting.ts";
import { buildWorld, type World } from "../../testing/world.ts";
import { submitRecord } from "../fulfilment/index.ts";
import { loadDefinitions, monthlyScheme } from "./definitions.ts";
import { foldAllScores, foldScores } from "./fold-scores.ts";

let stage: Stage;
let world: World;
let secretary: string;
beforeAll(async () => {
  stage = await openStage();
  world = await buildWorld(stage);
  secretary = await world.alpha.account("alpha.first.secretary", "branch_secretary", world.alpha.general.id);
});
afterAll(() => stage.close());

type Sheet = { total: string | null; coverage: string; lines: unknown };
const query = async <Row extends object>(text: string, values: unknown[] = []) =>
  withClient(stage.database.superUrl, async (client) => (await client.query<Row>(text, values)).rows);
const sheetOf = async (organizationId: string, month = "2026-03-01") =>
  (
    await query<Sheet>(
      "SELECT total::text, coverage::text, lines FROM score_sheet WHERE organization_id = $1 AND period_from = $2",
      [organizationId, month],
    )
  )[0];

/** Everybody was on leave. */
const absent = (branch: World["alpha"]["first"]) =>
  branch.memberIds.map((personId) => ({ personId, presence: "leave" as const, reason: "出差" }));

/** The score worked out by the domain alone from the facts as they stand. */
async function scored(organizationId: string): Promise<Sheet> {
  const facts = await query<ScoringFact>(
    `SELECT id, kind, sign, quantity::text AS quantity, base::text AS base, attributes, occurred_on AS "occurredOn", corrects,
       recorded_at AS "recordedAt" FROM fact
     WHERE organization_id = $1 AND counts_on BETWEEN '2026-03-01' AND '2026-03-31' ORDER BY random()`,
    [organizationId],
  );
  expect(facts.length).toBeGreaterThan(0);
  const { tenantId } = world.alpha;
  const reading = stage.application.workshop.database.reading(tenantId);
  const { indicators, scorer } = await loadDefinitions(reading, tenantId, monthlyScheme, 1);
  const figures = scorer.score(evidenceOf(facts, singleKinds(indicators)), plainContext);
  return { total: figures.total, coverage: figures.coverage, lines: encodeLines(figures) };
}
const fold = () => foldAllScores(stage.application.workshop.database, world.alpha.tenantId, stage.clock());
const submit = (branch: World["alpha"]["first"], over: Parameters<typeof meetingBody>[1]) =>
  world.alpha.act(submitRecord, { ...meetingBody(branch, over), organizationId: branch.id }, secretary);

test("after folding each branch's sheet is what the domain makes of its facts, and the queue is empty", async () => {
  expect(await fold()).toBeGreaterThan(0);
  for (const branch of [world.alpha.first, world.alpha.second, world.alpha.otherBranch])
    expect(await sheetOf(branch.id)).toEqual(await scored(branch.id));
  expect(await query("SELECT 1 FROM outbox WHERE tenant_id = $1", [world.alpha.tenantId])).toEqual([]);
  expect(await fold()).toBe(0);
});

test("another group's queue and sheets are left alone", async () => {
  expect((await query("SELECT 1 FROM outbox WHERE tenant_id = $1", [world.beta.tenantId])).length).toBeGreaterThan(0);
  expect(await query("SELECT 1 FROM score_sheet WHERE tenant_id = $1", [world.beta.tenantId])).toEqual([]);
});

test("a record changes its branch's sheet at the next folding, and no other branch's", async () => {
  const { first, second } = world.alpha;
  const [before, other] = [await sheetOf(first.id), await sheetOf(second.id)];
  await submit(first, { templateCodes: ["general_meeting"], topics: [], attendance: absent(first) });
  expect(await sheetOf(first.id)).toEqual(before);
  await fold();
  expect(await sheetOf(first.id)).not.toEqual(before);
  expect(await sheetOf(first.id)).toEqual(await scored(first.id));
  expect(await sheetOf(second.id)).toEqual(other);
});

test("a server that is to stop ends the turn of folding that it is in, and the rest is folded after its next start", async () => {
  const { tenantId, first } = world.alpha;
  const waiting = () => query("SELECT 1 FROM outbox WHERE tenant_id = $1", [tenantId]);
  await query(
    `INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at)
     SELECT $1, 'score.dirty', $2, month, now() FROM generate_series(date '1950-01-01', date '1999-12-01', '1 month') AS month`,
    [tenantId, first.id],
  );
  await foldAllScores(stage.application.workshop.database, tenantId, stage.clock(), () => true);
  expect(await waiting()).toHaveLength(100);
  await fold();
  expect(await waiting()).toEqual([]);
});

test("two foldings at once while records come in end with every sheet right", async () => {
  const { first, second } = world.alpha;
  const { database } = stage.application.workshop;
  const records = [3, 4, 5, 6].flatMap((day) =>
    [first, second].map(
      (branch) => () =>
        submit(branch, { templateCodes: ["party_lecture"], topics: [], lecturer: "讲", occurredOn: `2026-03-0${day}` }),
    ),
  );
  await Promise.all([
    ...records.map((record) => record()),
    ...Array.from({ length: 6 }, () => foldScores(database, world.alpha.tenantId, stage.clock())),
  ]);
  await Promise.all([fold(), fold()]);
  for (const branch of [first, second]) expect(await sheetOf(branch.id)).toEqual(await scored(branch.id));
});

test("a folding that waits for another one of the same group scores what stands when its turn comes", async () => {
  const { first } = world.alpha;
  const { tenantId } = world.alpha;
  await submit(first, { occurredOn: "2026-03-12" });
  await withClient(stage.database.superUrl, async (other) => {
    await other.query("BEGIN");
    await other.query("SELECT pg_advisory_xact_lock(7080004, $1)", [tenantId]);
    const folding = foldScores(stage.application.workshop.database, tenantId, stage.clock());
    await untilWaiting(other, 1);
    await submit(first, { occurredOn: "2026-03-13" });
    await other.query("ROLLBACK");
    await folding;
  });
  expect(await sheetOf(first.id)).toEqual(await scored(first.id));
});

test("the same source counts once: a second record for a done duty adds no second discharge", async () => {
  const counts = () =>
    query(
      "SELECT kind, count(*)::int AS n FROM fact WHERE organization_id = $1 AND kind LIKE 'obligation.%' GROUP BY 1 ORDER BY 1",
      [world.alpha.second.id],
    );
  const before = await counts();
  await submit(world.alpha.second, {});
  expect(await counts()).toEqual(before);
  const [row] = await query<Record<string, unknown>>("SELECT * FROM fact_source LIMIT 1");
  const again = query(
    "INSERT INTO fact_source SELECT (jsonb_populate_record(NULL::fact_source, $1::jsonb || jsonb_build_object('fact_id', gen_random_uuid()))).*",
    [JSON.stringify(row)],
  );
  await expect(again).rejects.toThrow("fact_source_pkey");
});

test("a fold that fails leaves the queue as it was", async () => {
  await submit(world.alpha.first, { occurredOn: "2026-03-11", attendance: absent(world.alpha.first) });
  const before = await rowCounts(stage.database.superUrl);
  await query("ALTER TABLE score_sheet ADD CONSTRAINT broken CHECK (false) NOT VALID");
  await expect(fold()).rejects.toThrow("broken");
  await query("ALTER TABLE score_sheet DROP CONSTRAINT broken");
  expect(await rowCounts(stage.database.superUrl)).toEqual(before);
  expect(await fold()).toBeGreaterThan(0);
});
