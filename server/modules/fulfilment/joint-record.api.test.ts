import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import {
  attendanceOf,
  type JointBranches,
  type JointHost,
  jointBranches,
  themeDay,
} from "../../testing/joint-branches.ts";

let group: JointBranches;
let [first, second, third] = [] as unknown as [JointHost, JointHost, JointHost];
beforeAll(async () => {
  group = await jointBranches([12, 9, 15]);
  [first, second, third] = group.hosts as [JointHost, JointHost, JointHost];
});
afterAll(() => group.close());

let keys = 0;
function submit(client: Client, host: JointHost, body: Body<"submitRecord">) {
  keys += 1;
  const headers = { "idempotency-key": `joint-record-${keys}` };
  return client.ask("submitRecord", { params: { organizationId: host.id }, body, headers });
}
const joining = (host: JointHost, present: number, guests: { name: string }[] = []) => ({
  organizationId: host.id,
  subjectId: host.id,
  attendance: attendanceOf(host, present),
  guests,
});
const joint = () =>
  themeDay(first, {
    attendance: attendanceOf(first, 10),
    guests: [{ name: "列席甲" }],
    hosts: [joining(second, 9), joining(third, 12, [{ name: "列席乙" }])],
  });

describe("a 主题党日 of three branches: 12, 9 and 15 expected, 10, 9 and 12 there, 2 sitting in", () => {
  let recordId = "";

  test("meets three duties, 83.33, 100 and 80 %, together 31 of 36 = 86.11 %", async () => {
    const answer = await submit(group.secretary, first, joint());
    recordId = answer.recordId;
    expect(answer.satisfied.map(({ organizationId, timeliness }) => [organizationId, timeliness])).toEqual([
      [first.id, "on_time"],
      [second.id, "on_time"],
      [third.id, "on_time"],
    ]);
    expect(answer.unsatisfied).toEqual([]);
    expect(
      answer.hosts.map(({ organizationName, expected, present, rate }) => [organizationName, expected, present, rate]),
    ).toEqual([
      ["branch0", 12, 10, "83.33"],
      ["branch1", 9, 9, "100.00"],
      ["branch2", 15, 12, "80.00"],
    ]);
    expect(answer.together).toEqual({ expected: 36, present: 31, rate: "86.11" });
    expect(answer.attendance).toEqual({ expected: 36, present: 31 });
  });

  test("is shown with each branch's figures, all its people and both who sat in", async () => {
    const record = await group.secretary.ask("getRecord", { params: { recordId } });
    expect(record.together).toEqual({ expected: 36, present: 31, rate: "86.11" });
    expect(record.hosts.map(({ rate }) => rate)).toEqual(["83.33", "100.00", "80.00"]);
    const of = (host: JointHost) =>
      record.participants?.filter(({ organizationId }) => organizationId === host.id) ?? [];
    expect([first, second, third].map((host) => of(host).length)).toEqual([13, 9, 16]);
    expect(record.participants?.filter(({ capacity }) => capacity === "guest").map(({ name }) => name)).toEqual([
      "列席甲",
      "列席乙",
    ]);
    expect(record.satisfied.map(({ organizationName }) => organizationName).sort()).toEqual([
      "branch0",
      "branch1",
      "branch2",
    ]);
    expect(record.standards.map(({ organizationId, counted }) => [organizationId, counted])).toEqual([
      [first.id, true],
      [second.id, true],
      [third.id, true],
    ]);
  });

  test("counts for each branch once, what its own people did", async () => {
    const facts = await group.query<{ organization_id: string; kind: string; quantity: string; base: string | null }>(
      "SELECT organization_id, kind, quantity, base FROM fact WHERE record_id = $1",
      [recordId],
    );
    const of = (host: JointHost, kind: string) =>
      facts
        .filter((fact) => fact.organization_id === host.id && fact.kind === kind)
        .map(({ quantity, base }) => [quantity, base]);
    expect([first, second, third].map((host) => of(host, "attendance"))).toEqual([
      [["10", "12"]],
      [["9", "9"]],
      [["12", "15"]],
    ]);
    for (const host of [first, second, third])
      for (const kind of ["obligation.due", "obligation.discharged"]) expect(of(host, kind)).toHaveLength(1);
  });

  test("stands in the list of each branch with its own figures, and once in that of all", async () => {
    const listed = async (organizationId: string) => {
      const { items } = await group.secretary.ask("listRecords", { params: { organizationId }, query: {} });
      return items.map(({ organizationName, expected, present, hosts }) => [
        organizationName,
        expected,
        present,
        hosts,
      ]);
    };
    expect(await listed(first.id)).toEqual([["branch0", 12, 10, 3]]);
    expect(await listed(second.id)).toEqual([["branch1", 9, 9, 3]]);
    expect(await listed(third.id)).toEqual([["branch2", 15, 12, 3]]);
    expect(await listed(group.generalId)).toEqual([["branch0", 12, 10, 3]]);
  });

  test("a branch that joined sees it, with the names of its own people only", async () => {
    const own = await group.lasting("own", "branch_secretary", second.id);
    const record = await own.ask("getRecord", { params: { recordId } });
    expect(new Set(record.participants?.map(({ organizationId }) => organizationId))).toEqual(new Set([second.id]));
    expect(record.hosts.map(({ rate }) => rate)).toEqual(["83.33", "100.00", "80.00"]);
    const leader = await group.lasting("leader", "party_committee_leader", group.rootId);
    expect((await leader.ask("getRecord", { params: { recordId } })).participants).toBeNull();
    const elsewhere = await group.organization("elsewhere", { parentId: group.generalId });
    const stranger = await group.lasting("stranger", "branch_secretary", elsewhere);
    expect((await stranger.call("getRecord", { params: { recordId } })).refusal.code).toBe("not_found");
  });

  test("who may record at one branch only can't enter it for the others, and nothing is written", async () => {
    const own = await group.lasting("first", "branch_secretary", first.id);
    const sending = {
      params: { organizationId: first.id },
      body: joint(),
      headers: { "idempotency-key": "not-for-others" },
    };
    await group.refused(own, "submitRecord", sending, "not_found");
  });
});

test("a branch whose duty is done already joins without discharging again", async () => {
  const body = themeDay(third, { occurredOn: "2026-03-12", hosts: [joining(second, 5)] });
  const answer = await submit(group.secretary, third, body);
  expect(answer.satisfied).toEqual([]);
  expect(answer.unsatisfied.map(({ organizationId, reason }) => [organizationId, reason])).toEqual([
    [third.id, "discharge.already_discharged"],
    [second.id, "discharge.already_discharged"],
  ]);
});

test("主题党日 and 党课 without a lecturer is a 主题党日 alone, and is found as that only (MTG-18)", async () => {
  const body = themeDay(first, { templateCodes: ["theme_day", "party_lecture"], occurredOn: "2026-03-11" });
  const answer = await submit(group.secretary, first, body);
  expect(answer.standards.map(({ templateCode, counted }) => [templateCode, counted])).toEqual([
    ["theme_day", true],
    ["party_lecture", false],
  ]);
  expect(answer.unsatisfied).toMatchObject([
    { templateCode: "theme_day" },
    { templateCode: "party_lecture", reason: "discharge.blocking_item_missing" },
  ]);
  const found = async (template: string) => {
    const { items } = await group.secretary.ask("listRecords", {
      params: { organizationId: first.id },
      query: { template },
    });
    return items.map(({ id }) => id).includes(answer.recordId);
  };
  expect([await found("theme_day"), await found("party_lecture")]).toEqual([true, false]);
  const lectured = await submit(group.secretary, first, { ...body, occurredOn: "2026-03-13", lecturer: "支部书记" });
  expect(lectured.satisfied.map(({ templateCode }) => templateCode)).toEqual(["party_lecture"]);
});

test("a record keeps the version of the template it was made with", async () => {
  const body = themeDay(second, { occurredOn: "2026-02-10" });
  const { recordId } = await submit(group.secretary, second, body);
  const shown = async () => {
    const { standards } = await group.secretary.ask("getRecord", { params: { recordId } });
    return standards.map(({ templateVersion, templateName, items }) => [templateVersion, templateName, items.length]);
  };
  const before = await shown();
  await group.query(
    `INSERT INTO template_version (tenant_id, code, version, body, checksum, state)
     SELECT tenant_id, code, 99, jsonb_set(jsonb_set(body, '{name,zh}', '"改名的党日"'), '{version}', '99'), 'another', state
     FROM template_version WHERE code = 'theme_day' AND version = (SELECT max(version) FROM template_version WHERE code = 'theme_day')`,
  );
  expect(await shown()).toEqual(before);
  const later = await submit(group.secretary, third, themeDay(third, { occurredOn: "2026-02-11" }));
  expect(later.standards).toMatchObject([{ templateVersion: 99, templateName: { zh: "改名的党日" } }]);
});

test("papers are kept by name, on paper or as a file, and only those that the branch has uploaded", async () => {
  const sending = (fileId: string | null, occurredOn: string) =>
    themeDay(second, { occurredOn, materials: [{ code: "plan", fileId }] });
  const { recordId } = await submit(group.secretary, second, sending(null, "2026-01-21"));
  const record = await group.secretary.ask("getRecord", { params: { recordId } });
  expect(record.materials).toMatchObject([{ code: "plan", name: { zh: "活动方案" }, fileId: null }]);
  const { entry } = await group.secretary.ask("getRecordEntry", { params: { recordId } });
  expect(entry.materials).toEqual([{ code: "plan", fileId: null }]);
  await group.refused(
    group.secretary,
    "submitRecord",
    {
      params: { organizationId: second.id },
      body: sending("0".repeat(64), "2026-01-22"),
      headers: { "idempotency-key": "nobodys-file" },
    },
    "record.file_unknown",
  );
});

test("minutes pasted from Word are kept without what nobody sees", async () => {
  const marks = String.fromCodePoint(0x0b, 0x13, 0xad, 0x200b, 0xfeff);
  const minutes = `${"学习安全生产方案。".repeat(1_100)}\r\n${marks}完`;
  const { recordId } = await submit(group.secretary, first, themeDay(first, { occurredOn: "2026-01-20", minutes }));
  const record = await group.secretary.ask("getRecord", { params: { recordId } });
  expect(record.minutes).toBe(`${"学习安全生产方案。".repeat(1_100)}\n\n完`);
});
