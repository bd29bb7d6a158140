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
let [first, second, third] = [] as unknown as [JointHost, JointHost, JointHost];
let own: Client;
beforeAll(async () => {
  group = await jointBranches([12, 9, 15]);
  [first, second, third] = group.hosts as [JointHost, JointHost, JointHost];
  own = await group.lasting("part.second", "branch_secretary", second.id);
});
afterAll(() => group.close());

let keys = 0;
async function submit(over: Partial<Body<"submitRecord">> = {}): Promise<string> {
  keys += 1;
  const body = themeDay(first, {
    attendance: attendanceOf(first, 10),
    hosts: [{ organizationId: third.id, subjectId: third.id, attendance: attendanceOf(third, 12), guests: [] }],
    awaited: [{ organizationId: second.id, subjectId: second.id }],
    ...over,
  });
  const headers = { "idempotency-key": `host-parts-${keys}` };
  const answer = await group.secretary.ask("submitRecord", { params: { organizationId: first.id }, body, headers });
  expect(answer.awaited.map(({ organizationName }) => organizationName)).toEqual(["branch1"]);
  return answer.recordId;
}
const part = (present: number, over: Partial<Body<"enterHostPart">> = {}): Body<"enterHostPart"> => ({
  subjectId: second.id,
  attendance: attendanceOf(second, present),
  guests: [{ name: "列席" }],
  ...over,
});
const enter = (recordId: string, body: Body<"enterHostPart">, client = own) =>
  client.ask("enterHostPart", sendingPart(recordId, body));
/** Each under a number of its own. */
function sendingPart(recordId: string, body: Body<"enterHostPart">, organizationId = second.id) {
  keys += 1;
  return { params: { recordId, organizationId }, body, headers: { "idempotency-key": `host-part-${keys}` } };
}
const awaitedBy = async (client: Client, organizationId: string) =>
  (await client.ask("listAwaitedParts", { params: { organizationId } })).items;
const factsOf = (recordId: string) =>
  group.query<{ id: string; organization_id: string; kind: string; quantity: string }>(
    "SELECT id, organization_id, kind, quantity FROM fact WHERE record_id = $1 ORDER BY id",
    [recordId],
  );

test("a branch that is awaited counts for nothing until its own secretary enters who was there", async () => {
  const recordId = await submit({ occurredOn: "2026-03-16" });
  const before = await own.ask("getRecord", { params: { recordId } });
  expect(before.hosts.map(({ organizationName }) => organizationName)).toEqual(["branch0", "branch2"]);
  expect(before.awaited).toEqual([
    { organizationId: second.id, organizationName: "branch1", subjectId: second.id, subjectName: "branch1" },
  ]);
  expect(before.participants).toBeNull();
  expect(before.together).toMatchObject({ expected: 27, present: 22 });
  const listed = await own.ask("listRecords", { params: { organizationId: second.id }, query: {} });
  expect(listed.items).toEqual([]);
  expect(await awaitedBy(own, second.id)).toEqual([
    {
      ...{ recordId, title: "安全生产主题党日", occurredOn: "2026-03-16", leadName: "branch0" },
      ...{ templateCodes: ["theme_day"], organizationId: second.id, organizationName: "branch1" },
      ...{ subjectId: second.id, subjectName: "branch1" },
    },
  ]);
  const facts = await factsOf(recordId);
  expect(facts.some(({ organization_id }) => organization_id === second.id)).toBe(false);

  const answer = await enter(recordId, part(9));
  expect(answer).toMatchObject({
    version: 2,
    lateEntry: false,
    satisfied: [{ organizationId: second.id, sourceName: "plan", timeliness: "on_time" }],
    hosts: [{ organizationId: second.id, expected: 9, present: 9, rate: "100.00" }],
  });
  const record = await group.secretary.ask("getRecord", { params: { recordId } });
  expect(record.hosts.map(({ organizationName, rate }) => [organizationName, rate])).toEqual([
    ["branch0", "83.33"],
    ["branch2", "80.00"],
    ["branch1", "100.00"],
  ]);
  expect(record).toMatchObject({ version: 2, awaited: [], together: { expected: 36, present: 31, rate: "86.11" } });
  expect(record.satisfied.map(({ organizationName }) => organizationName).sort()).toEqual([
    "branch0",
    "branch1",
    "branch2",
  ]);
  const people = (id: string) => record.participants?.filter(({ organizationId }) => organizationId === id).length;
  expect([first, second, third].map(({ id }) => people(id))).toEqual([12, 10, 15]);
  expect(await awaitedBy(own, second.id)).toEqual([]);

  const after = await factsOf(recordId);
  expect(after.slice(0, facts.length)).toEqual(facts);
  const added = after.slice(facts.length);
  expect(added.every(({ organization_id }) => organization_id === second.id)).toBe(true);
  expect(added.map(({ kind }) => kind).sort()).toEqual([
    "attendance",
    "obligation.discharged",
    "obligation.due",
    "record.standard",
  ]);
});

test("what is corrected afterwards keeps every part, and a host can be put back among the awaited", async () => {
  const recordId = await submit({ occurredOn: "2026-02-10" });
  await enter(recordId, part(7));
  const facts = await factsOf(recordId);
  const { entry, version } = await group.secretary.ask("getRecordEntry", { params: { recordId } });
  expect(entry.hosts?.map(({ organizationId }) => organizationId)).toEqual([third.id, second.id]);
  expect(entry.awaited).toBeUndefined();
  const correct = (over: object, from: number, key: string) =>
    group.secretary.ask("correctRecord", {
      params: { recordId },
      body: { ...entry, version: from, reason: "更正", ...over },
      headers: { "idempotency-key": key },
    });
  await correct({ title: "改名的主题党日" }, version, "host-part-title");
  expect(await factsOf(recordId)).toEqual(facts);
  const waiting = { hosts: [entry.hosts![0]], awaited: [{ organizationId: second.id, subjectId: second.id }] };
  const without = await correct(waiting, version + 1, "host-part-back");
  expect(without).toMatchObject({ together: { expected: 27, present: 22 } });
  expect(without.awaited).toHaveLength(1);
  expect((await enter(recordId, part(8))).satisfied).toHaveLength(1);
});

test("a part that is wrong, entered twice, or by somebody else is refused and changes nothing", async () => {
  const recordId = await submit({ occurredOn: "2026-01-20" });
  const sending = (body: Body<"enterHostPart">, at?: string) => sendingPart(recordId, body, at);
  const refused = (client: Client, body: Body<"enterHostPart">, code: string, at?: string) =>
    group.refused(client, "enterHostPart", sending(body, at), code);
  const elsewhere = [...attendanceOf(second, 9).slice(1), ...attendanceOf(first, 1).slice(0, 1)];
  await refused(own, part(9, { attendance: elsewhere }), "record.attendee.in_two_hosts");
  await refused(own, part(9, { attendance: attendanceOf(second, 9).slice(1) }), "record.attendance.incomplete");
  await refused(own, part(9, { makesUpFor: [recordId] }), "record.make_up_not_open");
  await refused(own, part(9), "not_found", third.id);
  const stranger = await group.lasting("part.third", "branch_secretary", third.id);
  await refused(stranger, part(9), "not_found");
  const drafter = await group.lasting("part.drafter", "branch_committee_member", second.id);
  await refused(drafter, part(9), "access.not_allowed");
  const [one, other] = await Promise.all([
    own.call("enterHostPart", sending(part(9))),
    own.call("enterHostPart", sending(part(9))),
  ]);
  expect([one.status, other.status].sort()).toEqual([200, 422]);
  await refused(own, part(9), "record.host.not_awaited");
  const taken = await submit({ occurredOn: "2026-01-21" });
  const checker = await group.lasting("part.checker", "organizer", group.rootId);
  await checker.ask("reverseRecord", { params: { recordId: taken }, body: { reason: "抽查发现未开展" } });
  await group.refused(own, "enterHostPart", sendingPart(taken, part(9)), "record.revoked");
});

test("a part that is sent again, its answer lost, is answered as the first time and enters nothing twice", async () => {
  const recordId = await submit({ occurredOn: "2026-01-23" });
  const sent = sendingPart(recordId, part(9));
  const first = await own.call("enterHostPart", sent);
  const facts = await factsOf(recordId);
  const again = await own.call("enterHostPart", sent);
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.text).toBe(first.text);
  expect(await factsOf(recordId)).toEqual(facts);
  const other = { ...sent, body: part(8) };
  await group.refused(own, "enterHostPart", other, "idempotency.key_reused");
  const { headers: _none, ...unnumbered } = sent;
  await group.refused(own, "enterHostPart", unnumbered, "idempotency.key_missing");
});

test("none is awaited twice", async () => {
  const one = { organizationId: second.id, subjectId: second.id };
  const sending = {
    params: { organizationId: first.id },
    body: themeDay(first, { occurredOn: "2026-01-22", awaited: [one, one] }),
    headers: { "idempotency-key": "awaited-twice" },
  };
  await group.refused(group.secretary, "submitRecord", sending, "record.host.twice");
});

test("a part that comes more than seven days later is 补录, its own and nobody else's", async () => {
  group.clock.set("2026-03-30T01:00:00.000Z");
  const recordId = await submit({ occurredOn: "2026-03-25" });
  group.clock.set("2026-04-03T01:00:00.000Z");
  const answer = await enter(recordId, part(6));
  expect(answer).toMatchObject({ lateEntry: true, hosts: [{ lateEntry: true }] });
  const record = await group.secretary.ask("getRecord", { params: { recordId } });
  expect(record.hosts.map(({ organizationName, lateEntry }) => [organizationName, lateEntry])).toEqual([
    ["branch0", false],
    ["branch2", false],
    ["branch1", true],
  ]);
  const lateIn = async (organizationId: string) => {
    const { items } = await group.secretary.ask("listRecords", { params: { organizationId }, query: {} });
    return items.find(({ id }) => id === recordId)?.lateEntry;
  };
  expect([await lateIn(first.id), await lateIn(second.id)]).toEqual([false, true]);
});
