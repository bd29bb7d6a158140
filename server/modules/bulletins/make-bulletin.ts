import { createHash } from "node:crypto";
import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { canonicalJson } from "@dutyloop/domain/kernel/canonical-json.ts";
import { firstDayOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { v7 as uuidv7 } from "uuid";
import type { OfficialNotice } from "../../platform/documents/official-notice.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { bulletinData } from "./bulletin-data.ts";
import { draftOf } from "./bulletin-store.ts";
import { monthRefusal } from "./month-refusal.ts";
import type { OfMonth } from "./save-bulletin.ts";
import { usualRecipient, writtenBulletin } from "./written-bulletin.ts";

type State = { readonly path: string; readonly notice: OfficialNotice };
type Decision = { readonly id: string; readonly notice: OfficialNotice; readonly digest: string };

/** Makes the 通报 of a month of the figures as they stand and what was saved; it is kept as it is, whatever changes later. */
export const makeBulletin: UseCase<OfMonth, State, Decision, Answer<"makeBulletin">, State> = {
  name: "bulletins.make",
  access: "board.prepare",
  // Reading the figures of a large group takes long and holds nothing.
  async prepare(database, { organizationId, month, language }, { actor, today }) {
    const { tenantId } = actor;
    const scope = scopeOf(actor, "board.prepare", today);
    const data = await bulletinData({ database, tenantId, scope, today }, organizationId, month);
    const draft = await draftOf(database, tenantId, organizationId, month, usualRecipient(data, language));
    return { path: data.place.path, notice: writtenBulletin(data, draft, language) };
  },
  async load(transaction, { organizationId }, { actor }, { notice }) {
    const place = await transaction
      .selectFrom("organization")
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", organizationId)
      .select("path")
      .executeTakeFirst();
    if (!place) throw notFound();
    return { path: place.path, notice };
  },
  place: ({ path }) => path,
  decide({ notice }, { month, language }, { today }) {
    const digest = () => createHash("sha256").update(canonicalJson(notice)).digest("hex");
    return monthRefusal(month, today, language) ?? { id: uuidv7(), notice, digest: digest() };
  },
  save(saving, { id, notice, digest }, { actor, now }, { organizationId, month }) {
    saving.insert("bulletin", {
      tenant_id: actor.tenantId,
      id,
      organization_id: organizationId,
      month: firstDayOf(month),
      notice,
      digest,
      made_by: actor.accountId,
      made_at: now,
    });
  },
  audit: ({ id, digest }, { organizationId, month }) => ({
    object: `bulletin ${id}`,
    after: { organizationId, month, digest },
  }),
  answer: ({ id }) => ({ bulletinId: id }),
};
