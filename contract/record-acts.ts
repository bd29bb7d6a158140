import { draftStates } from "@dutyloop/domain/fulfilment/draft-rules.ts";
import { makeUpWays } from "@dutyloop/domain/fulfilment/make-up-rules.ts";
import { sampleOutcomes, sampleStates } from "@dutyloop/domain/fulfilment/sample-rules.ts";
import { recordStates } from "@dutyloop/domain/fulfilment/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { recordInput, recordRefusals, submitted } from "./fulfilment.ts";
import { code, count, id, instant, next, organizationParams, page, plainDate, words } from "./shapes.ts";

const recordParams = z.object({ recordId: id });
const reason = z.string().max(500);
const version = count.describe("the version that the user had before him");
const drafted = {
  subjectId: id.describe("the branch itself or one of its 党小组"),
  templateCodes: z.array(code).min(1).max(5),
  title: z.string().max(500),
  occurredOn: plainDate,
};
const draftParams = z.object({ organizationId: id, draftId: id.describe("given by the page that types it") });
const draft = z.object({
  id,
  ...drafted,
  subjectName: z.string(),
  state: z.enum(draftStates),
  revision: count,
  typedBy: z.string(),
  typedAt: instant,
  handedOverBy: z.string().nullable(),
  handedOverAt: instant.nullable(),
  sentBackReason: z.string().nullable(),
  recordId: id.nullable().describe("what it became"),
});
const sample = z.object({
  id,
  organizationId: id,
  organizationName: z.string(),
  from: plainDate,
  to: plainDate,
  seed: z.string().describe("with which anybody can draw the same records again"),
  share: z.string(),
  population: count,
  drawn: count,
  open: count,
  drawnAt: instant,
  drawnBy: z.string(),
});

/** What is done with a record besides submitting it: drafts, corrections, checks, 补课. */
export const recordActsEndpoints = {
  correctRecord: {
    summary: { zh: "更正纪实", en: "Correct a record" },
    access: "record.correct",
    params: recordParams,
    body: recordInput.omit({ draftId: true }).extend({ version, reason: reason.describe("why it is corrected") }),
    idempotent: true,
    answer: submitted.extend({ version: count }),
    refusals: [
      ...recordRefusals,
      "record.revoked",
      "record.changed_elsewhere",
      "record.correction.reason_missing",
      "record.correction.nothing_changed",
      "record.correction.others_entered",
      "idempotency.key_missing",
      "idempotency.key_reused",
    ],
  },
  getRecordEntry: {
    summary: { zh: "一条纪实的填报内容（供更正）", en: "What was entered for a record, to be corrected" },
    access: "record.correct",
    params: recordParams,
    answer: z.object({
      organizationId: id,
      version: count,
      state: z.enum(recordStates),
      entry: recordInput,
      others: count.describe("hosts whose parts the caller may not correct; they stand as they are"),
    }),
  },
  listRecordVersions: {
    summary: { zh: "纪实的各个版本", en: "The versions of a record" },
    access: "record.read",
    params: recordParams,
    answer: z.object({
      items: z.array(
        z.object({
          version: count,
          reason: z.string().nullable(),
          recordedAt: instant,
          recordedBy: z.string(),
          changes: z
            .array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
            .describe("what it says otherwise than the version before it; texts that may name people stay out"),
        }),
      ),
      revoked: z.object({ reason: z.string(), at: instant, by: z.string() }).nullable(),
      checks: z
        .array(
          z.object({ state: z.enum(sampleStates), reason: z.string().nullable(), version: count, checkedAt: instant }),
        )
        .describe("what checks of samples came to, the latest first"),
    }),
  },
  reverseRecord: {
    summary: { zh: "撤销纪实", en: "Take a record back" },
    access: "record.sample",
    params: recordParams,
    body: z.strictObject({ reason }),
    answer: z.object({ reopened: count.describe("duties that are owed again") }),
    refusals: ["sample.own_record", "sample.reason_missing", "record.revoked"],
  },
  drawSample: {
    summary: { zh: "抽查：抽取纪实", en: "Draw records to be checked" },
    access: "record.sample",
    params: organizationParams,
    body: z.strictObject({
      from: plainDate,
      to: plainDate,
      share: z
        .string()
        .regex(/^\d{1,2}(\.\d{1,4})?$/, "request.field.number_form")
        .default("0.1"),
      seed: z.string().trim().min(1).max(100).optional().describe("chosen by the product where nobody gives one"),
    }),
    answer: z.object({ id, seed: z.string(), population: count, drawn: count }),
    refusals: ["sample.share_out_of_range", "sample.nothing_to_draw"],
  },
  listSamples: {
    summary: { zh: "抽查", en: "Samples" },
    access: "record.sample",
    params: organizationParams,
    query: z.object(page),
    answer: z.object({ items: z.array(sample), next }),
  },
  getSample: {
    summary: { zh: "一次抽查", en: "One sample" },
    access: "record.sample",
    params: z.object({ sampleId: id }),
    answer: sample.extend({
      items: z.array(
        z.object({
          recordId: id,
          organizationName: z.string(),
          title: z.string(),
          occurredOn: plainDate,
          version: count.describe("that was drawn or checked last"),
          currentVersion: count,
          state: z.enum(sampleStates),
          reason: z.string().nullable(),
          checkedBy: z.string().nullable(),
          checkedAt: instant.nullable(),
        }),
      ),
    }),
  },
  checkSample: {
    summary: { zh: "抽查一条纪实", en: "Check a drawn record" },
    access: "record.sample",
    params: z.object({ sampleId: id, recordId: id }),
    body: z.strictObject({ outcome: z.enum(sampleOutcomes), reason }),
    answer: z.object({ state: z.enum(sampleStates), reopened: count }),
    refusals: ["sample.own_record", "sample.reason_missing", "sample.checked_already", "record.revoked"],
  },
  saveRecordDraft: {
    summary: { zh: "保存纪实草稿", en: "Keep a draft of a record" },
    access: "record.draft",
    params: draftParams,
    body: z.strictObject({
      ...drafted,
      revision: count.describe("the one that the page has; 0 for a new draft"),
      content: z.string().max(262_144).describe("as the page keeps it"),
    }),
    answer: z.object({ revision: count }),
    refusals: ["draft.changed_elsewhere", "draft.already_submitted", "draft.handed_over", "record.subject_not_here"],
  },
  listRecordDrafts: {
    summary: { zh: "纪实草稿", en: "Drafts of records" },
    access: "record.draft",
    params: organizationParams,
    answer: z.object({ items: z.array(draft.extend({ templateNames: z.array(words) })) }),
  },
  getRecordDraft: {
    summary: { zh: "一份纪实草稿", en: "One draft of a record" },
    access: "record.draft",
    params: draftParams,
    answer: draft.extend({ content: z.string() }),
  },
  discardRecordDraft: {
    summary: { zh: "删除纪实草稿", en: "Discard a draft of a record" },
    access: "record.draft",
    params: draftParams,
    answer: z.object({}),
    refusals: ["draft.already_submitted", "draft.handed_over"],
  },
  handOverDraft: {
    summary: { zh: "草稿交书记审签", en: "Hand a draft over to be signed" },
    access: "record.draft",
    params: draftParams,
    body: z.strictObject({ revision: count }),
    answer: z.object({ revision: count }),
    refusals: ["draft.changed_elsewhere", "draft.already_submitted", "draft.not_so"],
  },
  sendBackDraft: {
    summary: { zh: "退回草稿", en: "Send a draft back" },
    access: "record.submit",
    params: draftParams,
    body: z.strictObject({ reason }),
    answer: z.object({ revision: count }),
    refusals: ["draft.already_submitted", "draft.not_so", "draft.reason_missing"],
  },
  makeUp: {
    summary: { zh: "登记补课", en: "Enter that somebody made up for an absence" },
    access: "record.submit",
    params: recordParams,
    body: z.strictObject({
      personId: id,
      madeUpOn: plainDate,
      way: z.enum(makeUpWays),
      note: z.string().max(500),
      lateReason: reason,
    }),
    answer: z.object({ id }),
    refusals: [
      "make_up.not_expected",
      "make_up.was_present",
      "make_up.twice",
      "make_up.before_meeting",
      "make_up.late_reason_missing",
      "record.revoked",
      "record.date.in_future",
      "record.text.control_characters",
      "record.late_reason_missing",
    ],
  },
  listAbsences: {
    summary: { zh: "缺席与补课", en: "Absences, and what was made up for" },
    access: "record.read_names",
    params: organizationParams,
    query: z.object({
      ...page,
      from: plainDate.optional(),
      to: plainDate.optional(),
      which: z.enum(["open", "all"]).default("open"),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          recordId: id,
          title: z.string(),
          occurredOn: plainDate,
          organizationId: id,
          organizationName: z.string(),
          personId: id,
          name: z.string(),
          presence: z.enum(["leave", "absent"]),
          reason: z.string().nullable(),
          until: plainDate.describe("last day to make up for it without a reason (MTG-19)"),
          madeUpOn: plainDate.nullable(),
          way: z.enum(makeUpWays).nullable(),
        }),
      ),
      next,
    }),
  },
} as const satisfies Record<string, Endpoint>;
