import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client, Sending } from "../../../testing/client.ts";

let group: AssessedGroup;
let a: string;
let b: string;
let unitId: string;
beforeAll(async () => {
  group = await assessedGroup();
  a = await group.organization("a");
  b = await group.organization("b");
  const wang = await enter(a, "王小红", "FULL", "2026-01-01", "A100", "2001-07-01");
  await enter(a, "李明", "PROBATIONARY", "2026-01-01", "A20", null);
  await enter(b, "陈大伟", "FULL", "2026-02-01", "B100", "1999-07-01");
  await enter(b, "张三", "APPLICANT", "2026-01-01", null, null);
  await group.office.ask("appoint", {
    params: { organizationId: a },
    body: { personId: wang, post: "SECRETARY", validFrom: "2026-01-01", validTo: "2026-02-28" },
  });
  const [unit] = await group.query<{ id: string }>(
    `INSERT INTO unit (tenant_id, id, kind, code, name, path, label, valid_from)
     VALUES ($1, gen_random_uuid(), 'TEAM', 'team', '检修班', '1.', 1, '2026-01-01') RETURNING id`,
    [group.tenantId],
  );
  unitId = unit?.id ?? "";
  await group.query(
    `INSERT INTO employment (tenant_id, id, person_id, unit_id, valid_from) VALUES ($1, gen_random_uuid(), $2, $3, '2026-02-01')`,
    [group.tenantId, wang, unitId],
  );
});
afterAll(() => group.close());

async function enter(
  organizationId: string,
  name: string,
  memberState: Body<"admitPerson">["memberState"],
  validFrom: string,
  number: string | null,
  joinedOn: string | null,
): Promise<string> {
  const body = { name, memberState, groupId: null, validFrom };
  const { personId } = await group.office.ask("admitPerson", { params: { organizationId }, body });
  await group.query("UPDATE person SET number = $2, joined_on = $3 WHERE id = $1", [personId, number, joinedOn]);
  return personId;
}

type Query = NonNullable<Sending<"listPeople">["query"]>;
const list = (query: Query, client: Client = group.office, organizationId = group.rootId) =>
  client.ask("listPeople", { params: { organizationId }, query: { on: "2026-02-15", ...query } });
const names = async (query: Query) => (await list(query)).items.map(({ name }) => name);

test("people of the whole subtree stand in the order of pinyin, of joining, or of their branch", async () => {
  expect(await names({ sort: "name" })).toEqual(["陈大伟", "李明", "王小红", "张三"]);
  expect((await names({ sort: "joined" })).slice(0, 2)).toEqual(["陈大伟", "王小红"]);
  expect(new Set((await names({})).slice(0, 2))).toEqual(new Set(["王小红", "李明"]));
});

test("a list is narrowed by name or number, states, post and unit", async () => {
  expect(await names({ startsWith: "王" })).toEqual(["王小红"]);
  expect(new Set(await names({ startsWith: "A" }))).toEqual(new Set(["王小红", "李明"]));
  expect(await names({ startsWith: "A100" })).toEqual(["王小红"]);
  expect(await names({ startsWith: "%" })).toEqual([]);
  expect(await names({ states: "PROBATIONARY,APPLICANT", sort: "name" })).toEqual(["李明", "张三"]);
  expect(await names({ post: "SECRETARY" })).toEqual(["王小红"]);
  expect(await names({ unitId })).toEqual(["王小红"]);
});

test("a list is that of the asked day", async () => {
  expect(await names({ on: "2026-01-15", sort: "name" })).toEqual(["李明", "王小红", "张三"]);
  expect(await names({ on: "2026-03-01", post: "SECRETARY" })).toEqual([]);
  expect(await names({ on: "2026-01-31", unitId })).toEqual([]);
});

test.each(["place", "name", "joined"] as const)("by %s, page after page shows everybody once", async (sort) => {
  const whole = await list({ sort });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({ sort, limit: 1, ...(after ? { after } : {}) });
    seen.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect(seen).toEqual(whole.items.map(({ id }) => id));
  expect(seen).toHaveLength(4);
});

test("no filter reaches people of another subtree", async () => {
  const secretary = await group.caller("secretary", "branch_secretary", a);
  for (const query of [{ startsWith: "陈" }, { states: "APPLICANT" }, { startsWith: "B" }] satisfies Query[]) {
    expect((await list(query, secretary, a)).items, JSON.stringify(query)).toEqual([]);
  }
  const beside = await secretary.call("listPeople", { params: { organizationId: b }, query: { sort: "name" } });
  expect(beside.refusal.code).toBe("not_found");
  expect(beside.text).not.toContain("陈");
});

test.each([
  ["states", "FULL,NOBODY"],
  ["post", "CHAIR"],
  ["unitId", "team"],
  ["sort", "age"],
  ["on", "2026-02-30"],
  ["after", "x y"],
])("what can't be %s is named by its field", async (field, value) => {
  const { refusal } = await group.office.call("listPeople", {
    params: { organizationId: group.rootId },
    query: { [field]: value } as Query,
  });
  expect(refusal.problems?.map(({ path }) => path.split(".")[0])).toEqual([field]);
});
