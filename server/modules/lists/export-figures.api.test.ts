import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import { figureKeys } from "@dutyloop/contract/lists/duty-figures.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type JointBranches, type JointHost, jointBranches, themeDay } from "../../testing/joint-branches.ts";
import { sheetTexts } from "../../testing/sheet-texts.ts";

let group: JointBranches;
let office: Client;
const year = 2026;
const at = (organizationId: string) => ({ params: { organizationId } });

beforeAll(async () => {
  group = await jointBranches([4, 3, 2]);
  const [first, second] = group.hosts as [JointHost, JointHost];
  office = await group.lasting("officer", "party_affairs_officer", group.rootId);
  for (const [host, occurredOn] of [
    [first, "2026-03-12"],
    [second, "2026-02-11"],
  ] as const) {
    await group.secretary.ask("submitRecord", {
      params: { organizationId: host.id },
      body: themeDay(host, { occurredOn }),
      headers: { "idempotency-key": `workbook-${host.name}` },
    });
  }
  await group.query(
    `INSERT INTO appointment (tenant_id, id, person_id, organization_id, post, valid_from)
     VALUES ($1, gen_random_uuid(), $2, $3, 'SECRETARY', '2026-01-01')`,
    [group.tenantId, first.personIds[0], group.generalId],
  );
  await group.count();
});
afterAll(() => group.close());

type Asked = Pick<Body<"exportList">, "list"> & { query?: Record<string, string>; columns?: string[] };

async function workbook({ list, query = {}, columns = [] }: Asked, organizationId: string, client = office) {
  const got = await client.call("exportList", { body: { list, params: { organizationId }, query, columns } });
  expect(got.status, got.text.slice(0, 300)).toBe(200);
  return sheetTexts(got.bytes);
}
const names = ["应开", "已开", "逾期", "补录"];
const figures = (cell: Answer<"getDutyFigures">["total"] | null) =>
  figureKeys.map((key) => (cell === null ? "" : String(cell[key])));
const asked = { year: String(year) };

test("the workbook of the matrix has four figures under each month, those of the page, with the sums at the end", async () => {
  const organizationId = group.generalId;
  for (const level of ["children", "all"] as const) {
    const matrix = await office.ask("getDutyMatrix", { ...at(organizationId), query: { year, level } });
    const [title, about, months, heads, ...rows] = await workbook(
      { list: "getDutyMatrix", query: { ...asked, level, limit: "1" } },
      organizationId,
    );
    expect(title?.[0]).toBe("general · 2026年");
    expect(about?.[0]).toContain(level === "all" ? "全部组织，各计本级" : "直接下级，各含其全部下级");
    expect(about?.[0]).toContain("逾期按 2026-03-18 计");
    expect(months?.filter(Boolean)).toEqual(Array.from({ length: 12 }, (_, index) => `${index + 1}月`));
    expect(heads?.slice(0, 7)).toEqual(["组织", "应开", "已开", "逾期", "补录", "应开", "已开"]);
    const shown = matrix.items.map(({ organizationName, own, hasChildren, months: cells }) => [
      own && hasChildren ? `${organizationName}（本级）` : organizationName,
      ...cells.flatMap(figures),
    ]);
    expect(rows.filter(([name]) => !name?.startsWith("其中"))).toEqual([
      ...shown,
      ["合计", ...matrix.totals.flatMap(figures)],
    ]);
    const leaders = matrix.items[0]?.leaders?.flatMap(({ expected, attended }) =>
      expected === 0 ? ["", "", "", ""] : [String(expected), String(attended), "", ""],
    );
    expect(leaders?.some(Boolean)).toBe(true);
    expect(rows.find(([name]) => name?.startsWith("其中"))?.slice(1)).toEqual(leaders);
  }
});

test("one kind of work and the structure of a day are named over the matrix", async () => {
  const query = { ...asked, template: "theme_day", on: "2026-03-18" };
  const [title, about, , , ...rows] = await workbook({ list: "getDutyMatrix", query }, group.generalId);
  expect(title?.[0]).toBe("general · 2026年 · 主题党日");
  expect(about?.[0]).toContain("隶属关系按 2026-03-18");
  const { totals } = await office.ask("getDutyMatrix", {
    ...at(group.generalId),
    query: { year, template: "theme_day", on: "2026-03-18" },
  });
  expect(rows.at(-1)?.slice(1)).toEqual(totals.flatMap(figures));
});

test("a matrix of some months has those alone, in the chosen order, behind the names", async () => {
  const columns = ["mar", "kind", "jan"];
  const [, , months, heads, ...rows] = await workbook(
    { list: "getDutyMatrix", query: asked, columns },
    group.generalId,
  );
  expect(months?.filter(Boolean)).toEqual(["3月", "1月"]);
  expect(heads).toEqual(["组织", ...names, "类型", ...names]);
  const { totals } = await office.ask("getDutyMatrix", { ...at(group.generalId), query: { year } });
  expect(rows.at(-1)).toEqual(["合计", ...figures(totals[2] ?? null), "", ...figures(totals[0] ?? null)]);
});

test("the figures of a month are all there, who is furthest behind first", async () => {
  const period = "2026-02";
  const page = await office.ask("getDutyFigures", { ...at(group.generalId), query: { period } });
  const [title, , heads, ...rows] = await workbook({ list: "getDutyFigures", query: { period } }, group.generalId);
  expect(title?.[0]).toBe("general · 2026年2月");
  expect(heads).toEqual(["组织", "类型", "应开", "已开", "逾期", "补录"]);
  expect(rows.at(-1)?.slice(2)).toEqual(figures(page.total));
  expect(rows.slice(0, -1).map(([name]) => name)).toEqual(["branch0", "branch2", "branch1"]);
  for (const row of page.rows.filter(({ own }) => !own)) {
    expect(rows.find(([name]) => name === row.organizationName)?.slice(2)).toEqual(figures(row.figures));
  }
});

test("the workbook of the burden has the months and the organisations, with shares as on the page", async () => {
  const burden = await office.ask("getBurden", { ...at(group.generalId), query: { year } });
  const [title, , heads, ...rows] = await workbook({ list: "getBurden", query: asked }, group.generalId);
  expect(title?.[0]).toBe("general · 2026年 · 3 个支部");
  expect(heads?.slice(2)).toEqual(["纪实", "手填字段", "系统代填", "代填占比", "每支部每月手填"]);
  const march = burden.months[2];
  expect(rows.find(([, name]) => name === "2026年3月")?.slice(2)).toEqual([
    String(march?.records),
    String(march?.typed),
    String(march?.filled),
    expect.stringMatching(/^\d+%$/),
    ((march?.typed ?? 0) / 3).toFixed(1),
  ]);
  expect(rows.filter(([by]) => by === "按组织").map(([, name]) => name)).toEqual(["branch0", "branch1", "branch2"]);
});

test("a restricted unit has no row in these workbooks, while the sums stay those of the page", async () => {
  const [, , third] = group.hosts;
  await group.query("UPDATE organization SET restriction = 'SECRET' WHERE id = $1", [third?.id]);
  for (const [list, query] of [
    ["getDutyMatrix", asked],
    ["getDutyFigures", { period: "2026-02" }],
    ["getBurden", asked],
  ] as const) {
    const rows = await workbook({ list, query }, group.generalId);
    expect(rows.flat(), list).toContain("branch0");
    expect(rows.flat(), list).not.toContain("branch2");
  }
  const { totals } = await office.ask("getDutyMatrix", { ...at(group.generalId), query: { year } });
  const rows = await workbook({ list: "getDutyMatrix", query: asked }, group.generalId);
  expect(rows.at(-1)?.slice(1)).toEqual(totals.flatMap(figures));
  await group.query("UPDATE organization SET restriction = NULL WHERE id = $1", [third?.id]);
});

test("a branch takes away its own row and nothing of others", async () => {
  const [own, other] = group.hosts as [JointHost, JointHost];
  const secretary = await group.lasting("own", "branch_secretary", own.id);
  const rows = await workbook({ list: "getDutyMatrix", query: asked }, own.id, secretary);
  expect(rows.flat()).not.toContain(other.name);
  for (const list of ["getDutyMatrix", "getDutyFigures", "getBurden"] as const) {
    const query = list === "getDutyFigures" ? { period: "2026-02" } : asked;
    const body = { list, params: { organizationId: other.id }, query, columns: [] };
    await group.refused(secretary, "exportList", { body }, "not_found");
  }
});

test("the audit says which table was taken away and how many rows it had", async () => {
  const entries = () =>
    group.query<{ object: string }>("SELECT object FROM audit_entry WHERE action = 'lists.export_list' ORDER BY id");
  const before = (await entries()).length;
  const rows = await workbook({ list: "getDutyFigures", query: { period: "2026-02" } }, group.generalId);
  expect((await entries()).slice(before)).toEqual([{ object: `list getDutyFigures, ${rows.length - 3} rows` }]);
});
