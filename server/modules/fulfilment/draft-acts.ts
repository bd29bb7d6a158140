import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { draftRefusal } from "@dutyloop/domain/fulfilment/draft-rules.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { placeInScope } from "../../platform/access/place.ts";
import type { Transaction } from "../../platform/db/pools.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { Context, UseCase } from "../../platform/ritual/use-case.ts";
import { type HeldDraft, heldDraft } from "./draft-rows.ts";

type Address = { readonly organizationId: string; readonly draftId: string };
type State = { readonly path: string; readonly draft: HeldDraft; readonly maySign: boolean };
type Decision = { readonly draft: HeldDraft };

async function loadDraft(
  transaction: Transaction,
  { organizationId, draftId }: Address,
  { actor, today }: Context,
): Promise<State> {
  const { tenantId } = actor;
  const drafts = scopeOf(actor, "record.draft", today);
  const { path } = await placeInScope(transaction, tenantId, drafts, organizationId);
  const draft = await heldDraft(transaction, tenantId, draftId);
  if (draft?.organizationId !== organizationId) throw notFound();
  return { path, draft, maySign: covers(scopeOf(actor, "record.submit", today), path) };
}

const inAudit = ({ draft }: Decision, { draftId }: Address) => ({
  object: `record draft ${draftId}`,
  after: { organizationId: draft.organizationId, revision: draft.revision },
});

/** 交书记审签: from then on only who may submit changes it. */
export const handOverDraft: UseCase<Address & { revision: number }, State, Decision, Answer<"handOverDraft">> = {
  name: "fulfilment.hand_over_draft",
  access: "record.draft",
  load: loadDraft,
  place: ({ path }) => path,
  decide({ draft }, { revision }) {
    const refusal = draftRefusal(draft, "hand_over");
    if (refusal !== null) return refusal;
    return draft.revision === revision ? { draft } : refuse("draft.changed_elsewhere", { revision: draft.revision });
  },
  async save(saving, { draft }, { actor, now }) {
    await saving.transaction
      .updateTable("record_draft")
      .set({
        state: "awaiting_signature",
        handed_over_by: actor.accountId,
        handed_over_at: now,
        sent_back_reason: null,
      })
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", draft.id)
      .execute();
  },
  audit: inAudit,
  answer: ({ draft }) => ({ revision: draft.revision }),
};

/** The secretary sends it back and says why. */
export const sendBackDraft: UseCase<Address & { reason: string }, State, Decision, Answer<"sendBackDraft">> = {
  name: "fulfilment.send_back_draft",
  access: "record.submit",
  load: loadDraft,
  place: ({ path }) => path,
  decide({ draft }, { reason }) {
    if (reason.trim() === "") return refuse("draft.reason_missing", {}, "reason");
    return draftRefusal(draft, "send_back") ?? { draft };
  },
  async save(saving, { draft }, { actor }, { reason }) {
    await saving.transaction
      .updateTable("record_draft")
      .set({ state: "draft", sent_back_reason: reason })
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", draft.id)
      .execute();
  },
  audit: (decision, input) => ({ ...inAudit(decision, input), before: { state: "awaiting_signature" } }),
  answer: ({ draft }) => ({ revision: draft.revision }),
};

/** Throws a draft away that nobody signs; what became a record isn't a draft any more. */
export const discardRecordDraft: UseCase<Address, State, Decision, Answer<"discardRecordDraft">> = {
  name: "fulfilment.discard_draft",
  access: "record.draft",
  load: loadDraft,
  place: ({ path }) => path,
  decide({ draft, maySign }) {
    if (draft.recordId !== null) return refuse("draft.already_submitted", { recordId: draft.recordId });
    return draft.state === "awaiting_signature" && !maySign ? refuse("draft.handed_over") : { draft };
  },
  async save(saving, { draft }, { actor }) {
    await saving.transaction
      .deleteFrom("record_draft")
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", draft.id)
      .execute();
  },
  audit: inAudit,
  answer: () => ({}),
};
