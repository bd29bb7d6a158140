import type { Body } from "@dutyloop/contract/endpoints.ts";
import { meetingTemplate } from "@dutyloop/domain/standards/testing.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import type { Client } from "../../testing/client.ts";
import { postDueFacts } from "./post-due-facts.ts";

let group: AssessedGroup;
let office: Client;
let deputy: Client;
let secretary: Client;
let branch: string;
let personId: string;
let outsiderId: string;

beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  deputy = await group.caller("deputy", "party_affairs_officer");
  branch = await group.organization("branch");
  const elsewhere = await group.organization("elsewhere");
  secretary = await group.caller("secretary", "branch_secretary", branch);
  const person = { name: "张三", memberState: "FULL" as const, groupId: null, validFrom: "2026-01-01" };
  ({ personId } = await office.ask("admitPerson", { params: { organizationId: branch }, body: person }));
  const other = { ...person, name: "李四" };
  ({ personId: outsiderId } = await office.ask("admitPerson", { params: { organizationId: elsewhere }, body: other }));
  const papers = [{ code: "report", name: { zh: "总结报告", en: "Report" } }];
  const task = meetingTemplate({
    code: "project",
    kind: "task",
    cadence: { every: "quarter", times: 1 },
    materials: papers,
  });
  await group.query(
    "INSERT INTO template_version (tenant_id, code, version, body, checksum, state) VALUES ($1, 'project', 1, $2, 'of the test', 'promoted')",
    [group.tenantId, task],
  );
  await office.ask("issuePlan", {
    body: { organizationId: group.rootId, year: 2026, name: "年度计划", templateCodes: ["project", "theme_day"] },
  });
});
afterAll(() => group.close());

const dutyOf = async (template: string, from: string) => {
  const [row] = await group.query<{ id: string }>(
    "SELECT id FROM obligation WHERE organization_id = $1 AND template_code = $2 AND period_from = $3",
    [branch, template, from],
  );
  return { obligationId: row?.id ?? "" };
};
const sums = async (obligationId: string) =>
  Object.fromEntries(
    (
      await group.query<{ kind: string; n: number }>(
        "SELECT kind, sum(sign)::int AS n FROM fact WHERE source_id = $1 GROUP BY 1 ORDER BY 1",
        [obligationId],
      )
    ).map(({ kind, n }) => [kind, n]),
  );
const audited = async (action: string) =>
  (await group.query("SELECT 1 FROM audit_entry WHERE action = $1 AND outcome = 'done'", [action])).length;
const step = (client: Client, params: { obligationId: string }, body: Body<"takeDutyStep">) =>
  client.ask("takeDutyStep", { params, body });

describe("a task", () => {
  test("is begun, handed over, reported on, handed in, sent back, handed in again and accepted", async () => {
    const duty = await dutyOf("project", "2026-01-01");
    const refused = (body: Body<"takeDutyStep">, code: string) =>
      group.refused(secretary, "takeDutyStep", { params: duty, body }, code);
    await refused({ action: "progress", progress: 10 }, "obligation.step_not_allowed");
    expect(await step(secretary, duty, { action: "start" })).toEqual({ state: "in_progress" });
    await refused({ action: "hand_over", assigneeId: outsiderId }, "obligation.assignee_not_here");
    await refused({ action: "hand_over" }, "obligation.assignee_missing");
    await step(secretary, duty, { action: "hand_over", assigneeId: personId, note: "由张三办" });
    await step(secretary, duty, { action: "progress", progress: 60, note: "过半" });
    await refused({ action: "submit" }, "obligation.evidence_missing");
    const check = (client: Client, body: Body<"checkDuty">) => client.ask("checkDuty", { params: duty, body });
    await group.refused(deputy, "checkDuty", { params: duty, body: { accept: true } }, "obligation.not_submitted");
    expect(await step(secretary, duty, { action: "submit", note: "已完成,见总结" })).toEqual({ state: "submitted" });
    await group.refused(deputy, "checkDuty", { params: duty, body: { accept: false } }, "obligation.reason_missing");
    expect(await check(deputy, { accept: false, reason: "缺名单" })).toEqual({ state: "returned" });
    await step(secretary, duty, { action: "submit", note: "已补名单" });
    expect(await sums(duty.obligationId)).toEqual({});
    expect(await check(deputy, { accept: true })).toEqual({ state: "discharged" });
    expect(await sums(duty.obligationId)).toEqual({ "obligation.discharged": 1, "obligation.due": 1 });
    await group.refused(deputy, "checkDuty", { params: duty, body: { accept: true } }, "obligation.not_submitted");
    const shown = await secretary.ask("getObligation", { params: duty });
    expect(shown.steps.map(({ action, to }) => [action, to])).toEqual([
      ["start", "in_progress"],
      ["hand_over", "in_progress"],
      ["progress", "in_progress"],
      ["submit", "submitted"],
      ["return", "returned"],
      ["submit", "submitted"],
      ["discharge", "discharged"],
    ]);
    expect(shown).toMatchObject({
      kind: "task",
      sourceName: "年度计划",
      assigneeName: "张三",
      progress: 60,
      materials: [{ zh: "总结报告" }],
      may: { work: true, decide: false, check: false },
    });
    expect([await audited("duties.take_step"), await audited("duties.check")]).toEqual([5, 2]);
  });

  test("that an officer hands in for his own committee is checked by another", async () => {
    const duty = await dutyOf("project", "2026-04-01");
    await group.query("UPDATE obligation SET organization_id = $1, subject_id = $1 WHERE id = $2", [
      group.rootId,
      duty.obligationId,
    ]);
    await step(office, duty, { action: "submit", note: "已完成" });
    await group.refused(office, "checkDuty", { params: duty, body: { accept: true } }, "obligation.own_submission");
    expect((await office.ask("getObligation", { params: duty })).may).toEqual({
      work: true,
      decide: true,
      check: false,
    });
    expect((await office.ask("listMyDuties")).items.some(({ why }) => why === "check")).toBe(true);
    await deputy.ask("checkDuty", { params: duty, body: { accept: true } });
  });

  test("of a record isn't handed in, and neither is one after its day", async () => {
    const meeting = await dutyOf("theme_day", "2026-03-01");
    const body = { action: "submit" as const, note: "x" };
    await group.refused(secretary, "takeDutyStep", { params: meeting, body }, "obligation.needs_record");
  });
});

describe("more time", () => {
  const extension = (askedTo: string | null, reason = "书记出差"): Body<"raiseRequest"> => ({
    kind: "extend",
    askedTo,
    reason,
  });

  test("is asked for by the branch and given by another, once", async () => {
    const params = await dutyOf("theme_day", "2026-03-01");
    const refused = (body: Body<"raiseRequest">, code: string) =>
      group.refused(secretary, "raiseRequest", { params, body }, code);
    await refused(extension("2026-03-31"), "request.date_not_later");
    await refused(extension(null), "request.date_not_later");
    await refused(extension("2026-04-10", " "), "obligation.reason_missing");
    const { requestId } = await secretary.ask("raiseRequest", { params, body: extension("2026-04-10") });
    await refused(extension("2026-04-12"), "request.already_open");
    const mine = (await deputy.ask("listMyDuties")).items.filter(({ why }) => why === "request");
    expect(mine).toMatchObject([{ id: params.obligationId, openRequests: 1, extendedTo: null }]);
    const decision = { params: { requestId }, body: { approve: true } };
    await group.refused(secretary, "decideRequest", decision, "access.not_allowed");
    expect(await deputy.ask("decideRequest", decision)).toEqual({ state: "approved" });
    await group.refused(deputy, "decideRequest", decision, "request.already_decided");
    const shown = await secretary.ask("getObligation", { params });
    expect(shown).toMatchObject({ dueOn: "2026-03-31", extendedTo: "2026-04-10", state: "todo" });
    expect(shown.requests).toMatchObject([{ state: "approved", own: true, decidedBy: "party_affairs_officer" }]);
    await refused(extension("2026-04-10"), "request.date_not_later");
  });

  test("isn't given by whoever asks for it, here and in the database", async () => {
    const params = await dutyOf("theme_day", "2026-05-01");
    await group.query("UPDATE obligation SET organization_id = $1 WHERE id = $2", [group.rootId, params.obligationId]);
    const { requestId } = await office.ask("raiseRequest", { params, body: extension("2026-06-10") });
    const decision = (approve: boolean) => ({ params: { requestId }, body: { approve, reason: "x" } });
    await group.refused(office, "decideRequest", decision(true), "request.own");
    await group.refused(office, "decideRequest", decision(false), "request.own");
    const around = group.query(
      "UPDATE obligation_request SET state = 'approved', decided_by = asked_by WHERE id = $1",
      [requestId],
    );
    await expect(around).rejects.toThrow("obligation_request_check");
    await group.refused(
      deputy,
      "decideRequest",
      { params: { requestId }, body: { approve: false } },
      "obligation.reason_missing",
    );
    expect(await deputy.ask("decideRequest", decision(false))).toEqual({ state: "refused" });
    expect(await audited("duties.decide_request")).toBe(2);
  });
});

describe("a waiver", () => {
  const waiving = (obligationIds: string[], reason = "支部停产整顿") => ({
    params: { organizationId: branch },
    body: { obligationIds, reason },
  });

  test("takes back that a duty was due, says that it was waived, and is never booked twice", async () => {
    await postDueFacts(group.application.workshop, group.tenantId);
    const { obligationId: january } = await dutyOf("theme_day", "2026-01-01");
    const { obligationId: december } = await dutyOf("theme_day", "2026-12-01");
    expect(await sums(january)).toEqual({ "obligation.due": 1 });
    await group.refused(deputy, "waiveObligations", waiving([january], " "), "obligation.reason_missing");
    await group.refused(deputy, "waiveObligations", waiving([january, crypto.randomUUID()]), "not_found");
    await group.refused(secretary, "waiveObligations", waiving([january]), "access.not_allowed");
    expect(await deputy.ask("waiveObligations", waiving([january, december, january]))).toEqual({ waived: 2 });
    expect(await sums(january)).toEqual({ "obligation.due": 0, "obligation.waived": 1 });
    expect(await sums(december)).toEqual({ "obligation.waived": 1 });
    expect(await postDueFacts(group.application.workshop, group.tenantId)).toBe(0);
    await group.refused(deputy, "waiveObligations", waiving([january]), "obligation.not_open");
    const shown = await secretary.ask("getObligation", { params: { obligationId: january } });
    expect(shown).toMatchObject({
      state: "waived",
      waivedReason: "支部停产整顿",
      steps: [{ action: "waive", doneBy: "party_affairs_officer" }],
    });
    expect(await audited("duties.waive")).toBe(1);
  });

  test("that somebody asked for waives in the same way", async () => {
    const params = await dutyOf("theme_day", "2026-02-01");
    const { requestId } = await secretary.ask("raiseRequest", { params, body: { kind: "waive", reason: "春节停工" } });
    await deputy.ask("decideRequest", { params: { requestId }, body: { approve: true } });
    expect(await sums(params.obligationId)).toEqual({ "obligation.due": 0, "obligation.waived": 1 });
    expect(await audited("duties.raise_request")).toBe(3);
  });

  test("a request that nobody decided falls away with its duty, and stands again when that is owed again", async () => {
    const params = await dutyOf("project", "2026-10-01");
    const asking = { kind: "extend", askedTo: "2027-01-20", reason: "检修" } as const;
    const { requestId } = await secretary.ask("raiseRequest", { params, body: asking });
    const states = async () => {
      const { items } = await deputy.ask("listMyDuties");
      const { requests } = await deputy.ask("getObligation", { params });
      return [requests[0]?.state, items.some(({ id, why }) => id === params.obligationId && why === "request")];
    };
    expect(await states()).toEqual(["open", true]);
    const waiver = {
      params: { organizationId: branch },
      body: { obligationIds: [params.obligationId], reason: "停产" },
    };
    await office.ask("waiveObligations", waiver);
    expect(await states()).toEqual(["lapsed", false]);
    const all = { params: { organizationId: branch }, query: { which: "all" as const, limit: 200 } };
    const { items } = await office.ask("listObligations", all);
    expect(items.find(({ id }) => id === params.obligationId)).toMatchObject({ state: "waived", openRequests: 0 });
    for (const approve of [true, false]) {
      const decision = { params: { requestId }, body: { approve, reason: "晚了" } };
      await group.refused(deputy, "decideRequest", decision, "obligation.not_open");
    }
    await group.query("UPDATE obligation SET state = 'todo', waived_reason = NULL WHERE id = $1", [
      params.obligationId,
    ]);
    expect(await states()).toEqual(["open", true]);
  });

  test("of a closed month is booked in the next open one", async () => {
    const { obligationId } = await dutyOf("project", "2026-07-01");
    await group.query(
      "UPDATE obligation SET due_on = '2026-01-31', period_from = '2026-01-02', period_to = '2026-01-31' WHERE id = $1",
      [obligationId],
    );
    await group.query(
      `WITH closed AS (INSERT INTO period_closing (tenant_id, closing, span, period_from, version, closed_at)
         VALUES ($1, 1, 'month', '2026-01-01', 1, now()))
       INSERT INTO period (tenant_id, span, period_from, state, closing) VALUES ($1, 'month', '2026-01-01', 'closed', 1)`,
      [group.tenantId],
    );
    await deputy.ask("waiveObligations", waiving([obligationId]));
    const [booked] = await group.query<{ month: string }>(
      "SELECT to_char(posted_in, 'YYYY-MM') AS month FROM fact WHERE source_id = $1 AND kind = 'obligation.waived'",
      [obligationId],
    );
    expect(booked).toEqual({ month: "2026-02" });
  });
});

test("everybody sees his own: the branch's, what was handed to a person, and each with its source and standard", async () => {
  const mine = await secretary.ask("listMyDuties");
  expect(mine.items.every(({ why }) => why === "branch")).toBe(true);
  expect(mine.items.map(({ templateCode, dueOn }) => [templateCode, dueOn])).toEqual([["theme_day", "2026-03-31"]]);
  expect(mine.items[0]).toMatchObject({ sourceName: "年度计划", requirement: "basic", extendedTo: "2026-04-10" });
  expect(mine.items[0]?.standard.length).toBeGreaterThan(0);
  const someone = await group.caller("someone", "party_member", branch);
  expect((await someone.ask("listMyDuties")).items).toEqual([]);
  const { obligationId } = await dutyOf("theme_day", "2026-03-01");
  await group.query("UPDATE account SET person_id = $1 WHERE sign_in_name = 'someone'", [personId]);
  await step(secretary, { obligationId }, { action: "hand_over", assigneeId: personId });
  const again = await group.client("someone");
  expect((await again.ask("listMyDuties")).items).toMatchObject([{ id: obligationId, why: "assigned" }]);
});
