import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { draftRefusal } from "@dutyloop/domain/fulfilment/draft-rules.ts";
import { v7 as uuidv7 } from "uuid";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { markDischarged } from "../duties/index.ts";
import { templatesInForce } from "../standards/index.ts";
import { prefillOf } from "./burden-row.ts";
import { chosenTypes } from "./chosen-types.ts";
import { draftBecame, signedDraft } from "./draft-rows.ts";
import { filesOf } from "./entry.ts";
import { awaitedHosts, hostsOf } from "./load-submission.ts";
import { postingMonths } from "./posting-months.ts";
import { presentRecord } from "./present-record.ts";
import type { SubmittedRecord } from "./record-input.ts";
import { unknownFiles } from "./record-store.ts";
import { decideEntry, dischargesOf, monthsOfExtensions, saveSubmission } from "./submission.ts";
import { dutiesOf, type Submission, type SubmissionState } from "./submission-state.ts";

/**
 * Submits a record: it discharges every obligation it satisfies, at once. What is decided, and every refusal, is in
 * domain/fulfilment/record-rules.ts.
 */
export const submitRecord: UseCase<SubmittedRecord, SubmissionState, Submission, Answer<"submitRecord">> = {
  name: "fulfilment.submit_record",
  access: "record.submit",
  postsIn: (input, today) => postingMonths(input.occurredOn, today),
  async load(transaction, input, context) {
    const { tenantId } = context.actor;
    const { draftId } = input;
    const draft =
      draftId === undefined ? null : await signedDraft(transaction, tenantId, input.organizationId, draftId);
    // Asked together: neither waits for the other's answer.
    const [hosts, awaited, inForce, prefill] = await Promise.all([
      hostsOf(transaction, input, context, "record.submit"),
      awaitedHosts(transaction, input, context),
      templatesInForce(transaction, tenantId),
      prefillOf(transaction, tenantId, input, context.today),
    ]);
    return {
      ...hosts.lead,
      others: hosts.others,
      awaited,
      recordId: uuidv7(),
      draft,
      prefill,
      ...chosenTypes(inForce, hosts.lead.host, input),
      filesMissing: await unknownFiles(transaction, tenantId, filesOf(input), hosts.lead.host.path),
    };
  },
  alsoPostsIn: (state, { occurredOn }) => monthsOfExtensions(dutiesOf(state), occurredOn),
  place: ({ host }) => host.path,
  decide: (state, input, context) =>
    (state.draft ? draftRefusal(state.draft, "submit") : null) ?? decideEntry(state, input, context),
  save(saving, submission, context, input) {
    saveSubmission(saving, submission, context, input);
    markDischarged(saving, context.actor.tenantId, dischargesOf(submission));
    if (input.draftId !== undefined && submission.state.draft)
      saving.change(draftBecame(context.actor.tenantId, input.draftId, submission.state.recordId));
  },
  audit: ({ state }, input) => ({
    object: `record ${state.recordId}`,
    after: {
      organizationId: input.organizationId,
      ...(input.hosts?.length ? { hosts: input.hosts.map(({ organizationId }) => organizationId) } : {}),
      ...(input.awaited?.length ? { awaited: input.awaited.map(({ organizationId }) => organizationId) } : {}),
      occurredOn: input.occurredOn,
      templates: input.templateCodes,
      title: input.title,
    },
  }),
  answer: presentRecord,
};
