import type { FactKind } from "@dutyloop/domain/assessment/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import type { StoredFact } from "../../platform/facts/reverse-facts.ts";

/** A fact with the month and the closing it is booked in; `stands` until a storno reverses it. */
export type RecordFact = StoredFact & {
  readonly kind: FactKind;
  readonly postedIn: PlainDate;
  readonly closing: number;
  readonly stands: boolean;
  /** The storno; null while it stands. */
  readonly stornoId: string | null;
};
type Source = { factId: string; id: string; version: number; kind: string; part: string; sign: number };

/**
 * The facts that these records posted, found by their sources: facts have no other way back from a record. Asked in steps
 * that each go by a key, so that thousands of fresh rows, of which PostgreSQL knows no figures yet, cost what they are.
 */
export async function factsOfRecords(
  transaction: Transaction,
  tenantId: number,
  records: readonly string[],
): Promise<RecordFact[]> {
  const duties = await sql<{ id: string }>`SELECT DISTINCT obligation_id AS id FROM discharge
    WHERE tenant_id = ${tenantId} AND record_id = ANY(${[...records]}::uuid[])`.execute(transaction);
  const dutyIds = duties.rows.map(({ id }) => id);
  const makeUps = await sql<{ id: string }>`SELECT id FROM record_make_up
    WHERE tenant_id = ${tenantId} AND record_id = ANY(${[...records]}::uuid[])`.execute(transaction);
  const sources = [
    ...(await sourcesOf(transaction, tenantId, "record", records)),
    ...(await sourcesOf(transaction, tenantId, "obligation", dutyIds)),
    ...(await sourcesOf(
      transaction,
      tenantId,
      "record_make_up",
      makeUps.rows.map(({ id }) => id),
    )),
  ];
  const stornos = new Map(sources.filter(({ sign }) => sign === -1).map((source) => [keyOf(source), source.factId]));
  const posted = new Map(sources.filter(({ sign }) => sign === 1).map((source) => [source.factId, source]));
  const { rows } = await sql<Omit<RecordFact, "part" | "stands" | "stornoId">>`
    SELECT id, organization_id AS "organizationId", subject_id AS "subjectId", kind, occurred_on AS "occurredOn",
      counts_on AS "countsOn", quantity, base, attributes, details, source_table AS "sourceTable", source_id AS "sourceId",
      source_version AS "sourceVersion", record_id AS "recordId", posted_in AS "postedIn", closing
    FROM fact WHERE tenant_id = ${tenantId} AND id = ANY(${[...posted.keys()]}::uuid[])`.execute(transaction);
  // A duty's deadline may have been posted before it was discharged: that fact is no record's.
  const own = new Set(records);
  return rows.flatMap((fact) => {
    const source = posted.get(fact.id);
    if (!source || !own.has(fact.recordId ?? "")) return [];
    const stornoId = stornos.get(keyOf(source)) ?? null;
    return [{ ...fact, part: source.part, stands: stornoId === null, stornoId }];
  });
}

async function sourcesOf(
  transaction: Transaction,
  tenantId: number,
  table: "record" | "obligation" | "record_make_up",
  ids: readonly string[],
): Promise<Source[]> {
  const { rows } = await sql<Source>`
    SELECT fact_id AS "factId", source_id AS id, source_version AS version, kind, part, sign FROM fact_source
    WHERE tenant_id = ${tenantId} AND source_table = ${table} AND source_id = ANY(${[...ids]}::uuid[])`.execute(
    transaction,
  );
  return rows;
}

function keyOf({ id, version, kind, part }: Source): string {
  return `${id} ${version} ${kind} ${part}`;
}
