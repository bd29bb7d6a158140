import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";

export type DefinitionKind = "indicator" | "scheme";
export type DraftKind = DefinitionKind | "template";
/** Names a draft: who writes it, and what it becomes. */
export type DraftKey = { readonly organizationId: string; readonly kind: DraftKind; readonly code: string };
/** One that becomes an indicator or a scheme. */
export type DefinitionKey = DraftKey & { readonly kind: DefinitionKind };
export type Draft = {
  readonly id: string;
  readonly text: string;
  readonly revision: number;
  readonly changedAt: Date;
};

export function noDraft({ code }: DraftKey) {
  return refuse("draft.none", { code });
}

/** The draft as it stands, or undefined. */
export async function draftOf(database: ReadDatabase, tenantId: number, key: DraftKey): Promise<Draft | undefined> {
  return asDraft(await draftQuery(database, tenantId, key).executeTakeFirst());
}

/** The same, held until the transaction ends, with the path of the organisation that writes it. */
export async function placedDraft(
  transaction: Transaction,
  tenantId: number,
  key: DraftKey,
): Promise<{ path: string; draft: Draft | undefined }> {
  const place = await transaction
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", key.organizationId)
    .select("path")
    .executeTakeFirst();
  if (!place) throw notFound();
  const row = await draftQuery(transaction, tenantId, key).forUpdate().executeTakeFirst();
  return { path: place.path, draft: asDraft(row) };
}

function draftQuery(database: ReadDatabase, tenantId: number, { organizationId, kind, code }: DraftKey) {
  return database
    .selectFrom("definition_draft")
    .where("tenant_id", "=", tenantId)
    .where("owner_id", "=", organizationId)
    .where("kind", "=", kind)
    .where("code", "=", code)
    .select(["id", "body", "revision", "changed_at as changedAt"]);
}

type Row = { id: string; body: unknown; revision: number; changedAt: Date };

function asDraft(row: Row | undefined): Draft | undefined {
  return row && { id: row.id, text: String(row.body), revision: row.revision, changedAt: row.changedAt };
}
