import { changeRefusal } from "@dutyloop/domain/fulfilment/correction-rules.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import { reverseFacts } from "../../platform/facts/reverse-facts.ts";
import type { Saving } from "../../platform/ritual/saving.ts";
import type { Context } from "../../platform/ritual/use-case.ts";
import { reopenDuties } from "../duties/index.ts";
import {
  factChanges,
  type Held,
  monthsOfChange,
  type PostedFacts,
  postedFacts,
  reopenedBy,
} from "./facts-of-change.ts";
import { heldRecord, type StandingRecord } from "./standing-record.ts";

/** A record that is to be checked, with what taking it back would touch. */
export type Reversal = {
  readonly record: StandingRecord;
  readonly posted: PostedFacts;
  readonly held: readonly Held[];
  readonly months: readonly Month[];
  /** Whether the caller entered it or belongs to one of its hosts: nobody checks his own work. */
  readonly own: boolean;
};

export async function loadReversal(transaction: Transaction, recordId: string, context: Context): Promise<Reversal> {
  const { actor, today } = context;
  const { tenantId, accountId, personId } = actor;
  const record = await heldRecord(transaction, recordId, context, "record.sample");
  const posted = await postedFacts(transaction, tenantId, recordId);
  const held = await sql<Held>`SELECT id, due_on AS "dueOn" FROM obligation
    WHERE tenant_id = ${tenantId} AND record_id = ${recordId} AND state = 'discharged'
      AND organization_id = ANY(${record.hosts.map(({ organizationId }) => organizationId)}::uuid[])
    ORDER BY due_on, occurrence, id FOR NO KEY UPDATE`.execute(transaction);
  const submits = scopeOf(actor, "record.submit", today);
  const own =
    record.recordedBy === accountId ||
    record.hosts.some(({ path }) => covers(submits, path)) ||
    (await belongs(transaction, tenantId, personId, record));
  return { record, posted, held: held.rows, months: monthsOfChange(posted, [record.occurredOn], today), own };
}

async function belongs(
  transaction: Transaction,
  tenantId: number,
  personId: string | null,
  { hosts }: StandingRecord,
): Promise<boolean> {
  if (personId === null) return false;
  const member = await transaction
    .selectFrom("membership")
    .where("tenant_id", "=", tenantId)
    .where("person_id", "=", personId)
    .where(
      "organization_id",
      "in",
      hosts.map(({ organizationId }) => organizationId),
    )
    .where("valid_to", "is", null)
    .select("id")
    .executeTakeFirst();
  return member !== undefined;
}

/** Why it can't be taken back, or null. */
export function reversalRefusal({ record, own }: Reversal, reason: string): Refusal | null {
  if (own) return refuse("sample.own_record");
  if (reason.trim() === "") return refuse("sample.reason_missing", {}, "reason");
  return changeRefusal(record, "revoke", { version: record.version, reason });
}

/** Takes a record back: its facts by stornos, and what it discharged is owed again. Its versions stay. */
export async function saveReversal(
  saving: Saving,
  context: Context,
  { record, posted, held }: Reversal,
  reason: string,
): Promise<void> {
  const { actor, now, today } = context;
  reverseFacts(saving, context, factChanges(posted, [], held, today).reverse);
  reopenDuties(saving, actor.tenantId, reopenedBy(held, today));
  saving.insert("record_to_word", { tenant_id: actor.tenantId, record_id: record.id });
  await saving.transaction
    .updateTable("record")
    .set({ state: "revoked", revoked_reason: reason, revoked_at: now, revoked_by: actor.accountId })
    .where("tenant_id", "=", actor.tenantId)
    .where("id", "=", record.id)
    .execute();
}
