import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SimulatedScheme } from "@dutyloop/contract/what-if.ts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Client } from "../testing/client.ts";
import { type Example, openExample } from "../testing/example-branch.ts";
import { openStage } from "../testing/stage.ts";
import { tableMarks } from "../testing/table-marks.ts";
import { unzipped } from "../testing/unzipped.ts";
import { type PeriodAction, period, readOptions as periodOptions, periodWith } from "./period.ts";
import { schemeSimulate, readOptions as simulateOptions, simulateWith } from "./scheme-simulate.ts";
import { score, readOptions as scoreOptions, scoreWith } from "./score.ts";
import { recomputeWith, scoreRecompute } from "./score-recompute.ts";

let example: Example;
let secretary: Client;
let folder: string;
let said: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dutyloop-scores-"));
  example = await openExample(await openStage());
  await example.client("chief", "party_affairs_officer", example.rootId);
  secretary = await example.client("secretary", "branch_secretary", example.branch.id);
  example.clock.set("2026-01-20T06:00:00.000Z");
  const [one, two] = example.branch.groupIds;
  await example.enter(secretary, example.branch, { template: "committee_meeting", on: "2026-01-12" });
  await example.enter(secretary, example.branch, { template: "group_meeting", on: "2026-01-13", groupId: one });
  await example.enter(secretary, example.branch, { template: "group_meeting", on: "2026-01-13", groupId: two });
  example.clock.set("2026-02-08T06:00:00.000Z");
  await example.settle();
});
afterAll(async () => {
  await example.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  said = [];
  for (const method of ["log", "error"] as const) {
    vi.spyOn(console, method).mockImplementation((text: string) => void said.push(...text.split("\n")));
  }
});
afterEach(() => vi.restoreAllMocks());

const scoreOf = (...args: string[]) => scoreWith(example.application, scoreOptions(["--period", "2026-01", ...args])!);
const onPeriod = (action: PeriodAction, ...args: string[]) =>
  periodWith(example.application, periodOptions(action, [...args, "--as", "chief"])!);

describe("dutyloop score", () => {
  test("gives the board of each class, in either language", async () => {
    expect(await scoreOf()).toBe(0);
    expect(said).toEqual([
      expect.stringMatching(/^月积分 {2}2026-01 {2}生产类 {2}2 个组织 {2}平均 /),
      expect.stringContaining("位次"),
      expect.stringMatching(/^ {4}1 {4}100\.00 {4}100\.00% {2}first$/),
      expect.stringMatching(/second$/),
    ]);
    said = [];
    expect(await scoreOf("--all", "--language", "en")).toBe(0);
    expect(said[0]).toMatch(/^Monthly points {2}2026-01 {2}生产类 {2}2 organisations {2}mean /);
  });

  test("--json gives the boards to a program", async () => {
    await scoreOf("--json", "--all");
    const [board] = JSON.parse(said.join("\n")) as { class: string; items: { organizationName: string }[] }[];
    expect(board?.items.map(({ organizationName }) => organizationName)).toEqual(["first", "second"]);
  });

  test("--org gives one organisation's figure, --explain its 得分说明书 line by line", async () => {
    expect(await scoreOf("--org", "first")).toBe(0);
    expect(said).toEqual(["first  2026-01  月积分  100.00  (完整度 100.00%)"]);
    said = [];
    expect(await scoreOf("--explain", "first")).toBe(0);
    expect(said[0]).toBe("first2026年1月月积分得分说明书");
    expect(said).toContain("  三会一课按期率  40.00 / 40");
    expect(said).toContain("    应完成 3 项：支委会 1、党小组会 2；按期 3 项：3 ÷ 3 × 40 = 40.00");
  });

  test("--explain --json gives the same score as the API", async () => {
    await scoreOf("--explain", example.branch.id, "--json");
    const params = { organizationId: example.branch.id, period: "2026-01" };
    const { ranks, ...score } = await secretary.ask("getScore", { params, query: {} });
    expect(ranks).toEqual([]);
    expect(JSON.parse(said.join("\n"))).toEqual({ ...score, ranks: [] });
  });

  test("--word writes the file", async () => {
    const file = join(folder, "score.docx");
    expect(await scoreOf("--explain", "first", "--word", file)).toBe(0);
    expect(said).toEqual([file]);
    expect((await unzipped(await readFile(file))).get("word/document.xml")).toContain("3 ÷ 3 × 40 = 40.00");
  });

  test("who isn't there, a period without a score and a group that isn't there are said, and the end is 1", async () => {
    expect(await scoreOf("--org", "nobody")).toBe(1);
    expect(await scoreOf("--group", "elsewhere")).toBe(1);
    const earlier = scoreOptions(["--period", "2026-02", "--explain", "first", "--scheme", "quarterly"])!;
    expect(await scoreWith(example.application, earlier)).toBe(1);
    expect(said.slice(0, 2)).toEqual([
      "没有找到组织 / no such organisation: nobody",
      "没有找到集团 / no such group: elsewhere",
    ]);
  });

  test("words that are off are answered with the usage and 2", async () => {
    expect(await score([])).toBe(2);
    expect(await score(["--period", "2026-13"])).toBe(2);
    expect(await score(["--period", "2026-01", "--word", "x.docx"])).toBe(2);
    expect(said[0]).toMatch(/^dutyloop score --period/);
  });
});

describe("dutyloop scheme simulate", () => {
  const changed = async (change: (text: string) => string) => {
    const library = fileURLToPath(new URL("../library/schemes/monthly.yaml", import.meta.url));
    const file = join(folder, "changed.yaml");
    await writeFile(file, change(await readFile(library, "utf8")));
    return file;
  };
  const simulated = async (file: string, ...args: string[]) =>
    simulateWith(example.application, simulateOptions([file, "--from", "2026-01", "--to", "2026-01", ...args])!);

  test("names who moves and why, what doesn't discriminate and what it costs, and saves nothing", async () => {
    const file = await changed((text) => text.replace('fullMarks: "40"', 'fullMarks: "80"'));
    const before = await tableMarks(example.database.superUrl);
    expect(await simulated(file)).toBe(0);
    expect(await tableMarks(example.database.superUrl)).toEqual(before);
    expect(said[0]).toBe("结果：月积分，2026年1月（1 期），比较 2 个组织的 2 张得分表，0 个位次变动");
    expect(said.at(-1)).toMatch(/^支部每月填报字段：\d+ → \d+（全部 2 个支部合计 \+0）$/);
    said = [];
    await simulated(file, "--language", "en");
    expect(said[0]).toMatch(/^Result: Monthly points, January 2026 \(periods: 1\)/);
    said = [];
    await simulated(file, "--json");
    expect(JSON.parse(said.join("\n"))).toMatchObject({ periods: [{ period: "2026-01" }], sheets: 2 });
  });

  test("over several periods a first answer comes before the result and says what it covers", async () => {
    example.clock.set("2026-03-08T06:00:00.000Z");
    await example.settle();
    const file = await changed((text) => text.replace('lateFactor: "0.5"', 'lateFactor: "0.2"'));
    expect(await simulated(file, "--to", "2026-02")).toBe(0);
    expect(said[0]).toMatch(/^初步结果：月积分，2026年1月（1 期）/);
    expect(said.find((line) => line.startsWith("结果："))).toMatch(/2026年1月 – 2026年2月（2 期）/);
  });

  test("what is wrong with the scheme is named by its place, and the end is 1", async () => {
    const file = await changed((text) => text.replace('fullMarks: "40"', 'fullMarks: "0"'));
    expect(await simulated(file)).toBe(1);
    expect(said).toEqual([
      "改后的方案有 1 处不对，没有试算。请逐处改正。",
      "body.root.children[0].fullMarks: 必须大于零，请修改。",
    ]);
    said = [];
    expect(await simulated(join(folder, "none.yaml"))).toBe(1);
    expect(said[0]).toContain("none.yaml");
  });

  test("words that are off are answered with the usage and 2", async () => {
    expect(await schemeSimulate(["a.yaml", "--from", "2026-02", "--to", "2026-01"])).toBe(2);
    expect(said[0]).toMatch(/^dutyloop scheme simulate/);
  });
});

describe("dutyloop score recompute", () => {
  const recomputed = (...over: string[]) => {
    const language = over[0] === "en" ? ("en" as const) : ("zh" as const);
    const options = { from: "2026-01", to: "2026-01", scheme: "monthly", json: false, language };
    return recomputeWith(example.application, options);
  };
  const spoil = () =>
    example.query(
      "UPDATE score_sheet SET total = total - 1 WHERE organization_id = $1 AND period_from = '2026-01-01'",
      [example.branch.id],
    );
  const total = async () =>
    (
      await example.query<{ total: string }>(
        "SELECT total::text FROM score_sheet WHERE organization_id = $1 AND period_from = '2026-01-01' AND scheme_code = 'monthly'",
        [example.branch.id],
      )
    )[0]?.total;

  test("where every sheet is right nothing differs", async () => {
    expect(await recomputed()).toBe(0);
    expect(said).toEqual(["2 张得分表重算，0 张与原来不同，其中已定格的 0 张"]);
  });

  test("a sheet of an open period that is wrong is named and put right", async () => {
    await spoil();
    expect(await recomputed("en")).toBe(0);
    expect(said).toEqual([
      "✗ 2026-01-01  first  published  99.00 → 100.00",
      "2 sheets scored anew, 1 differ, 0 of them frozen",
    ]);
    expect(await total()).toBe("100.00");
  });

  test("where a frozen sheet would differ nothing is written, and the end is 1", async () => {
    expect(await onPeriod("close", "2026-01")).toBe(0);
    expect(await recomputed()).toBe(0);
    await spoil();
    said = [];
    expect(await recomputed()).toBe(1);
    expect(said).toEqual([
      "✗ 2026-01-01  first  published  99.00 → 100.00 [已定格]",
      "2 张得分表重算，1 张与原来不同，其中已定格的 1 张",
      "已定格的得分表不能改变，本次重算没有写入。",
    ]);
    expect(await total()).toBe("99.00");
    expect(await onPeriod("reopen", "2026-01", "--reason", "复核")).toBe(0);
  });

  test("words that are off are answered with the usage and 2", async () => {
    expect(await scoreRecompute(["--from", "2026"])).toBe(2);
    expect(await scoreRecompute(["--from", "2026-02", "--to", "2026-01"])).toBe(2);
  });
});

describe("dutyloop period", () => {
  test("close, list and reopen are done in the name of the account, and said", async () => {
    expect(await onPeriod("close", "2026-01")).toBe(0);
    expect(await onPeriod("list", "--year", "2026")).toBe(0);
    expect(await onPeriod("reopen", "2026-01", "--reason", "漏报一次会议", "--language", "en")).toBe(0);
    expect(said[0]).toBe("2026年1月  关闭  第 2 版");
    expect(said[1]).toMatch(/^2026年1月 {2}关闭 {2}第 2 版/);
    expect(said).toHaveLength(14);
    expect(said.at(-1)).toBe("January 2026  open  version 3");
    const entries = await example.query<{ name: string }>(
      "SELECT DISTINCT account_name AS name FROM audit_entry WHERE action = 'assessment.reopen_period'",
    );
    expect(entries).toEqual([{ name: "chief" }]);
  });

  test("--publicity puts it into publicity", async () => {
    expect(await onPeriod("close", "2026-01", "--publicity")).toBe(0);
    expect(said[0]).toMatch(/^2026年1月 {2}公示 {2}第 3 版 {2}2026-\d\d-\d\d – 2026-\d\d-\d\d$/);
  });

  test("what comes after it is an adjustment, which a trial of a changed scheme counts", async () => {
    const other = await example.client("secretary2", "branch_secretary", example.other.id);
    await example.enter(other, example.other, { template: "committee_meeting", on: "2026-01-12" });
    await example.settle();
    const sheets = await example.query<{ basis: string; total: string }>(
      "SELECT basis, total::text FROM score_sheet WHERE organization_id = $1 AND period_from = '2026-01-01' AND period_version = 3 ORDER BY basis",
      [example.other.id],
    );
    expect(sheets.map(({ basis }) => basis)).toEqual(["adjusted", "published"]);
    expect(sheets[0]?.total).not.toBe(sheets[1]?.total);
    const file = fileURLToPath(new URL("../library/schemes/monthly.yaml", import.meta.url));
    const options = simulateOptions([file, "--from", "2026-01", "--to", "2026-01", "--json"])!;
    expect(await simulateWith(example.application, options)).toBe(0);
    const { movers } = JSON.parse(said.join("\n")) as SimulatedScheme;
    const mover = movers.find(({ organizationId }) => organizationId === example.other.id);
    expect(mover).toMatchObject({ meanBefore: sheets[0]?.total, meanAfter: sheets[0]?.total });
  });

  test("what isn't allowed is refused in words, and the end is 1", async () => {
    expect(await onPeriod("close", "2026-03")).toBe(1);
    expect(await periodWith(example.application, periodOptions("close", ["2026-02", "--as", "secretary"])!)).toBe(1);
    expect(await periodWith(example.application, periodOptions("list", ["--as", "ghost"])!)).toBe(1);
    expect(said.slice(1)).toEqual([expect.stringMatching(/./), "没有这个账号 / no such account: ghost"]);
    expect(said.join()).not.toContain("100.00");
  });

  test("words that are off are answered with the usage and 2", async () => {
    expect(await period("close")(["2026-01"])).toBe(2);
    expect(await period("reopen")(["2026-01", "--as", "chief"])).toBe(2);
    expect(await period("list")(["2026-01", "--as", "chief"])).toBe(2);
    expect(said[0]).toMatch(/^dutyloop period list/);
  });
});
