import type { Answer, ParsedBody } from "@dutyloop/contract/endpoints.ts";
import { saveRefusal } from "@dutyloop/domain/fulfilment/draft-rules.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { type HeldDraft, heldDraft, recordOfDraft } from "./draft-rows.ts";
import { type Host, hostOf } from "./record-store.ts";

type Input = ParsedBody<"saveRecordDraft"> & { readonly organizationId: string; readonly draftId: string };
type State = { readonly host: Host; readonly draft: HeldDraft | null; readonly maySign: boolean };
type Decision = { readonly revision: number; readonly fresh: boolean };

/** Keeps what is typed, as it is typed; of two who type at once the second is told. */
export const saveRecordDraft: UseCase<Input, State, Decision, Answer<"saveRecordDraft">> = {
  name: "fulfilment.save_draft",
  access: "record.draft",
  async load(transaction, { organizationId, subjectId, draftId }, { actor, today }) {
    const host = await hostOf(transaction, actor.tenantId, organizationId, subjectId);
    const held = await heldDraft(transaction, actor.tenantId, draftId);
    if (!host || (held !== null && held.organizationId !== organizationId)) throw notFound();
    const recordId = held === null ? await recordOfDraft(transaction, actor.tenantId, draftId) : null;
    const gone = { id: draftId, organizationId, state: "submitted", revision: 0, recordId } as const;
    const maySign = covers(scopeOf(actor, "record.submit", today), host.path);
    return { host, draft: recordId === null ? held : gone, maySign };
  },
  place: ({ host }) => host.path,
  decide({ host, draft, maySign }, { revision }) {
    if (!host.subjectFits) return refuse("record.subject_not_here", {}, "subjectId");
    return saveRefusal(draft, revision, maySign) ?? { revision: revision + 1, fresh: draft === null };
  },
  async save(saving, { revision, fresh }, { actor, now }, input) {
    const kept = {
      subject_id: input.subjectId,
      template_codes: input.templateCodes,
      title: input.title,
      occurred_on: input.occurredOn,
      content: input.content,
      revision,
      typed_by: actor.accountId,
      typed_at: now,
    };
    if (fresh) {
      const { organizationId, draftId } = input;
      const key = { tenant_id: actor.tenantId, id: draftId, organization_id: organizationId, state: "draft" };
      saving.insert("record_draft", { ...key, ...kept });
      return;
    }
    await saving.transaction
      .updateTable("record_draft")
      .set(kept)
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", input.draftId)
      .execute();
  },
  audit: ({ revision }, { draftId, organizationId }) => ({
    object: `record draft ${draftId}`,
    after: { organizationId, revision },
  }),
  answer: ({ revision }) => ({ revision }),
};
