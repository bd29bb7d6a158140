import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import type { Client } from "../../testing/client.ts";

let group: AssessedGroup;
let office: Client;
let east: string;
let power: string;
beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  east = await group.organization("EAST", { kind: "COMMITTEE", name: "重庆公司党委" });
  const west = await group.organization("WEST", { kind: "COMMITTEE", name: "西部公司党委" });
  power = await group.organization("E1", { parentId: east, name: "供电党支部" });
  await group.organization("E2", { parentId: east, name: "供电所联合党支部" });
  await group.organization("W1", { parentId: west, name: "供电党支部", validFrom: "2026-02-01" });
});
afterAll(() => group.close());

const found = async (q: string, client = office, on?: string) => {
  const { items } = await client.ask("searchOrganizations", { query: { q, ...(on ? { on } : {}) } });
  return items.map(({ code }) => code);
};

test.each([
  ["its name", "重庆公司", ["EAST"]],
  ["a part of its name", "联合", ["E2"]],
  ["its code, in any case", "east", ["EAST"]],
  ["pinyin", "chongqing", ["EAST"]],
  ["initials", "cqgsdw", ["EAST"]],
  ["full-width letters", "ＥＡＳＴ", ["EAST"]],
  ["two words that both have to be found", "供电 联合", ["E2"]],
  ["letters that mean something to a pattern", "%", []],
  ["what nobody is called", "没有", []],
])("an organisation is found by %s", async (_how, q, codes) => {
  expect(await found(q)).toEqual(codes);
});

test("whole names come before longer ones, each with what is above it", async () => {
  const { items } = await office.ask("searchOrganizations", { query: { q: "供电党支部" } });
  expect(items.map(({ code, above }) => [code, above.map(({ name }) => name)])).toEqual([
    ["E1", ["group", "重庆公司党委"]],
    ["W1", ["group", "西部公司党委"]],
  ]);
  expect(await found("gd")).toEqual(["E1", "W1", "E2"]);
});

test("as of a day only what stood then is found", async () => {
  expect(await found("供电党支部", office, "2026-01-31")).toEqual(["E1"]);
  expect(await found("供电党支部", office, "2026-02-01")).toEqual(["E1", "W1"]);
});

test("a former name still finds it, and the answer has the name of the day", async () => {
  await group.query("UPDATE organization_place SET valid_to = '2026-03-01' WHERE organization_id = $1", [power]);
  await group.query(
    `INSERT INTO organization_place SELECT tenant_id, organization_id, '2026-03-02', NULL, parent_id, path, '配电党支部', class
     FROM organization_place WHERE organization_id = $1`,
    [power],
  );
  await group.query("DELETE FROM search_entry WHERE id = $1", [power]);
  await group.application.installLibrary();
  const named = async (on: string) => {
    const { items } = await office.ask("searchOrganizations", { query: { q: "pdd", on } });
    return items.map(({ name }) => name);
  };
  expect(await named("2026-03-01")).toEqual(["供电党支部"]);
  expect(await named("2026-03-02")).toEqual(["配电党支部"]);
});

test("what an earlier version set up is found once the program has started", async () => {
  await group.query("DELETE FROM search_entry");
  expect(await found("重庆公司")).toEqual([]);
  await group.application.installLibrary();
  expect(await found("重庆公司")).toEqual(["EAST"]);
  expect(await found("group")).toEqual(["group"]);
});

test("nobody finds, counts or is told the names of what lies outside his sight", async () => {
  const away = await group.caller("away", "party_affairs_officer", east);
  const { items, more } = await away.ask("searchOrganizations", { query: { q: "供电", limit: 2 } });
  expect([items.map(({ code }) => code).sort(), more]).toEqual([["E1", "E2"], false]);
  expect(items.flatMap(({ above }) => above.map(({ name }) => name))).toEqual(["重庆公司党委", "重庆公司党委"]);
  expect(await found("west", away)).toEqual([]);
  expect(await found("group", away)).toEqual([]);
});

test("more than asked for is said", async () => {
  const answer = await office.ask("searchOrganizations", { query: { q: "供电", limit: 1 } });
  expect([answer.items.length, answer.more]).toEqual([1, true]);
});

test.each([
  ["nothing", { q: "  " }, "q"],
  ["a text too long", { q: "长".repeat(61) }, "q"],
  ["a day that isn't in the calendar", { q: "a", on: "2026-02-30" }, "on"],
])("%s is refused by field", async (_what, query, field) => {
  const refused = await group.refused(office, "searchOrganizations", { query }, "request.invalid");
  expect(refused.problems?.map(({ path }) => path)).toEqual([field]);
});
