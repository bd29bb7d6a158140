import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../../testing/client.ts";
import { type Example, openExample } from "../../../testing/example-branch.ts";
import { confirmingLedger, type LedgerRow, ledgerOf, sendingLedger } from "../../../testing/ledger-files.ts";
import { openStage } from "../../../testing/stage.ts";
import { tableMarks } from "../../../testing/table-marks.ts";

let example: Example;
let office: Client;
let secretary: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  office = await example.client("office2", "party_affairs_officer", example.rootId);
  secretary = await example.client("secretary", "branch_secretary", example.other.id);
  await example.query("UPDATE person SET number = 'N-' || name");
});
afterAll(() => example.close());

type Mark = Body<"submitRecord">["attendance"][number];
const minutes = "学习安全生产月活动方案，讨论工器具双人复核，党员领题三项，责任到人。";
const general = (code: string, over: LedgerRow = {}): LedgerRow => ({
  组织代码: code,
  组织名称: code,
  类型: "党员大会",
  主题: "一季度党员大会",
  日期: "2026-03-10",
  开始时间: "14:00",
  结束时间: "15:30",
  地点: "三楼会议室",
  主持人: `N-${code}0`,
  记录人: `${code}1`,
  应到人数: 9,
  实到人数: 7,
  请假人员及事由: `N-${code}7：出差`,
  缺席人员及事由: `${code}8：无故`,
  列席人员: "李四、王五",
  议题: "讨论决定重要事项",
  会议内容: minutes,
  决议及表决: "同意转正（赞成6，反对1，弃权0）\n通过计划：赞成7 反对0 弃权0",
  ...over,
});
const commit = async (raw: Buffer) => office.ask("commitLedger", await confirmingLedger(office, example.rootId, raw));

/** All that a branch's records are, with the names of branch and people as if they were another's. */
async function writtenFor(branch: { id: string; groupIds: readonly string[] }, code: string): Promise<unknown> {
  const select = async (text: string) => example.query<Record<string, unknown>>(text, [branch.id]);
  const parts = {
    records:
      await select(`SELECT title, occurred_on, late_entry, expected, present, standard_passed, standard_applicable,
      template_codes, files, state, version FROM record WHERE organization_id = $1 ORDER BY title`),
    versions:
      await select(`SELECT v.body - 'chairId' - 'recorderId' AS body, c.name AS chair, w.name AS recorder FROM record r
      JOIN record_version v ON v.record_id = r.id LEFT JOIN person c ON c.id = (v.body->>'chairId')::uuid
      LEFT JOIN person w ON w.id = (v.body->>'recorderId')::uuid WHERE r.organization_id = $1 ORDER BY r.title`),
    participants: await select(`SELECT r.title, p.position, p.name, p.capacity, p.presence, p.reason, p.exempt, p.votes
      FROM record r JOIN record_participant p ON p.record_id = r.id WHERE r.organization_id = $1 ORDER BY 1, 2`),
    tallies: await select(`SELECT t.position, t.title, rule, votes_for, votes_against, votes_abstain, voters_expected,
      voters_present, quorum_needed, pass_needed, valid, passed FROM record r JOIN vote_tally t ON t.record_id = r.id
      WHERE r.organization_id = $1 ORDER BY r.title, t.position`),
    duties: await select(`SELECT template_code, period_from, due_on, state, record_id IS NULL AS open, due_posted
      FROM obligation WHERE organization_id = $1 ORDER BY template_code, period_from, subject_id`),
    discharges:
      await select(`SELECT o.template_code, o.due_on, d.timeliness FROM record r JOIN discharge d ON d.record_id = r.id
      JOIN obligation o ON o.id = d.obligation_id WHERE r.organization_id = $1 ORDER BY 1, 2`),
    facts: await select(`SELECT kind, sign, occurred_on, counts_on, posted_in, closing, quantity, base, attributes,
      details - 'obligation' AS details, source_table, source_version, record_id IS NULL AS without FROM fact
      WHERE organization_id = $1 ORDER BY kind, counts_on, attributes::text`),
  };
  return JSON.parse(JSON.stringify(parts).replaceAll(`${code}`, "branch"));
}

test("a meeting taken in is worth what the same meeting is worth when a secretary enters it", async () => {
  const { roster } = await secretary.ask("getRecordForm", {
    params: { organizationId: example.other.id },
    query: { template: "general_meeting", subjectId: example.other.id, on: "2026-03-10" },
  });
  const idOf = (number: number) => roster.find(({ name }) => name === `second${number}`)?.personId ?? "";
  await secretary.ask("submitRecord", {
    params: { organizationId: example.other.id },
    headers: { "idempotency-key": "entered-by-hand" },
    body: {
      subjectId: example.other.id,
      templateCodes: ["general_meeting"],
      title: "一季度党员大会",
      occurredOn: "2026-03-10",
      startTime: "14:00",
      endTime: "15:30",
      place: "三楼会议室",
      chairId: idOf(0),
      recorderId: idOf(1),
      lecturer: null,
      minutes,
      topics: ["important_matter"],
      resolutions: [
        { title: "同意转正", for: 6, against: 1, abstain: 0 },
        { title: "通过计划", for: 7, against: 0, abstain: 0 },
      ],
      attendance: roster.map(({ personId, name }): Mark => {
        if (name === "second7") return { personId, presence: "leave", reason: "出差" };
        if (name === "second8") return { personId, presence: "absent", reason: "无故" };
        return { personId, presence: "present", reason: null };
      }),
      guests: [{ name: "李四" }, { name: "王五" }],
      fileIds: [],
    },
  });
  const raw = ledgerOf([general("first")]);
  const preview = await office.ask("previewLedger", { ...sendingLedger(example.rootId, raw), query: {} });
  expect(preview.problems).toEqual([]);
  expect(preview).toMatchObject({ satisfied: 1, afterClose: 0, sheets: [{ name: "三会一课", added: 1, wrong: 0 }] });
  const taken = await example.audited(office, "commitLedger", await confirmingLedger(office, example.rootId, raw));
  expect(taken.sheets).toEqual([{ name: "三会一课", added: 1, changed: 0, unchanged: 0 }]);
  const byLedger = await writtenFor(example.branch, "first");
  expect(byLedger).toEqual(await writtenFor(example.other, "second"));
  expect(byLedger).toMatchObject({ facts: expect.arrayContaining([expect.objectContaining({ kind: "attendance" })]) });
});

test("the same file again changes nothing", async () => {
  const marks = await tableMarks(example.database.superUrl);
  expect(await commit(ledgerOf([general("first")]))).toEqual({
    importId: null,
    undoableUntil: null,
    sheets: [{ name: "三会一课", added: 0, changed: 0, unchanged: 1 }],
  });
  const {
    audit_entry: _a,
    audit_unsealed: _u,
    count_request: _c,
    ...rest
  } = await tableMarks(example.database.superUrl);
  expect(marks).toMatchObject(rest);
});
