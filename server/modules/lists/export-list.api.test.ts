import type { Body } from "@dutyloop/contract/endpoints.ts";
import type { NamedList } from "@dutyloop/contract/lists/names.ts";
import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import type { Client } from "../../testing/client.ts";

let group: AssessedGroup;
let a: string;
beforeAll(async () => {
  group = await assessedGroup();
  a = await group.organization("a");
  const b = await group.organization("b");
  const secret = await group.organization("secret");
  for (const [organizationId, name] of [
    [a, "=王小红"],
    [a, "李明"],
    [b, "陈大伟"],
    [secret, "秘密人"],
  ] as const) {
    const body = { name: "张三", memberState: "FULL" as const, groupId: null, validFrom: "2026-01-01" };
    const { personId } = await group.office.ask("admitPerson", { params: { organizationId }, body });
    await group.query("UPDATE person SET name = $2 WHERE id = $1", [personId, name]);
  }
  await group.query("UPDATE organization SET restriction = 'SECRET' WHERE id = $1", [secret]);
});
afterAll(() => group.close());

type Asked = Partial<Body<"exportList">> & { list: NamedList };
const asked = (over: Asked) => ({ body: { params: {}, query: {}, columns: [], ...over } });
const atTop = () => ({ organizationId: group.rootId });

async function rowsOf(over: Asked, client: Client = group.office, headers = {}): Promise<unknown[][]> {
  const got = await client.call("exportList", { ...asked(over), headers });
  expect(got.status, got.text.slice(0, 300)).toBe(200);
  const sheet = Object.values(read(got.bytes).Sheets)[0];
  return utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1 });
}

test("a workbook holds the chosen columns in their order, in the order of the list", async () => {
  const rows = await rowsOf({
    list: "listPeople",
    params: atTop(),
    query: { sort: "name" },
    columns: ["branch", "name", "state"],
  });
  expect(rows).toEqual([
    ["党支部", "姓名", "党籍"],
    ["a", "'=王小红", "正式党员"],
    ["b", "陈大伟", "正式党员"],
    ["a", "李明", "正式党员"],
  ]);
});

test("filters narrow a workbook as they narrow the list, and English words come in English", async () => {
  const query = { startsWith: "李" };
  const english = { "accept-language": "en" };
  const rows = await rowsOf(
    { list: "listPeople", params: atTop(), query, columns: ["name", "state"] },
    undefined,
    english,
  );
  expect(rows).toEqual([
    ["Name", "Membership"],
    ["李明", "full member"],
  ]);
});

test("all pages are in it, however short a page the screen asked for", async () => {
  const rows = await rowsOf({ list: "listPeople", params: atTop(), query: { limit: "1" }, columns: ["name"] });
  expect(rows).toHaveLength(4);
});

test("restricted units and their people stay out of workbooks", async () => {
  const people = await rowsOf({ list: "listPeople", params: atTop(), columns: ["name"] });
  expect(people.flat()).not.toContain("秘密人");
  const below = await rowsOf({ list: "listOrganizations", query: { parentId: group.rootId }, columns: ["name"] });
  expect(below.flat()).toEqual(["名称", "a", "b"]);
});

test("templates are narrowed in a workbook as on their page", async () => {
  const names = async (which: string) =>
    (await rowsOf({ list: "listTemplates", query: { which }, columns: ["template", "owedBy"] })).slice(1);
  const [committee, all] = [await names("committee"), await names("all")];
  expect(committee.length).toBeGreaterThan(0);
  expect(all.length).toBeGreaterThan(committee.length);
  expect(committee.map(([, owedBy]) => owedBy)).not.toContain("党支部");
});

test("lists that aren't paged and lists with neither rows nor filters are asked for like any other", async () => {
  for (const list of ["listPlans", "listUnits", "listGaps", "listSchemes"] as const) {
    const got = await group.office.call("exportList", asked({ list, params: atTop() }));
    if (got.status !== 200) expect(got.refusal.code, list).toBe("export.nothing");
  }
});

test("a restricted unit and what ought to be built for it stay out, though what keeps it isn't restricted", async () => {
  const unitsAt = async () =>
    (await rowsOf({ list: "listUnits", params: atTop(), columns: ["unit", "coverage"] })).flat();
  for (const [number, name] of ["机关综合部", "秘密项目部"].entries())
    await group.office.ask("createUnit", {
      body: {
        parentId: null,
        kind: "DEPARTMENT",
        code: `U${number}`,
        name,
        region: null,
        validFrom: "2026-01-01",
        validTo: null,
      },
    });
  expect(await unitsAt()).toContain("秘密项目部");
  await group.query("UPDATE unit SET restriction = 'SECRET' WHERE name = '秘密项目部'");
  expect(await unitsAt()).not.toContain("秘密项目部");
  expect(await unitsAt()).toContain("机关综合部");
});

test("who may not read a list gets no workbook of it, and another place's answer is as if it weren't there", async () => {
  const secretary = await group.caller("secretary", "branch_secretary", a);
  const employee = await group.caller("employee", "data_officer", a);
  expect(
    (await rowsOf({ list: "listPeople", params: { organizationId: a }, columns: ["name"] }, secretary)).length,
  ).toBe(3);
  await group.refused(secretary, "exportList", asked({ list: "listPeople", params: atTop() }), "not_found");
  for (const list of ["listObligations", "listRecords", "listPeople"] as const)
    await group.refused(employee, "exportList", asked({ list, params: { organizationId: a } }), "access.not_allowed");
});

test("of data that don't leave the product there is no workbook, nor a row of it in another", async () => {
  const dispositions = asked({ list: "listDispositions", params: atTop() });
  await group.refused(group.office, "exportList", dispositions, "export.sensitive");
  await group.query(
    "UPDATE membership SET state = 'ACTIVIST' FROM person p WHERE p.id = person_id AND p.name = '李明'",
  );
  const rows = await rowsOf({ list: "listPeople", params: atTop(), columns: ["name"] });
  expect(rows.flat()).not.toContain("李明");
  expect((await group.office.ask("listPeople", { params: atTop() })).items.map(({ name }) => name)).toContain("李明");
  await group.query("UPDATE membership SET state = 'FULL' WHERE state = 'ACTIVIST'");
});

test("what a workbook can't be made of is refused", async () => {
  const people = asked({ list: "listPeople", params: atTop() });
  const unknown = { body: { ...people.body, columns: ["identity"] } };
  await group.refused(group.office, "exportList", unknown, "view.column_unknown");
  const nobody = { body: { ...people.body, query: { startsWith: "无此人" } } };
  await group.refused(group.office, "exportList", nobody, "export.nothing");
  const wrong = { body: { ...people.body, query: { sort: "age" } } };
  await group.refused(group.office, "exportList", wrong, "request.invalid");
  await group.refused(group.office, "exportList", asked({ list: "listPeople" }), "request.invalid");
});

test("more rows than a table program opens are refused", async () => {
  await group.query(
    `WITH more AS (INSERT INTO person (tenant_id, id, name) SELECT $1, gen_random_uuid(), 'x' || n FROM generate_series(1, 20001) n RETURNING id)
     INSERT INTO membership (tenant_id, id, person_id, organization_id, state, valid_from)
     SELECT $1, gen_random_uuid(), id, $2, 'FULL', '2026-01-01' FROM more`,
    [group.tenantId, a],
  );
  const refusal = await group.refused(
    group.office,
    "exportList",
    asked({ list: "listPeople", params: atTop(), query: { startsWith: "x" }, columns: ["name"], purpose: "统计" }),
    "export.too_many_rows",
  );
  expect(refusal.values).toEqual({ most: 20_000 });
});

test("the audit says what was taken away and how many rows it had", async () => {
  const entries = () =>
    group.query<{ action: string; object: string; outcome: string }>(
      "SELECT action, object, outcome FROM audit_entry ORDER BY id",
    );
  const before = (await entries()).length;
  await rowsOf({ list: "listPeople", params: { organizationId: a }, query: { startsWith: "李" }, columns: ["name"] });
  const added = (await entries()).slice(before);
  expect(added).toHaveLength(1);
  expect(added[0]).toEqual({ action: "lists.export_list", object: "list listPeople, 1 rows", outcome: "done" });
});
