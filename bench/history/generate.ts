import type pg from "pg";
import { installTemplates } from "../../server/modules/standards/index.ts";
import { type EmbeddedPostgres, withClient } from "../../server/platform/embedded-postgres/index.ts";
import type { Workshop } from "../../server/platform/ritual/perform.ts";
import { foundLoadedGroup } from "../founding.ts";
import { remakingOf, takeConstraints } from "./constraints.ts";
import { firstMonthDay } from "./days.ts";
import { publishDefinitions } from "./definitions.ts";
import { dutyFillings, eventsSql } from "./duties-sql.ts";
import { factFillings } from "./facts-sql.ts";
import { type Filling, type Ground, numberingSql } from "./numbering.ts";
import { periodFillings } from "./periods-sql.ts";
import { recordFillings } from "./records-sql.ts";
import { rollupFilling } from "./rollups-sql.ts";
import { type HistorySize, treeOf } from "./size.ts";
import { placeFilling, treeFillings } from "./tree-sql.ts";

/** Who acts in a generated group, all at its top. */
export const signInNames = { secretary: "secretary", officer: "officer", leader: "leader" } as const;

export type Generated = Ground & { readonly officerId: string; readonly leaderId: string };

/**
 * Generates a group and its history with a handful of statements instead of through the use cases; that both make the
 * same facts is checked by replaying a part. Every key, index and reference stands at the end, checked.
 * @param say is told what is done and in how many seconds
 */
export async function generateHistory(
  workshop: Workshop,
  postgres: EmbeddedPostgres,
  size: HistorySize,
  say: (line: string) => void,
): Promise<Generated> {
  const tree = treeOf(size);
  const founded = await foundLoadedGroup(workshop, "history", firstMonthDay(size.months));
  const { tenantId, rootId } = founded;
  await workshop.database.writing(tenantId, {}, (transaction) => installTemplates(transaction, tenantId));
  const secretary = await founded.signUp(signInNames.secretary, "branch_secretary", rootId);
  const officer = await founded.signUp(signInNames.officer, "party_affairs_officer", rootId);
  const leader = await founded.signUp(signInNames.leader, "party_committee_leader", rootId);
  const ground: Generated = {
    tenantId,
    rootId,
    accountId: secretary.actor.accountId,
    officerId: officer.actor.accountId,
    leaderId: leader.actor.accountId,
    size,
    tree,
    firstMonth: firstMonthDay(size.months),
  };
  await withClient(postgres.ownerUrl, (client) => publishDefinitions(client, tenantId, rootId));
  await withBulkSettings(postgres.superUrl, () => fill(postgres.ownerUrl, ground, say));
  return ground;
}

const bulk = { max_wal_size: "'16GB'", checkpoint_timeout: "'1h'", autovacuum: "off" };

/** Checkpoints and vacuum come once, at the end, instead of into the middle; what is committed is flushed as ever then. */
async function withBulkSettings(superUrl: string, work: () => Promise<void>): Promise<void> {
  const set = (statements: readonly string[]) =>
    withClient(superUrl, async (client) => {
      for (const statement of [...statements, "SELECT pg_reload_conf()"]) await client.query(statement);
    });
  await set(Object.entries(bulk).map(([name, value]) => `ALTER SYSTEM SET ${name} = ${value}`));
  try {
    await work();
  } finally {
    await set([...Object.keys(bulk).map((name) => `ALTER SYSTEM RESET ${name}`), "CHECKPOINT"]);
  }
}

const session = "SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '512MB'";

async function fill(ownerUrl: string, ground: Ground, say: (line: string) => void): Promise<void> {
  // Places, sources and sums of facts and the structures of closed months are made from rows that the first stage leaves.
  const [first, second] = stagesOf(ground);
  const tables = [...new Set([...first, ...second].map(({ table }) => table))];
  await withClient(ownerUrl, async (client) => {
    await client.query(session);
    const taken = await takeConstraints(client, tables);
    await timed(say, "events", () => client.query(`${numberingSql(ground)}; ${eventsSql(ground)}`));
    const remaking = remakingOf(taken);
    await side(ownerUrl, first, say);
    await side(ownerUrl, second, say);
    await timed(say, "keys and indexes", () => inTwo(ownerUrl, remaking.keys));
    await timed(say, "references", () => inTwo(ownerUrl, remaking.references));
    await client.query("DROP SCHEMA bench CASCADE");
    await timed(say, "vacuum", () => client.query("VACUUM (ANALYZE)"));
  });
}

function stagesOf(ground: Ground): [Filling[], Filling[]] {
  const [facts, receipts, figures, sources] = factFillings(ground) as [Filling, Filling, Filling, Filling];
  const small = [...treeFillings(ground), ...dutyFillings(ground)];
  return [
    [...recordFillings(ground), facts, receipts, ...small, figures].toSorted(heaviestFirst),
    [sources, rollupFilling(ground), placeFilling(ground), ...periodFillings(ground)],
  ];
}

const heavy = ["record_participant", "fact", "record_version", "record"];
function heaviestFirst(a: Filling, b: Filling): number {
  const weight = ({ table }: Filling) => (heavy.includes(table) ? heavy.indexOf(table) : heavy.length);
  return weight(a) - weight(b);
}

async function side(ownerUrl: string, fillings: readonly Filling[], say: (line: string) => void): Promise<void> {
  const waiting = [...fillings];
  await Promise.all(
    [1, 2].map(() =>
      withClient(ownerUrl, async (client) => {
        await client.query(session);
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const { table, sql } = next;
          await timed(say, table, () => client.query(sql));
        }
      }),
    ),
  );
}

/** Statements on different tables, two at a time; each makes what it needs of one table only. */
async function inTwo(ownerUrl: string, statements: readonly string[]): Promise<void> {
  await side(
    ownerUrl,
    statements.map((sql) => ({ table: "", sql })),
    () => undefined,
  );
}

async function timed(say: (line: string) => void, what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  say(`${what} ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

const told = [
  "record",
  "record_participant",
  "fact",
  "obligation",
  "membership",
  "organization",
  "organization_place",
] as const;
type Rows = Record<(typeof told)[number], number>;

/** How many rows of the group stand in the tables that tell its size. */
export async function countRows(client: pg.ClientBase, tenantId: number): Promise<Rows> {
  const { rows } = await client.query<Rows>(
    `SELECT ${told
      .map((table) => `(SELECT count(*)::integer FROM ${table} WHERE tenant_id = $1) AS ${table}`)
      .join(", ")}`,
    [tenantId],
  );
  return rows[0] as Rows;
}
