import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import { deviationRefusal } from "@dutyloop/domain/fulfilment/deviation-rules.ts";
import { decideJointRecord } from "@dutyloop/domain/fulfilment/joint-rules.ts";
import { type Month, monthOf, monthsFromTo, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { postFacts } from "../../platform/facts/post-facts.ts";
import type { Saving } from "../../platform/ritual/saving.ts";
import type { Context } from "../../platform/ritual/use-case.ts";
import type { StoredObligation } from "../duties/index.ts";
import { attendanceOf, entryOf } from "./entry.ts";
import { factOrigins } from "./fact-origins.ts";
import { lateReasonRefusal, withLateReason } from "./late-entry.ts";
import type { SubmittedRecord } from "./record-input.ts";
import { newRecordRows } from "./record-rows.ts";
import { decisionsOf, dutiesOf, type Submission, type SubmissionState } from "./submission-state.ts";

/** What a record is worth, or why it can't be taken; the same for one that is entered and for one that is taken in. */
export function decideSubmission(
  state: SubmissionState,
  input: SubmittedRecord,
  { today, closedMonths }: Pick<Context, "today" | "closedMonths">,
): Submission | Refusal {
  const submission = judgeSubmission(state, input, today, today);
  if (isRefusal(submission)) return submission;
  return lateReasonRefusal(factsToPost(submission), input.lateReason, closedMonths) ?? submission;
}

/** The same for one that somebody types, who can be asked why it departs from what is generally asked for. */
export function decideEntry(
  state: SubmissionState,
  input: SubmittedRecord,
  books: Pick<Context, "today" | "closedMonths">,
): Submission | Refusal {
  const submission = decideSubmission(state, input, books);
  if (isRefusal(submission)) return submission;
  return reasonRefusal(submission, input) ?? submission;
}

/** Where any of its hosts departs from what is generally asked for, the record says why. */
export function reasonRefusal(submission: Submission, { deviations = [] }: SubmittedRecord): Refusal | null {
  return deviationRefusal(
    decisionsOf(submission).flatMap((decision) => decision.deviations),
    deviations,
  );
}

/** What it is worth, before it is asked for reasons: of what departs from the rule, and of what comes so late. */
export function judgeSubmission(
  state: SubmissionState,
  input: SubmittedRecord,
  today: PlainDate,
  enteredOn: PlainDate,
): Submission | Refusal {
  const { organizationId, subjectId, hosts = [] } = input;
  const named = [...[state, ...state.others].map(({ host }) => host), ...(state.awaited ?? [])];
  if (!named.every(({ subjectFits }) => subjectFits)) return refuse("record.subject_not_here", {}, "subjectId");
  if (new Set(named.map((host) => host.subjectId)).size < named.length) return refuse("record.host.twice", {}, "hosts");
  if (state.unknownTemplates) return refuse("record.template_unknown", {}, "templateCodes");
  if (state.filesMissing) return refuse("record.file_unknown", {}, "fileIds");
  const decision = decideJointRecord(
    {
      organizationId,
      groupId: subjectId === organizationId ? null : subjectId,
      content: entryOf(input),
      templates: state.templates,
      obligations: state.obligations,
      makesUpFor: input.makesUpFor ?? [],
      roster: state.roster,
      today,
      enteredOn,
    },
    hosts.flatMap((joining, index) => {
      const joined = state.others[index];
      if (joined === undefined) return [];
      const { roster, obligations, apart } = joined;
      const groupId = joining.subjectId === joining.organizationId ? null : joining.subjectId;
      const own = { organizationId: joining.organizationId, groupId, roster, obligations, enteredOn: apart?.enteredOn };
      return [{ ...own, ...attendanceOf(joining) }];
    }),
  );
  if (isRefusal(decision)) return decision;
  const { lead, others, together } = decision;
  return { state, decision: lead, others, together };
}

/** Adds a record's rows and facts to what is saved; the duties it discharges are marked by `markDischarged`. */
export function saveSubmission(
  saving: Saving,
  submission: Submission,
  context: Context,
  input: SubmittedRecord,
  importId: string | null = null,
): void {
  for (const [table, rows] of newRecordRows(context, submission, input, importId)) saving.insert(table, ...rows);
  const facts = withLateReason(factsToPost(submission), input.lateReason, context.closedMonths);
  postFacts(saving, context, factOrigins(submission.state, 1, facts));
}

/** Each duty that a record discharges, with the record. */
export function dischargesOf(submission: Submission): { recordId: string; obligationId: string }[] {
  const { recordId } = submission.state;
  return decisionsOf(submission).flatMap(({ discharges }) =>
    discharges.map(({ obligation }) => ({ recordId, obligationId: obligation.id })),
  );
}

/** A duty entered after its deadline was posted as due when the deadline passed; that fact stands and isn't doubled. */
export function factsToPost(submission: Submission): FactDraft[] {
  return notYetPosted(
    dutiesOf(submission.state),
    decisionsOf(submission).flatMap(({ facts }) => facts),
  );
}

/** These facts without what stands already of these duties. */
export function notYetPosted(duties: readonly StoredObligation[], facts: readonly FactDraft[]): FactDraft[] {
  const standing = new Set(duties.filter(({ duePosted }) => duePosted).map(({ id }) => id));
  return facts.filter(({ kind, details }) => kind !== "obligation.due" || !standing.has(String(details.obligation)));
}

/** What is made up for under an extension counts in the month it was due, and is booked there or in the first open one. */
export function monthsOfExtensions(obligations: readonly StoredObligation[], occurredOn: PlainDate): Month[] {
  return obligations
    .filter(({ dueOn, extendedTo }) => dueOn < occurredOn && extendedTo !== null)
    .flatMap(({ dueOn }) => monthsFromTo(monthOf(dueOn), monthOf(occurredOn)));
}
