import { type Figure, plainDecimal } from "@dutyloop/domain/assessment/scoring/measure-rules.ts";
import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import { firstDayOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { v7 as uuidv7 } from "uuid";
import { type PostedFact, postFacts, scoreDirty } from "../../../platform/facts/post-facts.ts";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import type { DeliveryFrame } from "./deliveries.ts";
import type { Addition } from "./plan-import.ts";

/** Books what a delivery adds: a receipt for each organisation, which its facts name as their source. */
export function bookImport(
  saving: Saving,
  context: Context,
  { source, month }: DeliveryFrame,
  additions: readonly Addition[],
): void {
  const { actor, now, nextClosing } = context;
  const facts: PostedFact[] = [];
  for (const { organization, digest, figures } of additions) {
    const id = uuidv7();
    saving.insert("receipt", {
      tenant_id: actor.tenantId,
      source,
      organization_id: organization.id,
      month: firstDayOf(month),
      id,
      rows: figures.length,
      digest,
      received_at: now,
      received_by: actor.accountId,
      closing: nextClosing,
    });
    for (const { figure, part } of figures) {
      const origin = { table: "receipt", id, version: 1, part, recordId: null };
      facts.push({ draft: figureFact(figure, organization.id, source), origin });
    }
    // A 零报告 has no fact of its own and still changes the sheet: its leaf is no longer pending.
    if (figures.length === 0)
      saving.insert("outbox", {
        tenant_id: actor.tenantId,
        topic: scoreDirty,
        organization_id: organization.id,
        month: firstDayOf(month),
        recorded_at: now,
      });
  }
  postFacts(saving, context, facts);
}

/** A figure as the fact it becomes; `details` are shown and never scored. */
export function figureFact(
  figure: Figure,
  organizationId: string,
  source: string,
  details: Readonly<Record<string, string>> = {},
): FactDraft {
  const { metric, note } = figure;
  return {
    kind: figure.kind,
    organizationId,
    subjectId: null,
    occurredOn: figure.occurredOn,
    countsOn: figure.occurredOn,
    quantity: plainDecimal(figure.quantity),
    base: figure.base === null ? null : plainDecimal(figure.base),
    attributes: { ...figure.attributes, ...(metric === null ? {} : { metric }) },
    details: { source, ...(note === "" ? {} : { note }), ...details },
  };
}
