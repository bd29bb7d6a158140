import type { StandingDraft } from "@dutyloop/domain/fulfilment/draft-rules.ts";
import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import { notFound } from "../../platform/ritual/refused.ts";

export type HeldDraft = StandingDraft & { readonly id: string; readonly organizationId: string };

/** A draft, locked until the end of the transaction: two who sign it at once get one record. */
export async function heldDraft(transaction: Transaction, tenantId: number, id: string): Promise<HeldDraft | null> {
  const { rows } = await sql<HeldDraft>`
    SELECT id, organization_id AS "organizationId", state, revision, record_id AS "recordId" FROM record_draft
    WHERE tenant_id = ${tenantId} AND id = ${id} FOR UPDATE`.execute(transaction);
  return rows[0] ?? null;
}

/** The record that a draft became, where the draft itself never reached the server or is gone; null where there is none. */
export async function recordOfDraft(transaction: Transaction, tenantId: number, id: string): Promise<string | null> {
  const record = await transaction
    .selectFrom("record")
    .where("tenant_id", "=", tenantId)
    .where("draft_id", "=", id)
    .select("id")
    .executeTakeFirst();
  return record?.id ?? null;
}

/** The draft that is about to be submitted as a record; null where it never reached the server. */
export async function signedDraft(
  transaction: Transaction,
  tenantId: number,
  organizationId: string,
  id: string,
): Promise<StandingDraft | null> {
  const draft = await heldDraft(transaction, tenantId, id);
  if (draft !== null && draft.organizationId !== organizationId) throw notFound();
  if (draft !== null) return draft;
  const recordId = await recordOfDraft(transaction, tenantId, id);
  return recordId === null ? null : { state: "submitted", revision: 0, recordId };
}

/** The draft is kept as the sign that it was submitted; what was typed stands in the record. */
export function draftBecame(tenantId: number, id: string, recordId: string): RawBuilder<unknown> {
  return sql`UPDATE record_draft SET state = 'submitted', content = '', record_id = ${recordId}::uuid
    WHERE tenant_id = ${tenantId} AND id = ${id}::uuid`;
}
