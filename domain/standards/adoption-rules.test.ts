import { describe, expect, test } from "vitest";
import { coverageOf, type OfferedVersion, type TemplateAdoption, versionsInForce } from "./adoption-rules.ts";

const offer = (version: number, changes: Partial<OfferedVersion> = {}): OfferedVersion => ({
  code: "theme_day",
  version,
  ownerPath: null,
  base: null,
  stage: "promoted",
  ...changes,
});
const adopt = (path: string, version: number, changes: Partial<TemplateAdoption> = {}): TemplateAdoption => ({
  path,
  code: "theme_day",
  version,
  from: "2026-01-01",
  ends: false,
  ...changes,
});
const library = [offer(1), offer(2)];
const adapted = offer(1001, { ownerPath: "1.2.", base: 2, stage: "trial" });
const at = (
  path: string,
  adoptions: TemplateAdoption[],
  offers: OfferedVersion[] = [...library, adapted],
  day = "2026-06-01",
) => versionsInForce(offers, adoptions, path, day).get("theme_day");

describe("the version in force", () => {
  test("is the newest of the library where nobody adopted one", () => {
    expect(at("1.2.3.", [])).toBe(2);
  });

  test("is that of the nearest organisation at or above", () => {
    const adoptions = [adopt("1.", 1), adopt("1.2.", 1001)];
    expect([at("1.", adoptions), at("1.2.", adoptions), at("1.2.3.", adoptions), at("1.4.", adoptions)]).toEqual([
      1, 1001, 1001, 1,
    ]);
  });

  test("begins and ends with its day; what holds above holds again", () => {
    const adoptions = [
      adopt("1.", 1),
      adopt("1.2.", 1001, { from: "2026-03-01" }),
      adopt("1.2.", 1001, { from: "2026-05-01", ends: true }),
    ];
    const on = (day: string) => at("1.2.3.", adoptions, undefined, day);
    expect([on("2025-12-31"), on("2026-02-28"), on("2026-03-01"), on("2026-04-30"), on("2026-05-01")]).toEqual([
      2, 1, 1001, 1001, 1,
    ]);
  });

  test("isn't one that was withdrawn or never came to its trial", () => {
    for (const stage of ["withdrawn", "exploring"] as const)
      expect(at("1.2.3.", [adopt("1.", 1), adopt("1.2.", 1001)], [...library, { ...adapted, stage }])).toBe(1);
  });

  test("is an organisation's own promoted template at and below it only", () => {
    const own = offer(1, { code: "own_day", ownerPath: "1.2." });
    const codes = (path: string) => [...versionsInForce([own], [], path, "2026-06-01").keys()];
    expect([codes("1.2.3."), codes("1.2."), codes("1.20."), codes("1.")]).toEqual([["own_day"], ["own_day"], [], []]);
  });

  test("is never an adaptation that nobody adopted, however newer it is", () => {
    expect(at("1.2.3.", [], [...library, { ...adapted, stage: "promoted" }])).toBe(2);
  });
});

test("coverage counts those who do the work, by what was adopted for them", () => {
  const organizations = [
    { path: "1.", kind: "COMMITTEE" as const },
    { path: "1.2.", kind: "COMMITTEE" as const },
    { path: "1.2.3.", kind: "BRANCH" as const },
    { path: "1.2.4.", kind: "TEMP_BRANCH" as const },
    { path: "1.5.", kind: "BRANCH" as const },
    { path: "1.5.6.", kind: "GROUP" as const },
  ];
  const template = { code: "theme_day", owedBy: "branch" as const };
  const covered = (adoptions: TemplateAdoption[]) => coverageOf(template, organizations, adoptions, "2026-06-01");
  expect(covered([])).toEqual({ owing: 3, covered: 0 });
  expect(covered([adopt("1.2.", 2)])).toEqual({ owing: 3, covered: 2 });
  expect(covered([adopt("1.2.", 2), adopt("1.2.4.", 2, { ends: true })])).toEqual({ owing: 3, covered: 2 });
  expect(covered([adopt("1.", 2)])).toEqual({ owing: 3, covered: 3 });
  expect(covered([adopt("1.", 2, { from: "2026-07-01" })])).toEqual({ owing: 3, covered: 0 });
});
