import { expect, test } from "vitest";
import { domainEdges, serverEdges, webModuleEdges } from "./allowed-edges.ts";
import { circlesAmong, circlesOf } from "./circles.ts";
import { checkedPackages, isTestFile, undeclaredEdges } from "./edge-rules.ts";
import { importsOf, type SourceFile } from "./imports.ts";
import { impureUses } from "./purity.ts";
import { sourceFiles } from "./source-files.ts";

const files = sourceFiles(checkedPackages);

test("every import is declared in allowed-edges.ts and leads to a file that is there", () => {
  expect(undeclaredEdges(files)).toEqual([]);
});

test("no files import each other in a circle, and no modules are declared in one", () => {
  expect(circlesOf(files)).toEqual([]);
  expect([domainEdges, serverEdges, webModuleEdges].flatMap(circlesAmong)).toEqual([]);
});

test("domain/ sees no clock, no chance, no network, no page and no machine", () => {
  const rules = files.filter(({ path }) => path.startsWith("domain/") && !isTestFile(path));
  expect(rules.length).toBeGreaterThan(25);
  expect(rules.flatMap(impureUses)).toEqual([]);
});

test.each(checkedPackages)("the checks looked at the files and imports of %s", (name) => {
  const own = files.filter(({ path }) => path.startsWith(`${name}/`));
  expect(own.length).toBeGreaterThan(10);
  expect(own.flatMap(importsOf).length).toBeGreaterThan(own.length / 2);
});

const problemsOf = (path: string, line: string) => {
  const target = importsOf({ path, text: line })[0]?.target ?? "";
  return undeclaredEdges([
    { path, text: line },
    { path: target, text: "" },
  ]).map(({ problem }) => problem);
};

test.each([
  [
    "domain imports the contract",
    "domain/duties/plan-rules.ts",
    'import { routes } from "@dutyloop/contract/routes.ts";',
  ],
  ["the contract imports the server", "contract/duties.ts", 'import { x } from "@dutyloop/server/application.ts";'],
  ["the server imports the web", "server/modules/duties/routes.ts", 'import { x } from "../../../web/ui/classes.ts";'],
  ["the web imports the server", "web/ui/Tag.tsx", 'import type { X } from "../../server/application.ts";'],
  [
    "the web imports a rule of the domain",
    "web/modules/duties/a.ts",
    'import { x } from "@dutyloop/domain/duties/plan-rules.ts";',
  ],
  [
    "the web loads the schemas of the contract",
    "web/app/a.ts",
    'import { endpoints } from "@dutyloop/contract/endpoints.ts";',
  ],
  ["a module upwards", "server/modules/standards/a.ts", 'import { x } from "../duties/index.ts";'],
  [
    "a module upwards by re-export",
    "server/modules/organization/index.ts",
    'export { x } from "../fulfilment/index.ts";',
  ],
  ["a module upwards by import()", "server/modules/standards/a.ts", 'const x = await import("../duties/index.ts");'],
  ["a module past its index", "server/modules/fulfilment/a.ts", 'import { x } from "../duties/obligation-store.ts";'],
  [
    "the builders of a module outside a test",
    "server/modules/fulfilment/a.ts",
    'import { x } from "../duties/testing.ts";',
  ],
  ["identity knows a business module", "server/modules/identity/a.ts", 'import { x } from "../organization/index.ts";'],
  ["platform knows a module", "server/platform/http/a.ts", 'import { x } from "../../modules/identity/index.ts";'],
  ["a module knows the composition", "server/modules/duties/a.ts", 'import { x } from "../../application.ts";'],
  ["platform knows the composition", "server/platform/http/a.ts", 'import type { X } from "../../start-parts.ts";'],
  [
    "a module asks a rule above it",
    "server/modules/standards/a.ts",
    'import { x } from "@dutyloop/domain/duties/things.ts";',
  ],
  ["domain upwards", "domain/organization/a.ts", 'import type { X } from "../duties/things.ts";'],
  ["domain uses Node", "domain/duties/a.ts", 'import { readFileSync } from "node:fs";'],
  ["domain uses a package of the server", "domain/duties/a.ts", 'import { sql } from "kysely";'],
  ["the web uses Node", "web/ui/a.ts", 'import { join } from "node:path";'],
  ["an unknown package", "server/platform/db/a.ts", 'import x from "lodash";'],
  ["a test's package outside a test", "server/platform/db/a.ts", 'import { test } from "vitest";'],
  ["ui knows a module", "web/ui/a.ts", 'import { x } from "../modules/duties/texts.ts";'],
  ["a page of a module that isn't declared", "web/modules/duties/a.ts", 'import { x } from "../dashboard/texts.ts";'],
  ["an import that can't be read", "server/modules/duties/a.ts", "const x = await import(name);"],
])("refused: %s", (_name, path, line) => {
  expect(problemsOf(path, line)).toHaveLength(1);
});

test.each([
  ["server/modules/fulfilment/a.ts", 'import { x } from "../duties/index.ts";'],
  ["server/application.ts", 'import { x } from "./modules/duties/index.ts";'],
  ["server/modules/duties/plan.db.test.ts", 'import { freshDatabase } from "../../testing/database.ts";'],
  ["web/modules/duties/a.ts", 'import type { Answer } from "@dutyloop/contract/endpoints.ts";'],
  ["web/modules/duties/a.ts", 'import { x } from "@dutyloop/domain/duties/things.ts";'],
  ["web/modules/duties/a.ts", 'import { x } from "@dutyloop/domain/identity/access-policy.ts";'],
])("allowed: %s %s", (path, line) => {
  expect(problemsOf(path, line)).toEqual([]);
});

test("an import of a file that isn't there is found", () => {
  const text = 'import { x } from "./gone.ts";';
  expect(undeclaredEdges([{ path: "server/platform/db/a.ts", text }])).toHaveLength(1);
});

const circle = (first: string, second: string): SourceFile[] => [
  { path: "server/platform/db/a.ts", text: first },
  { path: "server/platform/db/b.ts", text: second },
];

test("a circle of values is found, a circle of types is none", () => {
  const back = 'export { y } from "./a.ts";';
  expect(circlesOf(circle('import { x } from "./b.ts";', back))).toEqual([
    ["server/platform/db/a.ts", "server/platform/db/b.ts"],
  ]);
  expect(circlesOf(circle('import type { X } from "./b.ts";', back))).toEqual([]);
  expect(circlesOf(circle('import { type X, type Y } from "./b.ts";', back))).toEqual([]);
  expect(circlesAmong({ a: ["b"], b: ["c"], c: ["a"] })).toEqual([["a", "b", "c"]]);
});

test.each([
  "const now = Date.now();",
  "const now = new Date();",
  "const now = new Date;",
  `const text = \`\${Date()}\`;`,
  "const dice = Math.random();",
  "const where = process.env.HOME;",
  "const answer = await fetch(address);",
  "const title = document.title;",
  "window.alert(1);",
  "setTimeout(later, 10);",
  "console.log(1);",
])("impure: %s", (line) => {
  expect(impureUses({ path: "domain/x/a.ts", text: line })).toHaveLength(1);
});

test.each([
  "const day = new Date(instant.getTime() + 1);",
  "type Step = { process: string };",
  "const value = input.process;",
  "const window = inWindow(day); use(window.from);",
  "const first = windows.map((window) => window.from);",
  "// Date.now() and Math.random() in a comment",
  'const text = "process.env";',
  "const matcher = /fetch\\(\"/; const name = 'window';",
])("pure: %s", (line) => {
  expect(impureUses({ path: "domain/x/a.ts", text: line })).toEqual([]);
});

test("imports are read through comments, texts, templates and regular expressions", () => {
  const text = [
    '// import { a } from "./comment.ts";',
    '/* import "./block.ts"; */',
    'const t = "import x from \\"./text.ts\\"";',
    "const r = /^(\\w+:\\/\\/)[^@/]*'@/;",
    'import { b, type C } from "./real.ts";',
    `const page = \`<a>\${(await import('./late.ts')).page}</a>\`;`,
    'export * from "./all.ts";',
    'export type { D } from "./types.ts";',
    "export const e = import.meta.dirname;",
  ].join("\n");
  const found = importsOf({ path: "server/x/a.ts", text }).map(({ target, typeOnly }) => [target, typeOnly]);
  expect(found).toEqual([
    ["server/x/real.ts", false],
    ["server/x/late.ts", false],
    ["server/x/all.ts", false],
    ["server/x/types.ts", true],
  ]);
});
