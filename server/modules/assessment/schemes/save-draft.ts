import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { Refused } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { type Draft, type DraftKey, noDraft, placedDraft } from "./draft-rows.ts";

type State = { readonly path: string; readonly draft: Draft | undefined };
type Saved = { readonly id: string; readonly revision: number };

/** Keeps what was typed, right or wrong. Who saves on top of another's save is refused and loses nothing. */
export const saveDraft: UseCase<DraftKey & { text: string; revision: number }, State, Saved, { revision: number }> = {
  name: "assessment.save_draft",
  access: "scheme.manage",
  load: (transaction, input, { actor }) => placedDraft(transaction, actor.tenantId, input),
  place: ({ path }) => path,
  decide: ({ draft }, { text, revision }) => {
    if (text.includes("\u0000") || !text.isWellFormed()) return refuse("draft.not_text", {}, "text");
    return staleRefusal(draft, revision) ?? { id: draft?.id ?? uuidv7(), revision: revision + 1 };
  },
  async save({ transaction }, { id, revision }, { actor, now }, { organizationId, kind, code, text }) {
    const { rows } = await sql`
      INSERT INTO definition_draft AS d (tenant_id, id, owner_id, kind, code, body, revision, changed_at, changed_by)
      VALUES (${actor.tenantId}, ${id}, ${organizationId}, ${kind}, ${code}, ${JSON.stringify(text)}::jsonb, ${revision}, ${now}, ${actor.accountId})
      ON CONFLICT (tenant_id, owner_id, kind, code) DO UPDATE
        SET body = excluded.body, revision = excluded.revision, changed_at = excluded.changed_at, changed_by = excluded.changed_by
        WHERE d.revision = excluded.revision - 1 AND d.id = excluded.id
      RETURNING id`.execute(transaction);
    // Somebody else began the same draft in the meantime.
    if (rows.length === 0) throw new Refused(refuse("draft.changed_meanwhile", { revision }, "revision"));
  },
  audit: ({ id, revision }, { kind, code }) => ({ object: `draft ${id}`, after: { kind, code, revision } }),
  answer: ({ revision }) => ({ revision }),
};

/** Refuses what was made of another revision than the one that stands; 0 is where there is none. */
export function staleRefusal(draft: Draft | undefined, revision: number): Refusal | null {
  const standing = draft?.revision ?? 0;
  return standing === revision ? null : refuse("draft.changed_meanwhile", { revision: standing }, "revision");
}

/** Throws a draft away. Published versions are never touched. */
export const deleteDraft: UseCase<DraftKey, State, Draft, Record<string, never>> = {
  name: "assessment.delete_draft",
  access: "scheme.manage",
  load: (transaction, input, { actor }) => placedDraft(transaction, actor.tenantId, input),
  place: ({ path }) => path,
  decide: ({ draft }, input) => draft ?? noDraft(input),
  save: (saving, { id }, { actor }) =>
    saving.change(sql`DELETE FROM definition_draft WHERE tenant_id = ${actor.tenantId} AND id = ${id}`),
  audit: ({ id, revision }, { kind, code }) => ({ object: `draft ${id}`, before: { kind, code, revision } }),
  answer: () => ({}),
};
