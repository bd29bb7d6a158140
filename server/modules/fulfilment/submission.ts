import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import { decideRecord } from "@dutyloop/domain/fulfilment/record-rules.ts";
import type { RecordDecision } from "@dutyloop/domain/fulfilment/things.ts";
import { type Month, monthOf, monthsFromTo, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import { postFacts } from "../../platform/facts/post-facts.ts";
import type { Saving } from "../../platform/ritual/saving.ts";
import type { Context } from "../../platform/ritual/use-case.ts";
import type { StoredObligation } from "../duties/index.ts";
import type { NamedRosterEntry } from "../organization/index.ts";
import { entryOf } from "./entry.ts";
import { factOrigins } from "./fact-origins.ts";
import { lateReasonRefusal, withLateReason } from "./late-entry.ts";
import type { SubmittedRecord } from "./record-input.ts";
import { recordRows } from "./record-rows.ts";
import type { Host } from "./record-store.ts";

export type SubmissionState = {
  recordId: string;
  host: Host;
  templates: TemplateBody[];
  unknownTemplates: boolean;
  roster: readonly NamedRosterEntry[];
  obligations: readonly StoredObligation[];
  filesMissing: boolean;
};
export type Submission = { readonly state: SubmissionState; readonly decision: RecordDecision };

/** What a record is worth, or why it can't be taken; the same for one that is entered and for one that is taken in. */
export function decideSubmission(
  state: SubmissionState,
  input: SubmittedRecord,
  { today, closedMonths }: Pick<Context, "today" | "closedMonths">,
): Submission | Refusal {
  if (!state.host.subjectFits) return refuse("record.subject_not_here", {}, "subjectId");
  if (state.unknownTemplates) return refuse("record.template_unknown", {}, "templateCodes");
  if (state.filesMissing) return refuse("record.file_unknown", {}, "fileIds");
  const decision = decideRecord({
    organizationId: input.organizationId,
    groupId: input.subjectId === input.organizationId ? null : input.subjectId,
    content: entryOf(input),
    templates: state.templates,
    obligations: state.obligations,
    roster: state.roster,
    today,
    enteredOn: today,
  });
  if (isRefusal(decision)) return decision;
  const refusal = lateReasonRefusal(factsToPost({ state, decision }), input.lateReason, closedMonths);
  return refusal ?? { state, decision };
}

/** Adds a record's rows and facts to what is saved; the duties it discharges are marked by `markDischarged`. */
export function saveSubmission(
  saving: Saving,
  submission: Submission,
  context: Context,
  input: SubmittedRecord,
  importId: string | null = null,
): void {
  const { state, decision } = submission;
  for (const [table, rows] of recordRows(context, state, decision, input, importId)) saving.insert(table, ...rows);
  const facts = withLateReason(factsToPost(submission), input.lateReason, context.closedMonths);
  postFacts(saving, context, factOrigins(state, facts));
}

/** Each duty that a record discharges, with the record. */
export function dischargesOf({ state, decision }: Submission): { recordId: string; obligationId: string }[] {
  return decision.discharges.map(({ obligation }) => ({ recordId: state.recordId, obligationId: obligation.id }));
}

/** A duty entered after its deadline was posted as due when the deadline passed; that fact stands and isn't doubled. */
export function factsToPost({ state, decision }: Submission): FactDraft[] {
  const standing = new Set(state.obligations.filter(({ duePosted }) => duePosted).map(({ id }) => id));
  return decision.facts.filter(
    ({ kind, details }) => kind !== "obligation.due" || !standing.has(String(details.obligation)),
  );
}

/** What is made up for under an extension counts in the month it was due, and is booked there or in the first open one. */
export function monthsOfExtensions(obligations: readonly StoredObligation[], occurredOn: PlainDate): Month[] {
  return obligations
    .filter(({ dueOn, extendedTo }) => dueOn < occurredOn && extendedTo !== null)
    .flatMap(({ dueOn }) => monthsFromTo(monthOf(dueOn), monthOf(occurredOn)));
}
