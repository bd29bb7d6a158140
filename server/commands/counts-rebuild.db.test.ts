import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type Example, openExample } from "../testing/example-branch.ts";
import { openStage } from "../testing/stage.ts";
import { countsRebuild, rebuildWith } from "./counts-rebuild.ts";

let example: Example;
let said: string[];
beforeAll(async () => {
  example = await openExample(await openStage());
  const secretary = await example.client("secretary", "branch_secretary", example.branch.id);
  example.clock.set("2026-01-20T06:00:00.000Z");
  await example.enter(secretary, example.branch, { template: "committee_meeting", on: "2026-01-12" });
  await example.settle();
  await rebuildWith(example.application, { language: "zh" });
});
afterAll(() => example.close());
beforeEach(() => {
  said = [];
  for (const method of ["log", "error"] as const)
    vi.spyOn(console, method).mockImplementation((text: string) => void said.push(text));
});
afterEach(() => vi.restoreAllMocks());

const kept = () =>
  example.query(`SELECT 'duty' AS what, organization_id, month::text, to_jsonb(d) AS counts FROM duty_rollup d
    UNION ALL SELECT 'record', organization_id, month::text, to_jsonb(r) FROM record_rollup r ORDER BY 1, 2, 3, 4`);

test("counts that are wrong or lost are put right, those before the month are left alone", async () => {
  const right = await kept();
  expect(right.length).toBeGreaterThan(0);
  await example.query("UPDATE record_rollup SET own_records = own_records + 7");
  await rebuildWith(example.application, { from: "2026-02", language: "zh" });
  expect(await kept()).not.toEqual(right);
  await example.query("DELETE FROM duty_rollup");
  await example.query("UPDATE tree_count SET branches = 99");
  said = [];
  expect(await rebuildWith(example.application, { from: "2026-01", language: "zh" })).toBe(0);
  expect(said).toEqual([expect.stringMatching(/：重新计数，共 \d+ 行$/)]);
  expect(await kept()).toEqual(right);
  expect(await example.query("SELECT 1 FROM tree_count WHERE branches = 99")).toEqual([]);
});

test("another group's code and a month that is none are told", async () => {
  expect(await rebuildWith(example.application, { group: "nowhere", language: "en" })).toBe(1);
  expect(said).toEqual(["没有找到集团 / no such group: nowhere"]);
  expect(await countsRebuild(["--from", "2026"])).toBe(2);
});
