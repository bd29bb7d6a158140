import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";

let group: AssessedGroup;
let secretary: Client;
let office: Client;
let branch: string;
let alone: string;
beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  branch = await group.organization("ZB-01");
  alone = await group.organization("LX-01", { kind: "LEADING_GROUP" });
  secretary = await group.caller("secretary", "branch_secretary", branch);
});
afterAll(() => group.close());

const year = 2026;
const of = (organizationId = branch) => ({ params: { organizationId } });
const item = (code: string, met = true, dueOn: string | null = null) => ({ code, met, note: "", dueOn });
const items = (...sent: ReturnType<typeof item>[]) => ({ ...of(), body: { year, items: sent } });
const standing = () => office.ask("getBenchmark", { ...of(), query: { year } });

test("a branch has the five standards, a committee the six, a leading group none", async () => {
  const parts = async (organizationId: string) => {
    const { set } = await office.ask("getBenchmark", { ...of(organizationId), query: { year } });
    return set?.parts.map(({ name }) => name.zh) ?? null;
  };
  expect(await parts(branch)).toEqual(["组织建设", "组织生活", "党员管理", "信息台账", "活动阵地"]);
  expect(await parts(group.rootId)).toEqual(["班子建设", "组织建设", "党员管理", "党内生活", "工作体系", "基础保障"]);
  expect(await parts(alone)).toBeNull();
  const sending = { ...of(alone), body: { year, target: 80 } };
  await group.refused(office, "setBenchmarkTarget", sending, "benchmark.none_for_kind");
});

describe("a branch looks at itself", () => {
  test("item by item; what nobody looked at isn't met and is counted", async () => {
    const sent = items(item("life_meetings"), item("life_theme_day", false, "2026-04-30"));
    expect(await secretary.ask("checkBenchmark", sent)).toEqual({ checked: 2 });
    const { set, share, gaps, unchecked } = await standing();
    const life = set?.parts.find(({ code }) => code === "life");
    expect(life).toMatchObject({ met: 1, checked: 2, share: "33.33" });
    expect({ share, gaps, unchecked }).toEqual({ share: "6.67", gaps: 1, unchecked: 13 });
    expect(life?.items[1]?.result).toMatchObject({ met: false, dueOn: "2026-04-30", verified: null });
  });

  test.each<[string, ReturnType<typeof item>, string]>([
    ["an item that isn't there", item("nothing"), "benchmark.item_unknown"],
    ["a gap without a day", item("life_meetings", false), "benchmark.due_missing"],
    ["a gap to be closed in the past", item("life_meetings", false, "2026-03-17"), "benchmark.due_in_past"],
  ])("but not with %s", async (_name, sent, code) => {
    await group.refused(secretary, "checkBenchmark", items(sent), code);
  });

  test("nor for a year to come", async () => {
    const sent = { ...of(), body: { year: 2027, items: [item("life_meetings")] } };
    await group.refused(secretary, "checkBenchmark", sent, "benchmark.year_in_future");
  });
});

describe("somebody above verifies it", () => {
  test("never who looked himself, and nothing that nobody looked at", async () => {
    const both = await group.caller("both", "organizer", branch);
    await group.refused(both, "checkBenchmark", items(item("life_meetings")), "access.not_allowed");
    await group.refused(office, "verifyBenchmark", items(item("places_fit")), "benchmark.not_checked");
    const root = { ...of(group.rootId), body: { year, items: [item("team_study")] } };
    await office.ask("checkBenchmark", root);
    await group.refused(office, "verifyBenchmark", root, "benchmark.own_check");
  });

  test("and has the last word until the branch looks again", async () => {
    const verified = items(item("life_meetings", false, "2026-05-31"), item("life_theme_day"));
    expect(await office.ask("verifyBenchmark", verified)).toEqual({ verified: 2 });
    let { set, gaps, share } = await standing();
    expect([gaps, share]).toEqual([1, "6.67"]);
    const result = () => set?.parts.find(({ code }) => code === "life")?.items[0]?.result;
    expect(result()).toMatchObject({ met: true, dueOn: "2026-05-31", verified: { met: false } });
    await secretary.ask("checkBenchmark", items(item("life_meetings")));
    ({ set, gaps } = await standing());
    expect(result()?.verified).toBeNull();
    expect(gaps).toBe(0);
  });
});

test("each year has its target, and says whether it is reached", async () => {
  expect(await office.ask("setBenchmarkTarget", { ...of(), body: { year, target: 14 } })).toEqual({ target: 14 });
  const { share, years } = await standing();
  expect(share).toBe("13.33");
  expect(years).toEqual([
    { year: 2024, target: null, share: "0.00", reached: null },
    { year: 2025, target: null, share: "0.00", reached: null },
    { year: 2026, target: 14, share: "13.33", reached: false },
  ]);
  await office.ask("setBenchmarkTarget", { ...of(), body: { year, target: 13 } });
  expect((await standing()).years.at(-1)).toMatchObject({ target: 13, reached: true });
});

describe("the group makes a set its own", () => {
  const line = (code: string, zh: string) => ({ code, name: { zh, en: zh } });
  const life = (...lines: ReturnType<typeof line>[]) => ({ ...line("life", "组织生活"), items: lines });
  const change = (year: number, ...parts: ReturnType<typeof life>[]) => ({
    params: { setCode: "branch_five" },
    body: { year, parts },
  });

  test("from this year on: results stay with their items, and years that are over keep what they had", async () => {
    const parts = [life(line("life_meetings", "三会一课月月清"), line("own_visit", "书记每季走访"))];
    expect(await office.ask("changeBenchmarkSet", change(2026, ...parts))).toEqual({ items: 2 });
    const { set, unchecked } = await standing();
    expect(set?.example).toBe(false);
    expect(set?.parts.flatMap(({ items: shown }) => shown.map(({ name, result }) => [name.zh, result?.met]))).toEqual([
      ["三会一课月月清", true],
      ["书记每季走访", undefined],
    ]);
    expect(unchecked).toBe(1);
    const before = await office.ask("getBenchmark", { ...of(), query: { year: 2025 } });
    expect(before.set?.parts.map(({ code }) => code)).toContain("places");
    await group.refused(secretary, "checkBenchmark", items(item("life_theme_day")), "benchmark.item_unknown");
    expect(await secretary.ask("checkBenchmark", items(item("own_visit")))).toEqual({ checked: 1 });
  });

  test.each<[string, ReturnType<typeof change>, string]>([
    ["a year that is over", change(2025, life(line("a", "甲"))), "benchmark.year_is_over"],
    ["an item twice", change(2026, life(line("a", "甲"), line("b", "甲"))), "benchmark.item_twice"],
    ["a code twice", change(2026, life(line("a", "甲"), line("a", "乙"))), "benchmark.code_twice"],
    ["a set that isn't there", { ...change(2026, life(line("a", "甲"))), params: { setCode: "seven" } }, "not_found"],
  ])("but not %s", async (_name, sent, code) => {
    await group.refused(office, "changeBenchmarkSet", sent, code);
  });

  test("nor by somebody who doesn't keep the group's standards", async () => {
    await group.refused(secretary, "changeBenchmarkSet", change(2026, life(line("a", "甲"))), "access.not_allowed");
  });
});

test("each of these acts left one audit entry", async () => {
  const rows = await group.query<{ action: string; entries: number }>(
    "SELECT action, count(*)::int AS entries FROM audit_entry WHERE action LIKE '%benchmark%' AND outcome = 'done' GROUP BY 1 ORDER BY 1",
  );
  expect(rows.map(({ action, entries }) => [action, entries])).toEqual([
    ["standards.change_benchmark_set", 1],
    ["standards.check_benchmark", 4],
    ["standards.set_benchmark_target", 2],
    ["standards.verify_benchmark", 1],
  ]);
});
