import type { Body, Query } from "@dutyloop/contract/endpoints.ts";
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
let host: JointHost;
let office: Client;
let recordId = "";
beforeAll(async () => {
  group = await jointBranches([12]);
  [host] = group.hosts as [JointHost];
  office = await group.lasting("officer", "party_affairs_officer");
  const body = themeDay(host);
  const params = { organizationId: host.id };
  const sent = { params, body, headers: { "idempotency-key": "versions-1" } };
  ({ recordId } = await group.secretary.ask("submitRecord", sent));
});
afterAll(() => group.close());

let keys = 1;
async function correct(over: Partial<Body<"correctRecord">>): Promise<void> {
  keys += 1;
  const { entry, version } = await group.secretary.ask("getRecordEntry", { params: { recordId } });
  const body = { ...entry, version, reason: "核对后更正", ...over };
  const headers = { "idempotency-key": `versions-${keys}` };
  await group.secretary.ask("correctRecord", { params: { recordId }, body, headers });
}
const changes = async (client = group.secretary) =>
  (await client.ask("listRecordVersions", { params: { recordId } })).items.map((version) => version.changes);
const listed = async (query: Partial<Query<"listRecords">>) =>
  (await office.ask("listRecords", { params: { organizationId: host.id }, query })).items.map(({ id }) => id);

test("the first version says nothing otherwise than one before it", async () => {
  expect(await changes()).toEqual([[]]);
});

test("each version tells what it says otherwise: texts as they were and are, people by their number", async () => {
  const { entry } = await group.secretary.ask("getRecordEntry", { params: { recordId } });
  await correct({ title: "改过的主题", minutes: "改过的纪要" });
  await correct({ attendance: attendanceOf(host, 10) });
  const [people, words] = await changes();
  expect(words).toEqual([
    { field: "title", before: entry.title, after: "改过的主题" },
    { field: "minutes", before: entry.minutes, after: "改过的纪要" },
  ]);
  expect(people).toEqual([{ field: "attendance", before: "12 / 12", after: "10 / 12" }]);
});

test("that another lecturer was named is told without the name", async () => {
  await correct({ lecturer: "某位讲课人" });
  const told = await changes(office);
  expect(told[0]).toEqual([{ field: "lecturer", before: null, after: null }]);
  expect(JSON.stringify(told)).not.toContain("某位讲课人");
});

test("the list is narrowed to what was corrected, taken back, or entered late", async () => {
  expect(await listed({})).toEqual([recordId]);
  expect(await listed({ state: "corrected" })).toEqual([recordId]);
  expect(await listed({ state: "submitted" })).toEqual([]);
  const [row] = await group.query<{ late: boolean }>("SELECT late_entry AS late FROM record WHERE id = $1", [recordId]);
  expect(await listed({ entered: "late" })).toEqual(row?.late ? [recordId] : []);
  await office.ask("reverseRecord", { params: { recordId }, body: { reason: "与签到表不符" } });
  expect(await listed({})).toEqual([]);
  expect(await listed({ state: "revoked" })).toEqual([recordId]);
});
