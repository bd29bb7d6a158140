import { memberStates } from "@dutyloop/domain/organization/things.ts";
import { templateBody } from "@dutyloop/domain/standards/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
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

const standardItem = z.object({
  code: z.string(),
  name: words,
  effect: z.enum(["blocking", "scored"]),
  passed: z.boolean().nullable().describe("null = does not apply here"),
});

const satisfied = z.object({
  obligationId: id,
  organizationId: id,
  organizationName: z.string(),
  templateCode: z.string(),
  templateName: words,
  subjectName: z.string(),
  dueOn: plainDate,
  timeliness: z.enum(["on_time", "late"]),
});

const unsatisfied = z.object({
  organizationId: id,
  organizationName: z.string(),
  templateCode: z.string(),
  templateName: words,
  reason: z.string(),
});

const standard = z.object({
  organizationId: id.describe("the host whose meeting is judged"),
  templateCode: z.string(),
  templateName: words,
  templateVersion: count.describe("the version of the template that the record was made with"),
  counted: z.boolean().describe("whether the record serves as this type: its blocking elements are there (MTG-18)"),
  passed: count,
  applicable: count,
  items: z.array(standardItem),
});

const rate = z
  .string()
  .nullable()
  .describe("present of expected in per cent with two decimals; null where nobody counts");
const host = z.object({
  organizationId: id,
  organizationName: z.string(),
  subjectId: id,
  subjectName: z.string(),
  expected: count,
  present: count,
  exempt: count.describe("left out of the rate (MTG-19)"),
  rate,
});
const together = z.object({ expected: count, present: count, rate });

const resolution = z.object({
  title: z.string(),
  for: count,
  against: count,
  abstain: count,
  rule: z.string(),
  votersExpected: count,
  votersPresent: count,
  quorumNeeded: count,
  passNeeded: count,
  valid: z.boolean(),
  passed: z.boolean(),
  written: count,
  personnel: z.boolean(),
  secretaryLast: z.boolean().nullable(),
});

/** What a submission did. */
export const submitted = z.object({
  recordId: id,
  lateEntry: z.boolean(),
  satisfied: z.array(satisfied),
  unsatisfied: z.array(unsatisfied),
  standards: z.array(standard),
  resolutions: z.array(resolution),
  attendance: z.object({ expected: count, present: count }).describe("of all hosts"),
  hosts: z.array(host).describe("the one that leads first"),
  together,
});

const rosterPerson = z.object({
  personId: id,
  name: z.string(),
  memberState: z.enum(memberStates),
  exempt: z.boolean(),
  votes: z.boolean(),
});

const attendanceInput = z
  .array(z.strictObject({ personId: id, presence: presence, reason: z.string().max(200).nullable() }))
  .max(5000);
const guestsInput = z.array(z.strictObject({ name: z.string().trim().min(1).max(100) })).max(200);

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
  makesUpFor: z.array(id).max(20).optional().describe("extended duties of an earlier period that it makes up for"),
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
  "vote.more_ballots_than_voters",
  "vote.more_written_than_absent",
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
  listRecords: {
    summary: { zh: "纪实列表", en: "Records" },
    access: "record.read",
    params: organizationParams,
    query: z.object({ ...page, from: plainDate.optional(), to: plainDate.optional(), template: code.optional() }),
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
      files: z.array(z.object({ id: fileId, mediaType: z.string(), size: count })).describe("photographs"),
      materials: z.array(z.object({ code, name: words, fileId: fileId.nullable() })),
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
    summary: { zh: "纪实的照片", en: "A record's photograph" },
    access: "file.read",
    params: z.object({ recordId: id, fileId }),
    binaryAnswer: true,
    answer: z.unknown(),
  },
} as const satisfies Record<string, Endpoint>;
