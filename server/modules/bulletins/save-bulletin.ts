import type { Answer, ParsedBody } from "@dutyloop/contract/endpoints.ts";
import type { Language } from "@dutyloop/contract/messages/score-names.ts";
import { firstDayOf, type Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { hasControlCharacters } from "@dutyloop/domain/kernel/text-rules.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { monthRefusal } from "./month-refusal.ts";

export type OfMonth = { readonly organizationId: string; readonly month: Month; readonly language: Language };
type Input = OfMonth & ParsedBody<"saveBulletin">;
type State = { readonly path: string; readonly revision: number };

/** Keeps what is typed for a month; of two who type at once the second is told. */
export const saveBulletin: UseCase<Input, State, { revision: number }, Answer<"saveBulletin">> = {
  name: "bulletins.save",
  access: "board.prepare",
  async load(transaction, { organizationId, month }, { actor }) {
    const place = await transaction
      .selectFrom("organization")
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", organizationId)
      .select("path")
      // One at a time: the first draft of a month is nobody's row yet.
      .forUpdate()
      .executeTakeFirst();
    if (!place) throw notFound();
    const kept = await transaction
      .selectFrom("bulletin_draft")
      .where("tenant_id", "=", actor.tenantId)
      .where("organization_id", "=", organizationId)
      .where("month", "=", firstDayOf(month))
      .select("revision")
      .executeTakeFirst();
    return { path: place.path, revision: kept?.revision ?? 0 };
  },
  place: ({ path }) => path,
  decide({ revision }, { month, texts, revision: read, language }, { today }) {
    const refusal = monthRefusal(month, today, language);
    if (refusal !== null) return refusal;
    for (const [field, text] of Object.entries(texts)) {
      if (hasControlCharacters(text)) return refuse("bulletin.control_characters", {}, `texts.${field}`);
    }
    return read === revision ? { revision: revision + 1 } : refuse("bulletin.saved_by_other", {}, "revision");
  },
  async save({ transaction }, { revision }, { actor, now }, { organizationId, month, texts, leadingOnly }) {
    const key = { tenant_id: actor.tenantId, organization_id: organizationId, month: firstDayOf(month) };
    const kept = {
      texts: JSON.stringify(texts),
      leading_only: leadingOnly,
      revision,
      saved_by: actor.accountId,
      saved_at: now,
    };
    await transaction
      .insertInto("bulletin_draft")
      .values({ ...key, ...kept })
      .onConflict((conflict) => conflict.columns(["tenant_id", "organization_id", "month"]).doUpdateSet(kept))
      .execute();
  },
  audit: ({ revision }, { organizationId, month, texts, leadingOnly }) => ({
    object: `bulletin of organization ${organizationId} for ${month}`,
    after: { revision, texts, leadingOnly },
  }),
  answer: ({ revision }) => ({ revision }),
};
