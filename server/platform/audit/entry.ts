import { createHash, createHmac } from "node:crypto";
import { type CanonicalValue, canonicalJson } from "@dutyloop/domain/kernel/canonical-json.ts";
import { v7 as uuidv7 } from "uuid";
import type { Audited, Caller, Context } from "../ritual/use-case.ts";

/** A row of audit_entry without its MAC. */
export type AuditFields = {
  tenant_id: number;
  id: string;
  recorded_at: string;
  account_id: string | null;
  account_name: string;
  action: string;
  object: string;
  place: string | null;
  outcome: "done" | "refused";
  before_digest: string | null;
  after_digest: string | null;
  address: string | null;
  request_id: string;
};

/** HMAC-SHA-256 over every field of the row, so that no column can be changed unseen (SEC-14). */
export function entryMac(key: Buffer, fields: AuditFields): string {
  return createHmac("sha256", key).update(canonicalJson(fields)).digest("hex");
}

/** The entry of a use case that was performed, and its place in the sealer's queue. */
export function auditRows(
  key: Buffer,
  context: Caller & Pick<Context, "now">,
  action: string,
  place: string | null,
  audited: Audited,
  outcome: "done" | "refused" = "done",
): ["audit_entry" | "audit_unsealed", Record<string, unknown>][] {
  const fields: AuditFields = {
    tenant_id: context.actor.tenantId,
    id: uuidv7(),
    recorded_at: context.now.toISOString(),
    account_id: context.actor.accountId === "" ? null : context.actor.accountId,
    account_name: oneLine(context.accountName),
    action,
    object: oneLine(audited.object),
    place,
    outcome,
    before_digest: digestOf(audited.before),
    after_digest: digestOf(audited.after),
    address: context.address,
    request_id: context.requestId,
  };
  return [
    ["audit_entry", { ...fields, mac: entryMac(key, fields) }],
    ["audit_unsealed", { tenant_id: fields.tenant_id, entry_id: fields.id }],
  ];
}

/** What users typed may not forge lines or colours where the log is read. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ").slice(0, 300);
}

function digestOf(state: CanonicalValue | undefined): string | null {
  return state === undefined ? null : createHash("sha256").update(canonicalJson(state)).digest("hex");
}
