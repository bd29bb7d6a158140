import { postedIn } from "@dutyloop/domain/assessment/posting-rules.ts";
import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import { firstDayOf, type Month, monthOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { v7 as uuidv7 } from "uuid";
import type { Saving } from "../ritual/saving.ts";
import type { Context } from "../ritual/use-case.ts";

/** Where a fact comes from. Same source, version, kind and part: counted once. */
export type FactOrigin = {
  readonly table: string;
  readonly id: string;
  readonly version: number;
  readonly part: string;
  /** The record that shows it, if any. */
  readonly recordId: string | null;
};

export type PostedFact = { readonly draft: FactDraft; readonly origin: FactOrigin };

/** Outbox topic: the sheet of an organisation and month has to be scored again. */
export const scoreDirty = "score.dirty";

/**
 * Adds facts to what a use case saves: the fact, its source, and one outbox row for each organisation and month whose
 * score they change. A fact that counts in a closed month is booked in the first open one after it.
 */
export function postFacts(
  saving: Saving,
  context: Pick<Context, "actor" | "closedMonths" | "now">,
  facts: readonly PostedFact[],
): void {
  const dirty = new Map<string, { organizationId: string; month: Month }>();
  for (const { draft, origin } of facts) {
    const id = uuidv7();
    saving.insert("fact", {
      tenant_id: context.actor.tenantId,
      posted_in: firstDayOf(postedIn(draft.countsOn, context.closedMonths)),
      id,
      organization_id: draft.organizationId,
      subject_id: draft.subjectId,
      kind: draft.kind,
      sign: 1,
      occurred_on: draft.occurredOn,
      counts_on: draft.countsOn,
      quantity: draft.quantity,
      base: draft.base,
      attributes: draft.attributes,
      source_table: origin.table,
      source_id: origin.id,
      source_version: origin.version,
      record_id: origin.recordId,
      corrects: null,
      recorded_at: context.now,
    });
    saving.insert("fact_source", {
      tenant_id: context.actor.tenantId,
      source_table: origin.table,
      source_id: origin.id,
      source_version: origin.version,
      kind: draft.kind,
      part: origin.part,
      sign: 1,
      fact_id: id,
    });
    const month = monthOf(draft.countsOn);
    dirty.set(`${draft.organizationId} ${month}`, { organizationId: draft.organizationId, month });
  }
  for (const { organizationId, month } of dirty.values()) {
    saving.insert("outbox", {
      tenant_id: context.actor.tenantId,
      topic: scoreDirty,
      organization_id: organizationId,
      month: firstDayOf(month),
      recorded_at: context.now,
    });
  }
}
