import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { v7 as uuidv7 } from "uuid";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { markDischarged, obligationsAround } from "../duties/index.ts";
import { rosterOn } from "../organization/index.ts";
import { currentTemplates } from "../standards/index.ts";
import { postingMonths } from "./posting-months.ts";
import { presentRecord } from "./present-record.ts";
import type { SubmittedRecord } from "./record-input.ts";
import { hostOf, unknownFiles } from "./record-store.ts";
import {
  decideSubmission,
  dischargesOf,
  monthsOfExtensions,
  type Submission,
  type SubmissionState,
  saveSubmission,
} from "./submission.ts";

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
  alsoPostsIn: ({ obligations }, { occurredOn }) => monthsOfExtensions(obligations, occurredOn),
  place: ({ host }) => host.path,
  decide: (state, input, context) => decideSubmission(state, input, context),
  save(saving, submission, context, input) {
    saveSubmission(saving, submission, context, input);
    markDischarged(saving, context.actor.tenantId, dischargesOf(submission));
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
