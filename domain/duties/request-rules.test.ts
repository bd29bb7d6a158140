import { describe, expect, test } from "vitest";
import { type Asked, decisionRefusal, requestRefusal, shownRequest } from "./request-rules.ts";
import { checkSubmission, takeWorkStep, type WorkStep } from "./step-rules.ts";
import type { ObligationState } from "./things.ts";

const duty = (changes: object = {}) => ({
  state: "todo" as ObligationState,
  dueOn: "2026-03-31",
  extendedTo: null as string | null,
  isTask: true,
  ...changes,
});
const extension = (changes: Partial<Asked> = {}): Asked => ({
  kind: "extend",
  askedTo: "2026-04-10",
  reason: "书记出差",
  ...changes,
});
const asking = (asked: Asked, of = duty(), today = "2026-03-20") => requestRefusal(asked, of, today)?.code ?? null;

describe("more time", () => {
  test("is asked for with a reason, to a day after the deadline that stands", () => {
    expect(asking(extension())).toBeNull();
    expect(asking(extension({ reason: "  " }))).toBe("obligation.reason_missing");
    expect(asking(extension({ reason: "a\u0007" }))).toBe("obligation.control_characters");
    for (const askedTo of ["2026-03-31", "2026-03-01", null]) {
      expect(asking(extension({ askedTo }))).toBe("request.date_not_later");
    }
    expect(asking(extension(), duty({ extendedTo: "2026-04-10" }))).toBe("request.date_not_later");
    expect(asking(extension(), duty(), "2026-04-11")).toBe("request.date_past");
    expect(asking(extension(), duty(), "2026-04-10")).toBeNull();
  });

  test("isn't given for what was done, handed in or waived", () => {
    for (const state of ["discharged", "waived", "submitted"]) {
      expect(asking(extension(), duty({ state }))).toBe("obligation.not_open");
    }
  });

  test("is decided once, by somebody else, and a refusal says why", () => {
    const request = { ...extension(), state: "open" as const, askedBy: "secretary" };
    const decide = (approve: boolean, by: string, reason = "", over: object = {}) =>
      decisionRefusal({ approve, reason }, { ...request, ...over }, duty(), by, "2026-03-20")?.code ?? null;
    expect(decide(true, "officer")).toBeNull();
    expect(decide(true, "secretary")).toBe("request.own");
    expect(decide(false, "secretary", "不")).toBe("request.own");
    expect(decide(false, "officer")).toBe("obligation.reason_missing");
    expect(decide(false, "officer", "来得及")).toBeNull();
    expect(decide(true, "officer", "", { state: "approved" })).toBe("request.already_decided");
    expect(decide(true, "officer", "", { askedTo: "2026-03-31" })).toBe("request.date_not_later");
  });
});

describe("a task", () => {
  const step = (action: WorkStep["action"], changes: Partial<WorkStep> = {}): WorkStep => ({
    action,
    note: "做了",
    progress: 40,
    assigneeId: "somebody",
    ...changes,
  });
  const take = (taken: WorkStep, of = duty(), today = "2026-03-20") => {
    const to = takeWorkStep(taken, of, today);
    return typeof to === "string" ? to : to.code;
  };

  test("is accepted, worked on, handed in, sent back and handed in again", () => {
    expect(take(step("start"))).toBe("in_progress");
    expect(take(step("progress"), duty({ state: "in_progress" }))).toBe("in_progress");
    expect(take(step("submit"), duty({ state: "in_progress" }))).toBe("submitted");
    expect(checkSubmission({ accept: false, reason: "缺名单" }, { state: "submitted" }, "a", "b")).toBe("returned");
    expect(take(step("submit"), duty({ state: "returned" }))).toBe("submitted");
    expect(checkSubmission({ accept: true, reason: "" }, { state: "submitted" }, "a", "b")).toBe("discharged");
    expect(take(step("hand_over"))).toBe("todo");
  });

  test("takes no step that its state doesn't have, or that lacks what belongs to it", () => {
    expect(take(step("start"), duty({ state: "in_progress" }))).toBe("obligation.step_not_allowed");
    expect(take(step("submit"), duty({ state: "discharged" }))).toBe("obligation.step_not_allowed");
    expect(take(step("progress", { progress: null }), duty({ state: "in_progress" }))).toBe(
      "obligation.progress_missing",
    );
    expect(take(step("hand_over", { assigneeId: null }))).toBe("obligation.assignee_missing");
    expect(take(step("submit", { note: " " }))).toBe("obligation.evidence_missing");
    expect(take(step("start", { note: "\u0000" }))).toBe("obligation.control_characters");
    expect(take(step("submit"), duty({ isTask: false }))).toBe("obligation.needs_record");
  });

  test("is handed in by its day, later only under an extension", () => {
    expect(take(step("submit"), duty(), "2026-04-01")).toBe("obligation.deadline_passed");
    expect(take(step("submit"), duty({ extendedTo: "2026-04-10" }), "2026-04-10")).toBe("submitted");
    expect(take(step("submit"), duty({ extendedTo: "2026-04-10" }), "2026-04-11")).toBe("obligation.deadline_passed");
  });

  test("isn't checked by who handed it in, nor sent back without a reason, nor checked before it is there", () => {
    const code = (result: ReturnType<typeof checkSubmission>) => (typeof result === "string" ? result : result.code);
    expect(code(checkSubmission({ accept: true, reason: "" }, { state: "submitted" }, "a", "a"))).toBe(
      "obligation.own_submission",
    );
    expect(code(checkSubmission({ accept: false, reason: "" }, { state: "submitted" }, "a", "b"))).toBe(
      "obligation.reason_missing",
    );
    expect(code(checkSubmission({ accept: true, reason: "" }, { state: "todo" }, null, "b"))).toBe(
      "obligation.not_submitted",
    );
  });
});

test("a request that nobody decided falls away with its duty; a decision stands", () => {
  expect(shownRequest("open", "todo")).toBe("open");
  expect(shownRequest("open", "submitted")).toBe("open");
  expect(shownRequest("open", "discharged")).toBe("lapsed");
  expect(shownRequest("open", "waived")).toBe("lapsed");
  expect(shownRequest("approved", "discharged")).toBe("approved");
});
