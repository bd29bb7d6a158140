import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { schemeDiff } from "./scheme-diff.ts";
import { schemeValidate } from "./scheme-validate.ts";

const library = fileURLToPath(new URL("../library/", import.meta.url));
let folder: string;
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "definitions-"));
  said = [];
  for (const method of ["log", "error"] as const) {
    vi.spyOn(console, method).mockImplementation((line: string) => void said.push(...line.split("\n")));
  }
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** The month's scheme of the library as another scheme, changed. */
async function scheme(name: string, change: (text: string) => string = (text) => text): Promise<string> {
  const text = await readFile(join(library, "schemes/monthly.yaml"), "utf8");
  const file = join(folder, name);
  await writeFile(file, change(text.replace("code: monthly\n", "code: own_month\n")));
  return file;
}

describe("dutyloop scheme validate", () => {
  test("a sound file says so and ends with 0, in either language", async () => {
    const file = await scheme("a.yaml");
    expect(await schemeValidate([file])).toBe(0);
    expect(await schemeValidate([file, "--language", "en"])).toBe(0);
    expect(said).toEqual(["1 个定义，没有问题。", "No problem (definitions: 1)."]);
  });

  test("the library itself is sound, all of its folders together", async () => {
    expect(await schemeValidate([join(library, "schemes"), join(library, "indicators")])).toBe(0);
    expect(said).toEqual([expect.stringMatching(/^\d{2} 个定义，没有问题。$/)]);
  });

  test("each problem is one line of file, path and sentence, and the end is 1", async () => {
    const file = await scheme("a.yaml", (text) =>
      text.replace('fullMarks: "40"', 'fullMarks: "0"').replace("indicator: attendance", "indicator: meetings_on_time"),
    );
    expect(await schemeValidate([file])).toBe(1);
    expect(said).toEqual([
      `${file}: root.children[0].fullMarks: 必须大于零，请修改。`,
      `${file}: root.children[1]: “meetings_on_time”在方案中出现两次。每个节点和指标只能出现一次。`,
    ]);
    said.length = 0;
    expect(await schemeValidate([file, "--language", "en"])).toBe(1);
    expect(said).toEqual([
      `${file}: root.children[0].fullMarks: It must be above zero. Change it.`,
      `${file}: root.children[1]: "meetings_on_time" stands twice in the scheme. Each node and each indicator stands once.`,
    ]);
  });

  test("a folder is searched through, and its files may name each other and the library", async () => {
    await mkdir(join(folder, "deep"));
    await scheme("a.yaml", (text) => text.replace("attendance", "own_rate"));
    await writeFile(join(folder, "notes.txt"), "not: looked at");
    expect(await schemeValidate([folder])).toBe(1);
    expect(said).toEqual([
      `${join(folder, "a.yaml")}: root.children[1].indicator: 没有指标“own_rate”，请先定义，或改正代码。`,
    ]);
    const rate = await readFile(join(library, "indicators/attendance.yaml"), "utf8");
    await writeFile(join(folder, "deep/rate.yml"), rate.replace("code: attendance", "code: own_rate"));
    said.length = 0;
    expect(await schemeValidate([folder])).toBe(0);
    expect(said).toEqual(["2 个定义，没有问题。"]);
  });

  test("a red line is refused with its rule", async () => {
    const file = await scheme("a.yaml", (text) => text.replace("月积分", "月签到积分"));
    expect(await schemeValidate([file])).toBe(1);
    expect(said).toEqual([`${file}: name.zh: 红线：不得以“签到”计分（规则 PRV-17）。请改用工作本身的事实。`]);
  });

  test("a changed version of the library is refused", async () => {
    const file = await scheme("a.yaml", (text) => text.replace("own_month", "monthly").replace('"0.5"', '"0.4"'));
    expect(await schemeValidate([file])).toBe(1);
    expect(said).toEqual([`${file}: version: “monthly”第 1 版已发布，不能再改。请另建新版本。`]);
  });

  test("what is no YAML, isn't there, or is something else is a problem of its file", async () => {
    const broken = join(folder, "broken.yaml");
    await writeFile(broken, "code: [1");
    const other = join(folder, "other.yaml");
    await writeFile(other, "just: this");
    const list = join(folder, "list.json");
    await writeFile(list, "null");
    const missing = join(folder, "missing.yaml");
    expect(await schemeValidate([broken, other, list, missing])).toBe(1);
    expect(said.map((line) => line.split(": ").slice(0, 2).join(": "))).toEqual([
      expect.stringContaining(`${broken}: 读不懂这个文件`),
      expect.stringContaining(`${other}: 看不出是方案还是指标`),
      expect.stringContaining(`${list}: 看不出是方案还是指标`),
      expect.stringContaining(`${missing}: 读不懂这个文件`),
    ]);
  });

  test("--json gives the problems with their codes to a program", async () => {
    const file = await scheme("a.yaml", (text) => text.replace('fullMarks: "40"', 'fullMarks: "0"'));
    expect(await schemeValidate([file, "--json"])).toBe(1);
    expect(JSON.parse(said.join("\n"))).toEqual({
      definitions: 1,
      problems: [{ file, path: "root.children[0].fullMarks", code: "definition.not_above_zero", values: {} }],
    });
  });

  test("without a file it says how it is called and ends with 2", async () => {
    expect(await schemeValidate([])).toBe(2);
    expect(said[0]).toMatch(/^dutyloop scheme validate /);
  });
});

describe("dutyloop scheme diff", () => {
  test("two versions line by line, one from the library and one from a file", async () => {
    const file = await scheme("b.yaml", (text) =>
      text.replace('fullMarks: "40"', 'fullMarks: "45"').replace('lateFactor: "0.5"', 'lateFactor: "0.4"'),
    );
    expect(await schemeDiff(["monthly@1", file])).toBe(0);
    expect(said).toEqual(["指标 meetings_on_time：满分 40 → 45", "逾期系数：0.5 → 0.4"]);
    said.length = 0;
    expect(await schemeDiff(["monthly@1", file, "--language", "en"])).toBe(0);
    expect(said).toEqual(["Indicator meetings_on_time: full marks 40 → 45", "late factor: 0.5 → 0.4"]);
  });

  test("no difference is said", async () => {
    expect(await schemeDiff(["monthly@1", "monthly@1"])).toBe(0);
    expect(await schemeDiff(["monthly@1", "monthly@1", "--language", "en"])).toBe(0);
    expect(said).toEqual(["两个方案没有差别。", "The schemes don't differ."]);
  });

  test("--json gives the changes to a program", async () => {
    const file = await scheme("b.yaml", (text) => text.replace('fullMarks: "40"', 'fullMarks: "45"'));
    expect(await schemeDiff(["monthly@1", file, "--json"])).toBe(0);
    expect(JSON.parse(said.join("\n"))).toEqual([
      { of: "leaf", code: "meetings_on_time", change: "changed", property: "fullMarks", from: "40", to: "45" },
    ]);
  });

  test("a scheme that isn't there, that is an indicator or that doesn't fit is said, and the end is 1", async () => {
    expect(await schemeDiff(["ghost@1", "monthly@1"])).toBe(1);
    const indicator = join(library, "indicators/attendance.yaml");
    expect(await schemeDiff(["monthly@1", indicator])).toBe(1);
    const unfit = await scheme("b.yaml", (text) => text.replace('fullMarks: "40"', "fullMarks: 40"));
    expect(await schemeDiff([unfit, join(folder, "none.yaml")])).toBe(1);
    expect(said.slice(0, 3)).toEqual([
      "ghost@1: 没有方案“ghost@1”，请先定义，或改正代码。",
      `${indicator}: 这是指标，不是方案。请指定两个方案。`,
      `${unfit}: root.children[0].fullMarks: 类型不对，应为 string。数值请加引号写成文本，如 "12.5"。`,
    ]);
    expect(said[3]).toMatch(/none\.yaml: 读不懂这个文件/);
  });

  test("without two schemes it says how it is called and ends with 2", async () => {
    expect(await schemeDiff(["monthly@1"])).toBe(2);
    expect(await schemeDiff(["monthly@1", "monthly@1", "monthly@1"])).toBe(2);
    expect(said[0]).toMatch(/^dutyloop scheme diff /);
  });
});
