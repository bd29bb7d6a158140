import type { Obligation } from "@dutyloop/domain/duties/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import type { Saving } from "../../platform/ritual/saving.ts";

/** `duePosted`: that it was due stands as a fact already, because its deadline had passed. */
export type StoredObligation = Obligation & { readonly templateVersion: number; readonly duePosted: boolean };

/**
 * The obligations of one organisation and its 党小组 that a record of that day could concern, in every state, locked
 * until the end of the transaction: two records sent at once can't both discharge one. Where none of a template holds
 * the day, its nearest ones are given, so that a refusal can name the possible days.
 */
export async function obligationsAround(
  transaction: Transaction,
  tenantId: number,
  organizationId: string,
  templateCodes: readonly string[],
  day: PlainDate,
): Promise<StoredObligation[]> {
  const { rows } = await sql<StoredObligation>`
    SELECT id, organization_id AS "organizationId", subject_id AS "subjectId", source_id AS "sourceId", template_code AS "templateCode",
      template_version AS "templateVersion", period_from AS "periodFrom", period_to AS "periodTo", due_on AS "dueOn", occurrence, state,
      extended_to AS "extendedTo", due_posted AS "duePosted"
    FROM obligation
    WHERE tenant_id = ${tenantId} AND organization_id = ${organizationId} AND template_code = ANY(${[...templateCodes]})
      AND due_on >= ${day}::date - 400 AND due_on <= ${day}::date + 400
      AND period_to >= ${day}::date - 40 AND period_from <= ${day}::date + 40
    ORDER BY due_on, occurrence, id
    FOR NO KEY UPDATE`.execute(transaction);
  return rows;
}

/** Marks obligations discharged by a record, together with what else is saved. */
export function markDischarged(saving: Saving, tenantId: number, recordId: string, ids: readonly string[]): void {
  if (ids.length === 0) return;
  saving.change(sql`UPDATE obligation SET state = 'discharged', record_id = ${recordId}, due_posted = true
    WHERE tenant_id = ${tenantId} AND id = ANY(${[...ids]}::uuid[])`);
}
