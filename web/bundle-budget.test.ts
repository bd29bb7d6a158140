import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { beforeAll, expect, test, vi } from "vitest";

type Chunk = Rolldown.OutputChunk;
const kilobyte = 1024;
const phone = 250;
const list = 420;

let chunks: Map<string, Chunk>;

beforeAll(async () => {
  // Under a test runner React would be built with all that helps to develop it: what counts is what users load.
  vi.stubEnv("NODE_ENV", "production");
  const result = await build({
    configFile: `${import.meta.dirname}/vite.config.ts`,
    logLevel: "silent",
    build: { write: false },
  });
  const output = (Array.isArray(result) ? result : [result]).flatMap((one) => ("output" in one ? one.output : []));
  vi.unstubAllEnvs();
  chunks = new Map(output.filter((one) => one.type === "chunk").map((one) => [one.fileName, one]));
}, 60_000);

/** Gzipped size in KB of everything that is loaded before the page can be used. */
function closure(page: string): number {
  const seen = new Set<string>();
  const visit = (name: string) => {
    const chunk = chunks.get(name);
    if (!chunk || seen.has(name)) return;
    seen.add(name);
    chunk.imports.forEach(visit);
  };
  for (const chunk of chunks.values()) {
    if (chunk.name === "index" || chunk.moduleIds.some((id) => id.endsWith(`/${page}.tsx`))) visit(chunk.fileName);
  }
  return [...seen].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? "").length, 0) / kilobyte;
}

test("the measure sees the pages", () => {
  expect(closure("LeaderPage")).toBeGreaterThan(closure("NoSuchPage"));
  expect(closure("NoSuchPage")).toBeGreaterThan(50);
});

test.each([
  "SignedOutPage",
  "TodayPage",
  "RecordFormPage",
  "RecordsPage",
  "RecordPage",
  "DraftsPage",
  "CorrectPage",
  "AbsencesPage",
  "MatrixPage",
  "BurdenPage",
  "OrganizationPage",
  "BoardPage",
  "ScoreDrawer",
  "DeliveriesPage",
  "JudgingPage",
  "MePage",
])("%s stays small enough for a weak line on a phone", (page) => {
  expect(closure(page)).toBeLessThanOrEqual(phone);
});

test.each([
  "LeaderPage",
  "SamplesPage",
  "SamplePage",
  "DutiesPage",
  "PeriodsPage",
  "DisputesPage",
  "SchemesPage",
  "AccountsPage",
  "GrantsPage",
  "AuditPage",
  "StatusPage",
])("%s stays within the budget of a list", (page) => {
  expect(closure(page)).toBeLessThanOrEqual(list);
});
