import { memberStates } from "@dutyloop/domain/organization/things.ts";
import { templateBody } from "@dutyloop/domain/standards/things.ts";
import { z } from "zod";
import { election, electionInput, electionRefusals } from "./elections.ts";
import type { Endpoint } from "./endpoint.ts";
import { awaited, deviation, host, resolution, satisfied, standard, together, unsatisfied } from "./record-shapes.ts";
import {
  clockTime,
  code,
  count,
  id,
  instant,
  month,
  next,
  organizationParams,
  page,
  plainDate,
  words,
} from "./shapes.ts";

const presence = z.enum(["present", "leave", "absent"]);
const text = z.string().max(30_000);
const fileId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe("SHA-256 of the content");

/** What a submission did. */
export const submitted = z.object({
  recordId: id,
  lateEntry: z.boolean(),
  satisfied: z.array(satisfied),
  unsatisfied: z.array(unsatisfied),
  standards: z.array(standard),
  resolutions: z.array(resolution),
  elections: z.array(election),
  deviations: z.array(deviation).describe("where it departs from what is 一般 in the text"),
  attendance: z.object({ expected: count, present: count }).describe("of all hosts"),
  hosts: z.array(host).describe("the one that leads first"),
  awaited: z.array(awaited).describe("hosts whose own secretaries enter their part later"),
  together,
});

const rosterPerson = z.object({
  personId: id,
  name: z.string(),
  memberState: z.enum(memberStates),
  exempt: z.boolean(),
  votes: z.boolean(),
});

export const attendanceInput = z
  .array(z.strictObject({ personId: id, presence: presence, reason: z.string().max(200).nullable() }))
  .max(5000);
export const guestsInput = z.array(z.strictObject({ name: z.string().trim().min(1).max(100) })).max(200);

export const recordInput = z.strictObject({
  subjectId: id.describe("the branch itself or one of its 党小组"),
  templateCodes: z.array(code).min(1).max(5).describe("one record may serve as several types (MTG-18)"),
  title: text,
  occurredOn: plainDate,
  startTime: clockTime.nullable(),
  endTime: clockTime.nullable(),
  place: z.string().max(200),
  chairId: id.nullable(),
  recorderId: id.nullable(),
  lecturer: z.string().max(100).nullable(),
  minutes: text,
  topics: z
    .array(z.union([code, z.strictObject({ template: code, code })]))
    .max(60)
    .describe("a bare code is that of the first chosen type that has it; it counts for no other"),
  resolutions: z
    .array(
      z.strictObject({
        title: z.string().trim().min(1).max(300),
        for: z.int().min(0).max(100_000),
        against: z.int().min(0).max(100_000),
        abstain: z.int().min(0).max(100_000),
        written: z.int().min(0).max(100_000).optional().describe("VOTE-02: formal opinions of voters who were away"),
        personnel: z.boolean().optional().describe("VOTE-07: about personnel, two thirds must be there"),
        secretaryLast: z.boolean().nullable().optional().describe("VOTE-07: whether the secretary spoke last"),
      }),
    )
    .max(50),
  elections: z.array(electionInput).max(10).optional().describe("VOTE-03 to VOTE-05, each as it was counted"),
  attendance: attendanceInput,
  guests: guestsInput,
  fileIds: z.array(fileId).max(30).describe("photographs; never needed (RES-06)"),
  materials: z
    .array(z.strictObject({ code, fileId: fileId.nullable().describe("null: kept on paper") }))
    .max(60)
    .optional()
    .describe("papers of the chosen types that are there"),
  hosts: z
    .array(z.strictObject({ organizationId: id, subjectId: id, attendance: attendanceInput, guests: guestsInput }))
    .max(20)
    .optional()
    .describe("further hosts of a joint event, each with its own 应到; the caller may record for all of them"),
  awaited: z
    .array(z.strictObject({ organizationId: id, subjectId: id }))
    .max(20)
    .optional()
    .describe("hosts whose own secretaries enter later who was there; it counts for them only then"),
  makesUpFor: z.array(id).max(20).optional().describe("extended duties of an earlier period that it makes up for"),
  deviations: z
    .array(z.strictObject({ template: code, check: code, reason: z.string().trim().min(1).max(500) }))
    .max(100)
    .optional()
    .describe("why it departs from what is 一般 in the text; asked for where it does"),
  draftId: id.optional().describe("the draft that it was written as"),
  lateReason: z
    .string()
    .trim()
    .max(500)
    .nullable()
    .optional()
    .describe("逾期补录: why it is entered only now; needed where it counts in a month whose books are closed"),
});

/** Why a record can't be taken. */
export const recordRefusals = [
  "record.date.in_future",
  "record.date.outside_obligation",
  "record.date.not_a_day",
  "record.host.twice",
  "record.attendee.in_two_hosts",
  "record.material_unknown",
  "record.make_up_not_open",
  "record.group.missing",
  "record.attendee.not_expected",
  "record.attendance.nobody_expected",
  "record.attendee.not_member",
  "record.attendee.twice",
  "record.attendance.incomplete",
  "record.absence.reason_missing",
  "record.text.too_long",
  "record.text.control_characters",
  "record.time.end_before_start",
  "record.template_unknown",
  "record.subject_not_here",
  "record.file_unknown",
  "record.late_reason_missing",
  "record.deviation_reason_missing",
  "vote.more_ballots_than_voters",
  "vote.more_written_than_absent",
  ...electionRefusals,
] as const;

export const fulfilmentEndpoints = {
  getRecordForm: {
    summary: { zh: "预填好的纪实表单", en: "A record form, filled in as far as the system knows" },
    access: "record.draft",
    params: organizationParams,
    query: z.object({ template: code, subjectId: id.optional(), on: plainDate.optional() }),
    answer: z.object({
      organizationId: id,
      organizationName: z.string(),
      subjectId: id,
      subjectName: z.string(),
      template: templateBody,
      alsoPossible: z
        .array(z.object({ template: templateBody, openUntil: plainDate }))
        .describe("other types that this occasion could serve as, because they are owed on that day"),
      title: z.string(),
      occurredOn: plainDate,
      window: z.object({ from: plainDate, to: plainDate }).nullable(),
      place: z.string().describe("where it was held last time"),
      chairId: id.nullable(),
      recorderId: id.nullable(),
      roster: z.array(rosterPerson),
      filledIn: count.describe("fields the system filled in itself"),
      closedMonths: z.array(month).describe("of the last two years; what counts in one of them needs a lateReason"),
    }),
  },
  submitRecord: {
    summary: { zh: "提交纪实", en: "Submit a record" },
    access: "record.submit",
    params: organizationParams,
    body: recordInput,
    idempotent: true,
    answer: submitted,
    refusals: [...recordRefusals, "draft.already_submitted", "idempotency.key_missing", "idempotency.key_reused"],
  },
  previewRecord: {
    summary: { zh: "提交前预览", en: "What a record would do, before it is submitted" },
    access: "record.draft",
    params: organizationParams,
    body: recordInput.omit({ draftId: true }),
    answer: z.object({
      refusal: z
        .object({
          code: z.string(),
          field: z.string().nullable(),
          values: z.record(z.string(), z.union([z.string(), z.number()])),
        })
        .nullable()
        .describe("why it couldn't be submitted as it stands"),
      result: submitted
        .omit({ recordId: true })
        .nullable()
        .describe("what it would do; who isn't marked yet counts as away. Null where that can't be told"),
    }),
  },
  listRecords: {
    summary: { zh: "纪实列表", en: "Records" },
    access: "record.read",
    params: organizationParams,
    query: z.object({
      ...page,
      from: plainDate.optional(),
      to: plainDate.optional(),
      template: code.optional(),
      state: z.enum(["submitted", "corrected", "revoked"]).optional().describe("without it all that stand"),
      entered: z.enum(["late"]).optional().describe("only 逾期补录"),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          id,
          organizationId: id,
          organizationName: z.string(),
          subjectName: z.string(),
          title: z.string(),
          state: z.string(),
          occurredOn: plainDate,
          hosts: count.describe("how many organisations held it; the figures are those of this one"),
          templateNames: z.array(words),
          expected: count,
          present: count,
          files: count,
          lateEntry: z.boolean(),
          standardPassed: count,
          standardApplicable: count,
        }),
      ),
      next,
    }),
  },
  getRecord: {
    summary: { zh: "一条纪实", en: "One record" },
    access: "record.read",
    params: z.object({ recordId: id }),
    answer: z.object({
      id,
      organizationId: id,
      organizationName: z.string(),
      subjectName: z.string(),
      version: count,
      state: z.string(),
      title: z.string(),
      occurredOn: plainDate,
      startTime: clockTime.nullable(),
      endTime: clockTime.nullable(),
      place: z.string(),
      chairName: z.string().nullable(),
      recorderName: z.string().nullable(),
      lecturer: z.string().nullable(),
      minutes: z.string(),
      topics: z.array(words),
      lateEntry: z.boolean(),
      lateReason: z.string().nullable().describe("why it was entered after the close of its month"),
      recordedAt: instant,
      expected: count,
      present: count,
      hosts: z.array(host).describe("the one that leads first"),
      awaited: z.array(awaited).describe("hosts whose own secretaries enter their part later"),
      together,
      participants: z
        .array(
          z.object({
            organizationId: id.describe("the host that it belongs to"),
            personId: id.nullable(),
            name: z.string(),
            capacity: z.enum(["member", "guest"]),
            presence: presence,
            reason: z.string().nullable(),
            exempt: z.boolean(),
          }),
        )
        .nullable()
        .describe("null where the caller sees counts only"),
      standards: z.array(standard),
      satisfied: z.array(satisfied),
      resolutions: z.array(resolution),
      elections: z.array(election),
      deviations: z.array(deviation),
      files: z.array(z.object({ id: fileId, mediaType: z.string(), size: count })).describe("photographs"),
      materials: z
        .array(
          z.object({
            code,
            name: words,
            fileId: fileId.nullable().describe("null: kept on paper"),
            mediaType: z.string().nullable(),
            size: count.nullable(),
          }),
        )
        .describe("papers of its types that are there"),
      acts: z
        .object({
          correct: z.array(id).describe("hosts whose parts the caller may correct"),
          enter: z.array(id).describe("awaited hosts whose parts the caller may enter"),
          takeBack: z.boolean().describe("whether the caller may take it back"),
        })
        .describe("what the caller may do with it, as far as that follows from where it was held"),
    }),
  },
  uploadFile: {
    summary: { zh: "上传照片（不是必须的）", en: "Upload a photograph (never required)" },
    access: "file.upload",
    params: organizationParams,
    binaryBody: true,
    answer: z.object({ id: fileId, mediaType: z.string(), size: count }),
    refusals: ["file.not_an_image", "file.empty", "request.body_too_large"],
  },
  getRecordFile: {
    summary: { zh: "纪实的照片或材料", en: "A photograph or paper of a record" },
    access: "file.read",
    params: z.object({ recordId: id, fileId }),
    binaryAnswer: true,
    answer: z.unknown(),
  },
} as const satisfies Record<string, Endpoint>;
