import { postedIn } from "@dutyloop/domain/assessment/periods/posting-rules.ts";
import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import { firstDayOf, type Month, monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { v7 as uuidv7 } from "uuid";
import type { Saving } from "../ritual/saving.ts";
import type { Context } from "../ritual/use-case.ts";
import { requestCountsOf } from "./count-requests.ts";

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

/**
 * How facts get into a version of a period that takes no ordinary entries any more: an upheld dispute books what it
 * changes under the number of that version's closing.
 */
export type IntoVersion = { readonly month: Month; readonly closing: number };

export type Posting = Pick<Context, "actor" | "closedMonths" | "heldMonths" | "nextClosing" | "now">;

/** Outbox topic: the sheet of an organisation and month has to be scored again. */
export const scoreDirty = "score.dirty";

/**
 * Adds facts to what a use case saves: the fact, its source, and one outbox row for each organisation and month whose
 * score they change. A fact that counts in a closed month is booked in the first open one after it.
 */
export function postFacts(
  saving: Saving,
  context: Posting,
  facts: readonly PostedFact[],
  into: IntoVersion | null = null,
): void {
  for (const { draft, origin } of facts) {
    const id = uuidv7();
    saving.insert("fact", {
      ...bookingOf(context, draft.countsOn, into),
      tenant_id: context.actor.tenantId,
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
      details: draft.details,
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
  }
  markDirty(
    saving,
    context,
    facts.map(({ draft }) => draft),
  );
  requestCountsOf(
    saving,
    context,
    facts.map(({ draft }) => draft),
  );
}

/**
 * Where and before which closing a fact is booked. Throws where the month it counts in or the one it is booked in isn't
 * held: a closing could slip in between and the fact be missing from what was closed.
 */
export function bookingOf(
  { closedMonths, heldMonths, nextClosing }: Posting,
  countsOn: PlainDate,
  into: IntoVersion | null,
): { posted_in: PlainDate; closing: number } {
  const counts = monthOf(countsOn);
  if (!heldMonths.has(counts)) throw new Error(`A fact counts in ${counts}, which isn't held`);
  if (into !== null && into.month === counts) return { posted_in: firstDayOf(counts), closing: into.closing };
  const booked = postedIn(countsOn, closedMonths);
  if (!heldMonths.has(booked)) throw new Error(`A fact is booked in ${booked}, which isn't held`);
  return { posted_in: firstDayOf(booked), closing: nextClosing };
}

/** Asks for a new score of each organisation and month that these facts count in. */
export function markDirty(
  saving: Saving,
  context: Pick<Posting, "actor" | "now">,
  facts: readonly Pick<FactDraft, "organizationId" | "countsOn">[],
): void {
  const keys = new Map(facts.map((fact) => [`${fact.organizationId} ${monthOf(fact.countsOn)}`, fact]));
  for (const { organizationId, countsOn } of keys.values()) {
    saving.insert("outbox", {
      tenant_id: context.actor.tenantId,
      topic: scoreDirty,
      organization_id: organizationId,
      month: firstDayOf(monthOf(countsOn)),
      recorded_at: context.now,
    });
  }
}
