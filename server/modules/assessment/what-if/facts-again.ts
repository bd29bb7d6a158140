import { evidenceOf } from "@dutyloop/domain/assessment/scoring/evidence.ts";
import type { Evidence, FactKind, ScoringFact } from "@dutyloop/domain/assessment/things.ts";
import { sql } from "kysely";
import type { Database } from "../../../platform/db/pools.ts";
import { readEvidence } from "../evidence-stream.ts";
import { type Portion, quoted, rangeCondition } from "./portions.ts";

/** Which facts have to be read again. */
export type Wanted = {
  readonly kinds: ReadonlySet<FactKind>;
  /** Those of which each fact must be told from the others. */
  readonly singles: ReadonlySet<FactKind>;
  /** Null for everybody's. */
  readonly organizationIds: readonly string[] | null;
};

/** All facts of these kinds that count in a portion's period, whenever they were booked, by organisation. */
export async function factsAgain(
  database: Database,
  tenantId: number,
  portion: Portion,
  wanted: Wanted,
): Promise<ReadonlyMap<string, readonly Evidence[]>> {
  const singles = [...wanted.kinds].filter((kind) => wanted.singles.has(kind));
  const additive = [...wanted.kinds].filter((kind) => !wanted.singles.has(kind));
  const [sums, alone] = await Promise.all([
    additive.length === 0
      ? new Map<string, Evidence[]>()
      : readEvidence(database.copying(tenantId, additiveQuery(tenantId, portion, additive, wanted.organizationIds))),
    singles.length === 0 ? [] : singleFacts(database, tenantId, portion, singles, wanted.organizationIds),
  ]);
  const all = new Map<string, readonly Evidence[]>(sums);
  for (const [id, facts] of Map.groupBy(alone, ({ organizationId }) => organizationId)) {
    all.set(id, [...(sums.get(id) ?? []), ...evidenceOf(facts, wanted.singles)]);
  }
  return all;
}

/** In the order of columns that `readEvidence` understands. Late facts are found by their own index. */
function additiveQuery(
  tenantId: number,
  { period: { from, to }, ids }: Portion,
  kinds: readonly FactKind[],
  organizationIds: readonly string[] | null,
): string {
  const [first, last] = [quoted(from), quoted(to)];
  const whose = organizationIds === null ? "" : ` AND organization_id = ANY ('{${organizationIds.join(",")}}')`;
  const facts = `SELECT organization_id, kind || ' ' || attributes, sign, quantity, base FROM fact
    WHERE tenant_id = ${tenantId} AND kind = ANY ('{${kinds.join(",")}}')${whose}${rangeCondition(ids)}`;
  return `${facts} AND posted_in >= ${first} AND posted_in <= ${last} AND posted_in <= counts_on AND counts_on <= ${last}
    UNION ALL ${facts} AND posted_in > counts_on AND counts_on >= ${first} AND counts_on <= ${last}`;
}

async function singleFacts(
  database: Database,
  tenantId: number,
  { period: { from, to }, ids: { after, upTo } }: Portion,
  kinds: readonly FactKind[],
  organizationIds: readonly string[] | null,
): Promise<(ScoringFact & { organizationId: string })[]> {
  const { rows } = await sql<ScoringFact & { organizationId: string }>`
    SELECT organization_id AS "organizationId", id, kind, sign, quantity, base, attributes, occurred_on AS "occurredOn", corrects,
      recorded_at AS "recordedAt"
    FROM fact WHERE tenant_id = ${tenantId} AND kind = ANY(${[...kinds]}::text[]) AND counts_on >= ${from}::date
      AND counts_on <= ${to}::date AND posted_in >= ${from}::date
      AND (${after}::uuid IS NULL OR organization_id > ${after}::uuid) AND (${upTo}::uuid IS NULL OR organization_id <= ${upTo}::uuid)
      AND (${organizationIds === null}::boolean OR organization_id = ANY(${[...(organizationIds ?? [])]}::uuid[]))`.execute(
    database.reading(tenantId),
  );
  return rows;
}
