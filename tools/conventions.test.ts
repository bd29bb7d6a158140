import { expect, test } from "vitest";
import {
  forbiddenMarks,
  hasEmptyName,
  isCode,
  lineCount,
  loosePins,
  machinePlaces,
  medianLines,
  mostLines,
  usesAbandonedSpreadsheet,
  wordsOfMaking,
} from "./conventions.ts";
import type { SourceFile } from "./imports.ts";
import { readRepositoryFile, repositoryPaths } from "./source-files.ts";

const isText = (path: string) =>
  /\.(?:ts|tsx|mts|mjs|js|css|html|sql|json|ya?ml|md|svg|sh)$|^\.(?:gitignore|npmrc)$|(?:^|\/)(?:LICENSE|run)$/.test(
    path,
  );
const paths = repositoryPaths();
const files: SourceFile[] = paths.filter(isText).map((path) => ({ path, text: readRepositoryFile(path) }));
const code = files.filter(({ path }) => isCode(path));
/** These two hold the texts of others: a licence names its holders, a lock file every package. */
const own = files.filter(({ path }) => !["THIRD-PARTY-NOTICES.md", "package-lock.json"].includes(path));

const file = (text: string, path = "server/a.ts"): SourceFile => ({ path, text });

test("the checks looked at the whole tree", () => {
  for (const folder of ["domain", "contract", "server", "web", "bin", "tools", "docs"]) {
    expect(files.filter(({ path }) => path.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(2);
  }
  expect(code.length).toBeGreaterThan(250);
});

test(`no file is longer than ${mostLines} lines, half of them not longer than ${medianLines}`, () => {
  const lengths = code.map(lineCount).sort((a, b) => a - b);
  expect(code.filter((each) => lineCount(each) > mostLines).map(({ path }) => path)).toEqual([]);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(medianLines);
  expect(lineCount(file("a\nb\n"))).toBe(2);
});

test("no folder and no file has a name that says nothing", () => {
  expect(paths.filter(hasEmptyName)).toEqual([]);
  for (const bad of [
    "web/utils/a.ts",
    "server/helpers.ts",
    "domain/common/x.ts",
    "web/ui/misc.test.ts",
    "shared/a.ts",
  ]) {
    expect(hasEmptyName(bad), bad).toBe(true);
  }
  expect(hasEmptyName("domain/kernel/plain-date.ts")).toBe(false);
});

test("nothing is unfinished, switched off, silenced or untyped", () => {
  expect(code.flatMap((each) => forbiddenMarks(each).map((mark) => `${each.path}: ${mark}`))).toEqual([]);
});

test.each([
  `// ${"TO"}DO later`,
  `// @ts-${"ignore"}`,
  `/* biome-${"ignore"} lint: because */`,
  "test.skip('x', () => {});",
  "describe.only('x', () => {});",
  "test.todo('x');",
  "const a: any = 1;",
  "const a = b as any;",
  "const a: Array<any> = [];",
  "const a: Record<string, any> = {};",
])("refused in code: %s", (line) => {
  expect(forbiddenMarks(file(line))).toHaveLength(1);
});

test("what only looks like it is allowed", () => {
  expect(
    forbiddenMarks(file("const any = list.some(Boolean); // any of them\nquery.skip(3); const o = { any: 1 };")),
  ).toEqual([]);
});

test("every version is pinned exactly", () => {
  const packages = files.filter(({ path }) => path.endsWith("package.json"));
  expect(packages.length).toBeGreaterThanOrEqual(5);
  expect(packages.flatMap(({ path, text }) => loosePins(text).map((pin) => `${path}: ${pin}`))).toEqual([]);
  expect(
    loosePins('{"dependencies":{"a":"^1.2.3","b":"1.2.3","c":"*"},"devDependencies":{"d":"latest"}}'),
  ).toHaveLength(3);
});

test("the abandoned spreadsheet package is used nowhere", () => {
  const readable = files.filter(({ path }) => path !== "tools/conventions.ts" && path !== "tools/conventions.test.ts");
  expect(readable.filter(usesAbandonedSpreadsheet).map(({ path }) => path)).toEqual([]);
  expect(usesAbandonedSpreadsheet(file('{"dependencies": {"xlsx": "0.18.5"}}', "package.json"))).toBe(true);
  expect(usesAbandonedSpreadsheet(file('import { read } from "@e965/xlsx";'))).toBe(false);
});

test("no path of a machine and no host of a registry is in the tree", () => {
  expect(files.flatMap(machinePlaces)).toEqual([]);
  const bad = [
    `/${"work"}/main/x`,
    `/${"home"}/somebody/x`,
    `https://${"registry."}npmjs.org/a`,
    `"resolved": "${"http"}s://x"`,
  ];
  for (const text of bad) expect(machinePlaces(file(`see ${text}`)), text).toHaveLength(1);
  expect(machinePlaces(file('app.get("/api/v1/home/x"); "./work/a"'))).toEqual([]);
});

test("the tree speaks of the product, not of its making", () => {
  expect(own.flatMap(wordsOfMaking)).toEqual([]);
  expect(wordsOfMaking(file(`// an ${"ag"}ent wrote this`))).toHaveLength(1);
  expect(wordsOfMaking(file('request.headers["user-agent"]'))).toEqual([]);
});
