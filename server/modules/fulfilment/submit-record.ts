import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import { decideRecord } from "@dutyloop/domain/fulfilment/record-rules.ts";
import type { RecordDecision } from "@dutyloop/domain/fulfilment/things.ts";
import { monthOf, monthsFromTo } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import { v7 as uuidv7 } from "uuid";
import { postFacts } from "../../platform/facts/post-facts.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { markDischarged, obligationsAround, type StoredObligation } from "../duties/index.ts";
import { type NamedRosterEntry, rosterOn } from "../organization/index.ts";
import { currentTemplates } from "../standards/index.ts";
import { entryOf } from "./entry.ts";
import { factOrigins } from "./fact-origins.ts";
import { lateReasonRefusal, withLateReason } from "./late-entry.ts";
import { postingMonths } from "./posting-months.ts";
import { presentRecord } from "./present-record.ts";
import type { SubmittedRecord } from "./record-input.ts";
import { recordRows } from "./record-rows.ts";
import { type Host, hostOf, unknownFiles } from "./record-store.ts";

export type SubmissionState = {
  recordId: string;
  host: Host;
  templates: TemplateBody[];
  unknownTemplates: boolean;
  roster: NamedRosterEntry[];
  obligations: StoredObligation[];
  filesMissing: boolean;
};
export type Submission = { state: SubmissionState; decision: RecordDecision };

/**
 * Submits a record: it discharges every obligation it satisfies, at once. What is decided, and every refusal, is in
 * domain/fulfilment/record-rules.ts.
 */
export const submitRecord: UseCase<SubmittedRecord, SubmissionState, Submission, Answer<"submitRecord">> = {
  name: "fulfilment.submit_record",
  access: "record.submit",
  postsIn: (input, today) => postingMonths(input.occurredOn, today),
  async load(transaction, input, { actor }) {
    const { tenantId } = actor;
    const { organizationId, templateCodes, occurredOn } = input;
    // Asked together: none of these waits for another's answer.
    const [host, known, roster, obligations] = await Promise.all([
      hostOf(transaction, tenantId, organizationId, input.subjectId),
      currentTemplates(transaction, tenantId),
      rosterOn(transaction, tenantId, organizationId, occurredOn),
      obligationsAround(transaction, tenantId, organizationId, templateCodes, occurredOn),
    ]);
    if (!host) throw notFound();
    const templates = templateCodes.flatMap((code) => known.get(code)?.body ?? []);
    return {
      recordId: uuidv7(),
      host,
      templates,
      unknownTemplates: templates.length < templateCodes.length,
      roster,
      obligations,
      filesMissing: await unknownFiles(transaction, tenantId, input.fileIds, host.path),
    };
  },
  // What is made up for under an extension counts in the month it was due, and is booked there or in the first open one.
  alsoPostsIn: ({ obligations }, { occurredOn }) =>
    obligations
      .filter(({ dueOn, extendedTo }) => dueOn < occurredOn && extendedTo !== null)
      .flatMap(({ dueOn }) => monthsFromTo(monthOf(dueOn), monthOf(occurredOn))),
  place: ({ host }) => host.path,
  decide(state, input, { today, closedMonths }) {
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
    const refusal = lateReasonRefusal(factsToPost(state, decision), input.lateReason, closedMonths);
    return refusal ?? { state, decision };
  },
  save(saving, { state, decision }, context, input) {
    const { tenantId } = context.actor;
    for (const [table, rows] of recordRows(context, state, decision, input)) saving.insert(table, ...rows);
    const facts = withLateReason(factsToPost(state, decision), input.lateReason, context.closedMonths);
    postFacts(saving, context, factOrigins(state.recordId, facts));
    const discharged = decision.discharges.map(({ obligation }) => obligation.id);
    markDischarged(saving, tenantId, state.recordId, discharged);
  },
  audit: ({ state }, input) => ({
    object: `record ${state.recordId}`,
    after: {
      organizationId: input.organizationId,
      occurredOn: input.occurredOn,
      templates: input.templateCodes,
      title: input.title,
    },
  }),
  answer: ({ state, decision }, input) => presentRecord(state, decision, input),
};

/** A duty entered after its deadline was posted as due when the deadline passed; that fact stands and isn't doubled. */
function factsToPost(state: SubmissionState, decision: RecordDecision): FactDraft[] {
  const standing = new Set(state.obligations.filter(({ duePosted }) => duePosted).map(({ id }) => id));
  return decision.facts.filter(
    ({ kind, details }) => kind !== "obligation.due" || !standing.has(String(details.obligation)),
  );
}
