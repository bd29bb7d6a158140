import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type JointBranches, type JointHost, jointBranches, themeDay } from "../../testing/joint-branches.ts";
import { wordRecords } from "../fulfilment/index.ts";

let group: JointBranches;
let first: JointHost;
let second: JointHost;
let ids: Record<"tools" | "march" | "joint", string>;
beforeAll(async () => {
  group = await jointBranches([3, 3]);
  [first, second] = group.hosts as [JointHost, JointHost];
  ids = {
    tools: await held(second, { title: "11月：工器具“双人复核”", occurredOn: "2026-02-12" }),
    march: await held(first, { title: "安全生产", occurredOn: "2026-03-10" }),
    joint: await held(first, {
      title: "联合开展志愿服务",
      occurredOn: "2026-03-11",
      hosts: [{ organizationId: second.id, subjectId: second.id, attendance: themeDay(second).attendance, guests: [] }],
    }),
  };
  await word();
});
afterAll(() => group.close());

async function word(): Promise<void> {
  while ((await wordRecords(group.application.workshop.database, group.tenantId)) > 0);
}

let keys = 0;
async function held(host: JointHost, over: Parameters<typeof themeDay>[1]): Promise<string> {
  keys += 1;
  const headers = { "idempotency-key": `found-records-${keys}` };
  const sent = { params: { organizationId: host.id }, body: themeDay(host, over), headers };
  return (await group.secretary.ask("submitRecord", sent)).recordId;
}

async function found(q: string, client: Client = group.office): Promise<string[]> {
  const { records } = await client.ask("search", { query: { q } });
  return records.map(({ title }) => title);
}

const [tools, march, joint] = ["11月：工器具“双人复核”", "安全生产", "联合开展志愿服务"];
const ways: [string, string, string[]][] = [
  ["two words of its title in any order", "双人 工器具", [tools]],
  ["a single letter of its title", "愿", [joint]],
  ["the last letter of its title", "务", [joint]],
  ["its kind", "主题党日", [joint, march, tools]],
  ["its kind in pinyin", "zhuti", [joint, march, tools]],
  ["its kind's initials and the month", "ztdr 3月", [joint, march]],
  ["its kind in English", "theme day 2026-02", [tools]],
  ["year and month", "2026-03", [joint, march]],
  ["year and month as one says them", "2026年3月", [joint, march]],
  ["the month that its title names", "11月", [tools]],
  ["no month that the figures of another hold", "1月", []],
  ["its organisation", "branch1", [joint, tools]],
  ["its organisation and a word of its title", "branch1 工器具", [tools]],
  ["organisation, kind and month", "branch0 ztdr 2026-03", [joint, march]],
  ["what begins so before what is newer", "安", [march]],
  ["letters that mean something to a pattern", "%", []],
  ["what no record holds", "没有这个", []],
];
test.each(ways)("a record is found by %s", async (_how, q, titles) => {
  expect(await found(q)).toEqual(titles);
});

test("nobody finds a record of a place that he doesn't see", async () => {
  const own = await group.lasting("own", "branch_secretary", first.id);
  expect(await found("ztdr", own)).toEqual([joint, march]);
  expect(await found("工器具", own)).toEqual([]);
  expect(await found("branch1", own)).toEqual([]);
  const nobody = await group.lasting("accounts", "security_administrator");
  expect(await found("ztdr", nobody)).toEqual([]);
});

test("a corrected record is found by its new words only, one that was taken back not at all", async () => {
  const { entry, version } = await group.secretary.ask("getRecordEntry", { params: { recordId: ids.march } });
  const body = { ...entry, version, reason: "核对后更正", title: "消防演练", occurredOn: "2026-03-09" };
  const headers = { "idempotency-key": "found-corrected" };
  await group.secretary.ask("correctRecord", { params: { recordId: ids.march }, body, headers });
  await word();
  expect([await found("消防"), await found("安全生产")]).toEqual([["消防演练"], []]);
  await group.office.ask("reverseRecord", { params: { recordId: ids.tools }, body: { reason: "与签到表不符" } });
  expect(await found("工器具")).toEqual([]);
  await word();
  expect(await group.query("SELECT 1 FROM record_entry WHERE record_id = $1", [ids.tools])).toEqual([]);
});

test("in a large place records are found by the same words", async () => {
  await group.query("UPDATE record SET state = 'submitted', title = $2 WHERE id = $1", [ids.tools, tools]);
  await group.query("UPDATE record SET title = $2 WHERE id = $1", [ids.march, march]);
  await group.query("INSERT INTO record_to_word (tenant_id, record_id) SELECT $1, unnest($2::uuid[])", [
    group.tenantId,
    [ids.tools, ids.march],
  ]);
  await word();
  // So many that they are looked for by their days, and that "branch" says nothing about the day.
  await group.query(
    `INSERT INTO search_entry (tenant_id, entity, id, path, words)
     SELECT $1, 'organization', gen_random_uuid(), '1.9' || lpad(n::text, 4, '0') || '.', E'\\nbranch-' || n FROM generate_series(1, 1010) AS n`,
    [group.tenantId],
  );
  for (const [how, q, titles] of ways) expect([how, await found(q)]).toEqual([how, titles]);
  expect(await found("branch 联合")).toEqual([joint]);
  expect(await found("branch")).toEqual([joint, march, tools]);
  const west = await group.lasting("general", "party_affairs_officer", group.generalId);
  expect(await found("branch0", west)).toEqual([joint, march]);
});

test("records that were there before are written down one after the other", async () => {
  const { database } = group.application.workshop;
  await group.query("INSERT INTO record_to_word (tenant_id, record_id) SELECT tenant_id, id FROM record");
  expect(await wordRecords(database, group.tenantId)).toBe(3);
  expect(await wordRecords(database, group.tenantId)).toBe(0);
});
