import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import {
  attendanceOf,
  type JointBranches,
  type JointHost,
  jointBranches,
  themeDay,
} from "../../testing/joint-branches.ts";
import { tableMarks } from "../../testing/table-marks.ts";

let group: JointBranches;
let [first, second, third] = [] as unknown as [JointHost, JointHost, JointHost];
beforeAll(async () => {
  group = await jointBranches([12, 9, 15]);
  [first, second, third] = group.hosts as [JointHost, JointHost, JointHost];
});
afterAll(() => group.close());

type Entry = Body<"submitRecord">;
async function preview(body: Entry, client: Client = group.secretary): Promise<Answer<"previewRecord">> {
  const before = await tableMarks(group.database.superUrl);
  const { draftId: _none, ...entry } = body;
  const answer = await client.ask("previewRecord", { params: { organizationId: body.subjectId }, body: entry });
  expect(await tableMarks(group.database.superUrl)).toEqual(before);
  return answer;
}
let keys = 0;
const submit = (body: Entry) => {
  keys += 1;
  const headers = { "idempotency-key": `previewed-${keys}` };
  return group.secretary.ask("submitRecord", { params: { organizationId: body.subjectId }, body, headers });
};
const joining = (host: JointHost, present: number) => ({
  organizationId: host.id,
  subjectId: host.id,
  attendance: attendanceOf(host, present),
  guests: [],
});

test("a record is told what it will do before it is submitted, and does just that", async () => {
  const body = themeDay(first, {
    templateCodes: ["theme_day", "party_lecture"],
    attendance: attendanceOf(first, 10),
    hosts: [joining(second, 9), joining(third, 12)],
  });
  const { refusal, result } = await preview(body);
  expect(refusal).toBeNull();
  expect(result?.satisfied.map(({ organizationName, sourceName }) => [organizationName, sourceName])).toEqual([
    ["branch0", "plan"],
    ["branch1", "plan"],
    ["branch2", "plan"],
  ]);
  expect(
    result?.unsatisfied.map(({ organizationName, templateCode, reason, missing }) => [
      ...[organizationName, templateCode, reason],
      missing.map(({ zh }) => zh),
    ]),
  ).toEqual(
    ["branch0", "branch1", "branch2"].map((name) => [
      ...[name, "party_lecture", "discharge.blocking_item_missing"],
      ["写明讲课人"],
    ]),
  );
  expect(result?.together).toEqual({ expected: 36, present: 31, rate: "86.11" });
  const { recordId, ...submitted } = await submit(body);
  expect(submitted).toEqual(result);
  const shown = await group.secretary.ask("getRecord", { params: { recordId } });
  expect(shown.satisfied.map(({ sourceName }) => sourceName)).toEqual(["plan", "plan", "plan"]);
});

test("while the list is being filled in, both what is missing and what it is worth so far are told", async () => {
  const body = themeDay(second, { occurredOn: "2026-02-10", attendance: attendanceOf(second, 9).slice(0, 5) });
  const { refusal, result } = await preview(body);
  expect(refusal).toEqual({
    code: "record.attendance.incomplete",
    field: "attendance",
    values: { missing: 4, expected: 9 },
  });
  expect(result?.attendance).toEqual({ expected: 9, present: 5 });
  expect(result?.satisfied).toHaveLength(1);
  const away = themeDay(second, {
    occurredOn: "2026-02-10",
    attendance: attendanceOf(second, 5).map((mark) => ({ ...mark, reason: null })),
  });
  expect(await preview(away)).toMatchObject({
    refusal: { code: "record.absence.reason_missing" },
    result: { attendance: { present: 5 } },
  });
});

test("what can't be told is only refused", async () => {
  const answer = await preview(themeDay(second, { occurredOn: "2026-12-31" }));
  expect(answer).toMatchObject({ refusal: { code: "record.date.in_future", field: "occurredOn" }, result: null });
});

test("whoever drafts may ask; who may do neither, and whoever drafts elsewhere, may not", async () => {
  const drafter = await group.lasting("preview.drafter", "branch_committee_member", second.id);
  expect((await preview(themeDay(second, { occurredOn: "2026-02-12" }), drafter)).refusal).toBeNull();
  const { draftId: _none, ...body } = themeDay(third);
  const sending = { params: { organizationId: third.id }, body };
  await group.refused(drafter, "previewRecord", sending, "not_found");
  const joint = themeDay(second, { occurredOn: "2026-02-12", hosts: [joining(third, 3)] });
  const { draftId: _one, ...both } = joint;
  await group.refused(drafter, "previewRecord", { params: { organizationId: second.id }, body: both }, "not_found");
  const member = await group.lasting("preview.member", "party_member", second.id);
  await group.refused(member, "previewRecord", { params: { organizationId: second.id }, body }, "access.not_allowed");
});
