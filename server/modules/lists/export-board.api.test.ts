import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import { bookFacts, passed } from "../../testing/score-facts.ts";
import { sheetTexts } from "../../testing/sheet-texts.ts";

let group: AssessedGroup;
const ids: Record<string, string> = {};

beforeAll(async () => {
  group = await assessedGroup();
  for (const code of ["=a1", "a2", "a3", "secret"])
    ids[code] = await group.organization(code, { class: "生产类", name: code });
  ids.o1 = await group.organization("o1", { class: "机关类" });
  await group.query("UPDATE organization SET restriction = 'SECRET' WHERE id = $1", [ids.secret]);
  const inMonth = (month: string, passes: Record<string, string>) =>
    Object.entries(passes).map(([code, quantity]) => passed(ids[code] as string, month, quantity));
  await bookFacts(group, [
    ...inMonth("2026-01", { "=a1": "7", a2: "9" }),
    ...inMonth("2026-02", { "=a1": "10", a2: "9", a3: "7.55", secret: "9.5", o1: "5" }),
  ]);
});
afterAll(() => group.close());

async function workbook(query: Record<string, string>, columns: string[] = []) {
  const body = { list: "getBoard" as const, params: { organizationId: group.rootId }, query, columns };
  const got = await group.office.call("exportList", { body });
  expect(got.status, got.text.slice(0, 300)).toBe(200);
  return sheetTexts(got.bytes);
}

test("the workbook of a board says what it is of, and shows every figure as the page does", async () => {
  const board = await group.office.ask("getBoard", {
    params: { organizationId: group.rootId },
    query: { period: "2026-02" },
  });
  expect(board.class).toBe("生产类");
  const [first, second, heads, ...rows] = await workbook({ period: "2026-02" }, [
    "rank",
    "branch",
    "total",
    "change",
    "coverage",
  ]);
  expect(first?.[0]).toBe(`月积分榜 · 2026年2月 · ${board.organizationName} · 生产类`);
  expect(second?.[0]).toBe(`试算 · 截至 2026-03-18 · 在榜 3 个，排名 3 个 · 平均分 ${board.mean}`);
  expect(heads).toEqual(["位次", "支部", "总分", "较上期", "完整度"]);
  expect(rows).toEqual(
    board.items.map(({ rank, organizationName, total, change, coverage }) => [
      String(rank),
      organizationName.startsWith("=") ? `'${organizationName}` : organizationName,
      total,
      change ?? "",
      `${Number(coverage)}%`,
    ]),
  );
  expect(rows.map(([, name]) => name)).toEqual(["'=a1", "a2", "a3"]);
  expect(rows.map(([, , total]) => total)).toEqual(["100.00", "90.00", expect.stringMatching(/^\d+\.\d\d$/)]);
});

test("another class and another period are as they were chosen", async () => {
  const [first, , , ...rows] = await workbook({ period: "2026-02", class: "机关类" }, ["branch", "total"]);
  expect(first?.[0]).toContain("机关类");
  expect(rows).toEqual([["o1", "50.00"]]);
  const [january] = await workbook({ period: "2026-01" });
  expect(january?.[0]).toContain("2026年1月");
});
