import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "../db/pools.ts";
import type { Saving } from "../ritual/saving.ts";
import { requestCountsOf } from "./count-requests.ts";
import { bookingOf, type IntoVersion, markDirty, type Posting } from "./post-facts.ts";

/** A stored fact with what its storno has to repeat. */
export type StoredFact = {
  readonly id: string;
  readonly organizationId: string;
  readonly subjectId: string | null;
  readonly kind: string;
  readonly occurredOn: PlainDate;
  readonly countsOn: PlainDate;
  readonly quantity: string;
  readonly base: string | null;
  readonly attributes: Record<string, string | number>;
  readonly details: Record<string, string | number>;
  readonly sourceTable: string;
  readonly sourceId: string;
  readonly sourceVersion: number;
  readonly part: string;
  readonly recordId: string | null;
};

/** The facts of one organisation with these ids that stand, i.e. that no storno has reversed yet. */
export async function standingFacts(
  transaction: Transaction,
  tenantId: number,
  organizationId: string,
  ids: readonly string[],
): Promise<StoredFact[]> {
  const { rows } = await sql<StoredFact>`
    SELECT f.id, f.organization_id AS "organizationId", f.subject_id AS "subjectId", f.kind, f.occurred_on AS "occurredOn",
      f.counts_on AS "countsOn", f.quantity, f.base, f.attributes, f.details, f.source_table AS "sourceTable",
      f.source_id AS "sourceId", f.source_version AS "sourceVersion", s.part, f.record_id AS "recordId"
    FROM fact f
    JOIN fact_source s ON s.tenant_id = f.tenant_id AND s.source_table = f.source_table AND s.source_id = f.source_id
      AND s.source_version = f.source_version AND s.kind = f.kind AND s.sign = f.sign AND s.fact_id = f.id
    WHERE f.tenant_id = ${tenantId} AND f.organization_id = ${organizationId} AND f.id = ANY(${[...ids]}::uuid[]) AND f.sign = 1
      AND NOT EXISTS (SELECT 1 FROM fact_source r WHERE r.tenant_id = s.tenant_id AND r.source_table = s.source_table
        AND r.source_id = s.source_id AND r.source_version = s.source_version AND r.kind = s.kind AND r.part = s.part AND r.sign = -1)`.execute(
    transaction,
  );
  return rows;
}

/** Adds a storno for each of these facts: the same content with sign −1, which corrects it; nothing is overwritten. */
export function reverseFacts(
  saving: Saving,
  context: Posting,
  facts: readonly StoredFact[],
  into: IntoVersion | null = null,
): void {
  for (const fact of facts) {
    const id = uuidv7();
    saving.insert("fact", {
      ...bookingOf(context, fact.countsOn, into),
      tenant_id: context.actor.tenantId,
      id,
      organization_id: fact.organizationId,
      subject_id: fact.subjectId,
      kind: fact.kind,
      sign: -1,
      occurred_on: fact.occurredOn,
      counts_on: fact.countsOn,
      quantity: fact.quantity,
      base: fact.base,
      attributes: fact.attributes,
      details: fact.details,
      source_table: fact.sourceTable,
      source_id: fact.sourceId,
      source_version: fact.sourceVersion,
      record_id: fact.recordId,
      corrects: fact.id,
      recorded_at: context.now,
    });
    saving.insert("fact_source", {
      tenant_id: context.actor.tenantId,
      source_table: fact.sourceTable,
      source_id: fact.sourceId,
      source_version: fact.sourceVersion,
      kind: fact.kind,
      part: fact.part,
      sign: -1,
      fact_id: id,
    });
  }
  markDirty(saving, context, facts);
  requestCountsOf(saving, context, facts);
}
