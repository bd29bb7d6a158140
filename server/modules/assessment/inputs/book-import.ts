import { plainDecimal } from "@dutyloop/domain/assessment/scoring/measure-rules.ts";
import { firstDayOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { v7 as uuidv7 } from "uuid";
import { type PostedFact, postFacts, scoreDirty } from "../../../platform/facts/post-facts.ts";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import type { DeliveryFrame } from "./deliveries.ts";
import type { Addition, NewFigure } from "./plan-import.ts";

/** Books what a delivery adds: a receipt for each organisation, which its facts name as their source. */
export function bookImport(
  saving: Saving,
  context: Context,
  { source, month }: DeliveryFrame,
  additions: readonly Addition[],
): void {
  const { actor, now } = context;
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
    });
    facts.push(...figures.map((figure) => factOf(figure, organization.id, source, id)));
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

function factOf({ figure, part }: NewFigure, organizationId: string, source: string, receiptId: string): PostedFact {
  const { metric, note } = figure;
  return {
    draft: {
      kind: figure.kind,
      organizationId,
      subjectId: null,
      occurredOn: figure.occurredOn,
      countsOn: figure.occurredOn,
      quantity: plainDecimal(figure.quantity),
      base: figure.base === null ? null : plainDecimal(figure.base),
      attributes: { ...figure.attributes, ...(metric === null ? {} : { metric }) },
      details: { source, ...(note === "" ? {} : { note }) },
    },
    origin: { table: "receipt", id: receiptId, version: 1, part, recordId: null },
  };
}
