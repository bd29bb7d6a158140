import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import {
  attendanceOf,
  type JointBranches,
  type JointHost,
  jointBranches,
  themeDay,
} from "../../testing/joint-branches.ts";

let group: JointBranches;
let [first, second] = [] as unknown as [JointHost, JointHost];
let lead: Client;
let sister: Client;
beforeAll(async () => {
  group = await jointBranches([6, 5]);
  [first, second] = group.hosts as [JointHost, JointHost];
  lead = await group.lasting("others.first", "branch_secretary", first.id);
  sister = await group.lasting("others.second", "branch_secretary", second.id);
});
afterAll(() => group.close());

/** An event of the first branch for which the second one's secretary has entered that so many were there. */
async function entered(occurredOn: string, present: number): Promise<string> {
  const { recordId } = await lead.ask("submitRecord", {
    params: { organizationId: first.id },
    body: themeDay(first, { occurredOn, awaited: [{ organizationId: second.id, subjectId: second.id }] }),
    headers: { "idempotency-key": `others-${occurredOn}` },
  });
  await sister.ask("enterHostPart", {
    params: { recordId, organizationId: second.id },
    body: { subjectId: second.id, attendance: attendanceOf(second, present), guests: [{ name: "列席甲" }] },
    headers: { "idempotency-key": `others-part-${occurredOn}` },
  });
  return recordId;
}
const entryOf = (client: Client, recordId: string) => client.ask("getRecordEntry", { params: { recordId } });
let keys = 0;
async function correcting(client: Client, recordId: string, over: Partial<Body<"correctRecord">>) {
  const { entry, version } = await entryOf(client, recordId);
  keys += 1;
  return {
    params: { recordId },
    body: { ...entry, version, reason: "更正", ...over },
    headers: { "idempotency-key": `others-correct-${keys}` },
  };
}
const factsOf = (recordId: string, organizationId: string) =>
  group.query("SELECT id, kind, quantity, sign FROM fact WHERE record_id = $1 AND organization_id = $2 ORDER BY id", [
    recordId,
    organizationId,
  ]);
const figures = async (client: Client, recordId: string) =>
  (await client.ask("getRecord", { params: { recordId } })).hosts.map(({ expected, present }) => [expected, present]);

test("who leads corrects his own part; the other's part and facts stay as they are", async () => {
  const recordId = await entered("2026-03-16", 4);
  const theirs = await factsOf(recordId, second.id);
  const { entry, others } = await entryOf(lead, recordId);
  expect(others).toBe(1);
  expect(entry.hosts).toBeUndefined();
  expect(JSON.stringify(entry)).not.toContain("列席甲");
  const sending = await correcting(lead, recordId, { attendance: attendanceOf(first, 3), title: "改过的主题党日" });
  const answer = await lead.ask("correctRecord", sending);
  expect(answer).toMatchObject({ version: 3, together: { expected: 11, present: 7 } });
  expect(await figures(lead, recordId)).toEqual([
    [6, 3],
    [5, 4],
  ]);
  expect(await factsOf(recordId, second.id)).toEqual(theirs);
  const again = await correcting(lead, recordId, {});
  await group.refused(lead, "correctRecord", again, "record.correction.nothing_changed");
});

test("the other's secretary corrects who was there of his own people, whatever else he sends", async () => {
  const recordId = await entered("2026-02-10", 4);
  const ofLead = await factsOf(recordId, first.id);
  const { entry } = await entryOf(sister, recordId);
  expect(entry).toMatchObject({ attendance: [], guests: [], chairId: null, lecturer: null });
  const part = { organizationId: second.id, subjectId: second.id, guests: [] };
  const sending = await correcting(sister, recordId, {
    ...{ title: "另一个标题", minutes: "另一份纪要", attendance: [], occurredOn: "2026-02-11" },
    hosts: [{ ...part, attendance: attendanceOf(second, 2) }],
  });
  await sister.ask("correctRecord", sending);
  expect(await figures(sister, recordId)).toEqual([
    [6, 6],
    [5, 2],
  ]);
  const record = await lead.ask("getRecord", { params: { recordId } });
  expect(record).toMatchObject({ title: "安全生产主题党日", occurredOn: "2026-02-10", version: 3 });
  expect(record.participants?.every(({ organizationId }) => organizationId === first.id)).toBe(true);
  expect(await factsOf(recordId, first.id)).toEqual(ofLead);
});

test("day and types stay where others entered their part, and nobody takes another's part away", async () => {
  const recordId = await entered("2026-01-20", 5);
  const refused = async (over: Partial<Body<"correctRecord">>, code: string) =>
    group.refused(lead, "correctRecord", await correcting(lead, recordId, over), code);
  await refused({ occurredOn: "2026-01-21" }, "record.correction.others_entered");
  await refused({ templateCodes: ["theme_day", "party_lecture"] }, "record.correction.others_entered");
  await refused({ awaited: [{ organizationId: second.id, subjectId: second.id }] }, "record.host.twice");
  await lead.ask("correctRecord", await correcting(lead, recordId, { title: "没有另一支部", hosts: [] }));
  expect(await figures(lead, recordId)).toHaveLength(2);
  const stranger = await group.lasting("others.none", "branch_secretary", await group.organization("none"));
  await group.refused(stranger, "getRecordEntry", { params: { recordId } }, "not_found");
});

test("who has come to a list afterwards, or left it, doesn't stop anybody else's correction", async () => {
  const recordId = await entered("2026-03-05", 5);
  const [left = ""] = second.personIds;
  await group.query("UPDATE membership SET valid_from = '2026-03-12' WHERE person_id = $1", [left]);
  await lead.ask("correctRecord", await correcting(lead, recordId, { title: "名单后来变了" }));
  expect(await figures(lead, recordId)).toEqual([
    [6, 6],
    [4, 4],
  ]);
  await group.query("UPDATE membership SET valid_from = '2026-01-01' WHERE person_id = $1", [left]);
  await lead.ask("correctRecord", await correcting(lead, recordId, { title: "名单又变了" }));
  expect((await figures(lead, recordId))[1]).toEqual([4, 4]);
});

test("a branch enters that its own member made up for an absence, of the other's it doesn't", async () => {
  const recordId = await entered("2026-03-06", 3);
  const made = (personId = "") => ({
    params: { recordId },
    body: { personId, madeUpOn: "2026-03-10", way: "alone" as const, note: "自学", lateReason: "" },
  });
  await sister.ask("makeUp", made(second.personIds[4]));
  await group.refused(lead, "makeUp", made(second.personIds[3]), "not_found");
});
