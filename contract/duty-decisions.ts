import { requestKinds, requestStates, shownRequestStates } from "@dutyloop/domain/duties/request-rules.ts";
import { workActions } from "@dutyloop/domain/duties/step-rules.ts";
import { obligationStates } from "@dutyloop/domain/duties/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { count, id, instant, organizationParams, plainDate, words } from "./shapes.ts";

const dutyParams = z.object({ obligationId: id });
const text = z.string().max(500);
const state = z.enum(obligationStates);

const request = z.object({
  id,
  obligationId: id,
  kind: z.enum(requestKinds),
  askedTo: plainDate.nullable(),
  reason: z.string(),
  state: z.enum(shownRequestStates).describe("lapsed: its duty was done or waived before anybody decided"),
  askedBy: z.string(),
  askedAt: instant,
  own: z.boolean().describe("asked by the caller, who therefore can't decide it"),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
});

export const decisionsEndpoints = {
  getObligation: {
    summary: { zh: "一项责任事项：来源、标准、经过、申请", en: "A duty: source, standard, history, requests" },
    access: "obligation.read",
    params: dutyParams,
    answer: z.object({
      id,
      organizationId: id,
      organizationName: z.string(),
      subjectName: z.string(),
      templateCode: z.string(),
      templateName: words,
      kind: z.enum(["record", "task"]),
      sourceName: z.string(),
      requirement: z.enum(["basic", "improving"]),
      direction: z.string(),
      standard: z.array(words),
      materials: z.array(words).describe("papers that belong to it"),
      periodFrom: plainDate,
      periodTo: plainDate,
      dueOn: plainDate,
      extendedTo: plainDate.nullable(),
      state,
      progress: count.nullable(),
      assigneeName: z.string().nullable().describe("null too where the caller may not read names"),
      waivedReason: z.string().nullable(),
      recordId: id.nullable(),
      steps: z.array(
        z.object({
          action: z.string(),
          from: state,
          to: state,
          progress: count.nullable(),
          note: z.string(),
          doneOn: plainDate,
          doneAt: instant,
          doneBy: z.string(),
        }),
      ),
      requests: z.array(request),
      may: z.object({ work: z.boolean(), decide: z.boolean(), check: z.boolean() }),
      today: plainDate,
    }),
  },
  takeDutyStep: {
    summary: { zh: "接受、报告进度、提交、转交", en: "Start, report progress, hand in, hand over" },
    access: "obligation.work",
    params: dutyParams,
    body: z.strictObject({
      action: z.enum(workActions),
      note: z.string().max(2000).default(""),
      progress: z.int().min(0).max(100).nullable().default(null),
      assigneeId: id.nullable().default(null),
    }),
    answer: z.object({ state }),
    refusals: [
      "obligation.step_not_allowed",
      "obligation.needs_record",
      "obligation.deadline_passed",
      "obligation.assignee_missing",
      "obligation.assignee_not_here",
      "obligation.progress_missing",
      "obligation.evidence_missing",
      "obligation.control_characters",
    ],
  },
  checkDuty: {
    summary: { zh: "审核提交：认可或退回", en: "Check what was handed in: accept or return" },
    access: "obligation.decide",
    params: dutyParams,
    body: z.strictObject({ accept: z.boolean(), reason: text.default("") }),
    answer: z.object({ state }),
    refusals: [
      "obligation.not_submitted",
      "obligation.own_submission",
      "obligation.reason_missing",
      "obligation.control_characters",
    ],
  },
  waiveObligations: {
    summary: { zh: "免除责任事项，须写明理由", en: "Waive duties, with a reason" },
    access: "obligation.decide",
    params: organizationParams,
    body: z.strictObject({ obligationIds: z.array(id).min(1).max(500), reason: text }),
    answer: z.object({ waived: count }),
    refusals: ["obligation.reason_missing", "obligation.control_characters", "obligation.not_open"],
  },
  raiseRequest: {
    summary: { zh: "申请延期或免除", en: "Ask for more time, or to be let off" },
    access: "obligation.work",
    params: dutyParams,
    body: z.strictObject({ kind: z.enum(requestKinds), askedTo: plainDate.nullable().default(null), reason: text }),
    answer: z.object({ requestId: id }),
    refusals: [
      "obligation.reason_missing",
      "obligation.control_characters",
      "obligation.not_open",
      "request.date_not_later",
      "request.date_past",
      "request.already_open",
    ],
  },
  decideRequest: {
    summary: { zh: "决定申请；不能决定自己的", en: "Decide a request; never one's own" },
    access: "obligation.decide",
    params: z.object({ requestId: id }),
    body: z.strictObject({ approve: z.boolean(), reason: text.default("") }),
    answer: z.object({ state: z.enum(requestStates) }),
    refusals: [
      "request.own",
      "request.already_decided",
      "request.date_not_later",
      "request.date_past",
      "obligation.not_open",
      "obligation.reason_missing",
      "obligation.control_characters",
    ],
  },
} as const satisfies Record<string, Endpoint>;
