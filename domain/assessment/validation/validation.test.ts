import { describe, expect, test } from "vitest";
import { type IndicatorBody, indicatorBody } from "../definitions/indicator.ts";
import type { SchemeBody } from "../definitions/scheme.ts";
import {
  attendanceRate,
  leaf,
  metricOf,
  monthlyScheme,
  overdueFindings,
  schemeOf,
  timelyRate,
} from "../scoring/testing.ts";
import { type DefinitionFile, type KnownDefinitions, validateDefinitions } from "./validation.ts";

const nothing: KnownDefinitions = { indicators: [], schemes: [] };
const standing: KnownDefinitions = {
  indicators: [timelyRate(), attendanceRate(), overdueFindings()],
  schemes: [monthlyScheme()],
};
const name = { zh: "名称", en: "Name" };

/** The problems as `path: code`, with the values behind. */
function problemsOf(files: readonly DefinitionFile[], known = standing) {
  return validateDefinitions(files, known).map(({ path, code, values }) => [`${path}: ${code}`, values]);
}

const ofScheme = (changes: object, known = standing) =>
  problemsOf([{ file: "a.yaml", kind: "scheme", body: { ...monthlyScheme(), code: "other", ...changes } }], known);

const formula = (code: string, expression: string, ...inputs: string[]): IndicatorBody =>
  indicatorBody.parse({
    ...metricOf(code),
    reads: [],
    filter: [],
    aggregation: {
      form: "formula",
      expression,
      inputs: inputs.map((indicator) => ({ name: indicator, indicator, version: 1 })),
    },
  });
const reading = (code: string, form: "rollup" | "figure", scheme: string, line: string | null = null): IndicatorBody =>
  indicatorBody.parse({
    ...metricOf(code),
    reads: [],
    filter: [],
    aggregation: form === "figure" ? { form, scheme } : { form, scheme, line, weighting: "equal" },
  });
const weighted = (...weights: string[]) => ({
  kind: "weighted",
  code: "parts",
  name,
  children: weights.map((weight, index) => ({
    weight,
    node: leaf(["timely_rate", "attendance_rate", "overdue_findings"][index] as string, "100"),
  })),
});

test("a loop among what is published is not the fault of another file", () => {
  const known = { ...standing, indicators: [...standing.indicators, formula("a", "b", "b"), formula("b", "a", "a")] };
  expect(ofScheme({}, known)).toEqual([]);
});

test("sound definitions have no problem, together or beside what is published", () => {
  const files: DefinitionFile[] = [
    ...standing.indicators.map((body) => ({ file: `${body.code}.yaml`, kind: "indicator" as const, body })),
    { file: "scheme.yaml", kind: "scheme", body: { ...monthlyScheme(), root: weighted("60", "30", "10") } },
  ];
  expect(validateDefinitions(files, nothing)).toEqual([]);
  expect(ofScheme({})).toEqual([]);
});

test("the codes of business figures are held against the catalogue where there is one", () => {
  const file: DefinitionFile = { file: "a", kind: "indicator", body: metricOf("outrage") };
  expect(problemsOf([file], { ...standing, metrics: new Set(["outage"]) })).toHaveLength(1);
  expect(problemsOf([file])).toEqual([]);
});

test("what doesn't fit its schema is named with its file", () => {
  const [first] = validateDefinitions([{ file: "schemes/a.yaml", kind: "scheme", body: {} }], nothing);
  expect(first).toEqual({ file: "schemes/a.yaml", path: "code", code: "definition.field_missing", values: {} });
});

describe("what a definition names must be there", () => {
  test("an indicator, and the version of it", () => {
    const root = {
      ...monthlyScheme().root,
      children: [leaf("ghost", "10"), { ...leaf("timely_rate", "5"), version: 7 }],
    };
    expect(ofScheme({ root })).toEqual([
      ["root.children[0].indicator: definition.indicator_unknown", { indicator: "ghost" }],
      ["root.children[1].version: definition.indicator_version_unknown", { indicator: "timely_rate", version: 7 }],
    ]);
    expect(problemsOf([{ file: "a", kind: "indicator", body: formula("f", "ghost", "ghost") }])).toEqual([
      ["aggregation.inputs[0].indicator: definition.indicator_unknown", { indicator: "ghost" }],
    ]);
  });

  test("an indicator that is valid later than the scheme", () => {
    const later = { ...timelyRate(), validFrom: "2026-07" };
    const known = { ...standing, indicators: [later, attendanceRate(), overdueFindings()] };
    const place = "root.children[0]: definition.indicator_newer";
    const values = { indicator: "timely_rate", from: "2026-07" };
    expect(ofScheme({}, known)).toEqual([[place, values]]);
    expect(ofScheme({ validFrom: "2026-06" }, known)).toEqual([[place, values]]);
    expect(ofScheme({ validFrom: "2026-07" }, known)).toEqual([]);
    const input = formula("f", "timely_rate", "timely_rate");
    expect(problemsOf([{ file: "a", kind: "indicator", body: input }], known)).toEqual([
      ["aggregation.inputs[0]: definition.indicator_newer", values],
    ]);
  });

  test("a scheme and its line, for roll-ups and figures", () => {
    const file = (body: IndicatorBody): DefinitionFile => ({ file: "a", kind: "indicator", body });
    expect(problemsOf([file(reading("r", "figure", "ghost"))])).toEqual([
      ["aggregation.scheme: definition.scheme_unknown", { scheme: "ghost" }],
    ]);
    expect(problemsOf([file(reading("r", "rollup", "scheme", "ghost"))])).toEqual([
      ["aggregation.line: definition.line_unknown", { scheme: "scheme", line: "ghost" }],
    ]);
    for (const line of [null, "month", "timely_rate"]) {
      expect(problemsOf([file(reading("r", "rollup", "scheme", line))])).toEqual([]);
    }
  });

  test("the line is looked for in the newest version", () => {
    const newer = { ...monthlyScheme(), version: 2, root: { ...monthlyScheme().root, code: "renamed" } };
    const file: DefinitionFile = { file: "a", kind: "indicator", body: reading("r", "rollup", "scheme", "renamed") };
    const known = (...schemes: SchemeBody[]) => ({ ...standing, schemes });
    expect(problemsOf([file], known(newer, monthlyScheme()))).toEqual([]);
    expect(problemsOf([file], known(monthlyScheme(), newer))).toEqual([]);
    const elsewhere = { ...newer, version: 3, adapts: 1, root: monthlyScheme().root };
    expect(problemsOf([file], known(elsewhere, newer))).toEqual([]);
    expect(problemsOf([file], known(newer, { ...elsewhere, version: 1 }))).toEqual([]);
  });

  test("a scheme that is decided later than the one that takes its figures", () => {
    const known = {
      indicators: [...standing.indicators, reading("year_figure", "figure", "yearly")],
      schemes: [{ ...monthlyScheme(), code: "yearly", cadence: "year" as const }],
    };
    const root = { ...monthlyScheme().root, children: [leaf("year_figure", "10")] };
    expect(ofScheme({ root, cadence: "half_year" }, known)).toEqual([
      ["root.children[0]: definition.scheme_longer", { indicator: "year_figure", scheme: "yearly" }],
    ]);
    expect(ofScheme({ root, cadence: "year" }, known)).toEqual([]);
  });
});

describe("the periods of schemes", () => {
  const scheme = (changes: object, file = "a"): DefinitionFile => ({
    file,
    kind: "scheme",
    body: { ...monthlyScheme(), ...changes },
  });

  test("are the same in all versions of one", () => {
    const values = { code: "scheme", version: 1 };
    expect(problemsOf([scheme({ version: 2, cadence: "quarter" })])).toEqual([
      ["cadence: definition.cadence_changed", values],
    ]);
    expect(problemsOf([scheme({ version: 2, lateFactor: "0.4" })])).toEqual([]);
    const versions = [scheme({ code: "new" }, "first"), scheme({ code: "new", version: 2, cadence: "year" }, "second")];
    expect(validateDefinitions(versions, standing)).toEqual([
      { file: "second", path: "cadence", code: "definition.cadence_changed", values: { code: "new", version: 1 } },
    ]);
    for (const version of [1, 2]) expect(problemsOf([scheme({ code: "other", version, cadence: "year" })])).toEqual([]);
    expect(problemsOf([scheme({ cadence: "quarter" })])).toEqual([["version: definition.published_changed", values]]);
  });

  test("are those of the scheme that a roll-up takes, while a figure may take the mean of shorter ones", () => {
    const indicators = [
      ...standing.indicators,
      reading("below", "rollup", "scheme"),
      reading("mean", "figure", "scheme"),
      formula("half_below", "below / 2", "below"),
    ];
    const of = (indicator: string, cadence: string) => {
      const root = { ...monthlyScheme().root, children: [leaf(indicator, "10")] };
      return problemsOf([scheme({ code: "other", cadence, root })], { ...standing, indicators });
    };
    for (const indicator of ["below", "half_below"]) {
      expect(of(indicator, "year")).toEqual([
        ["root.children[0]: definition.rollup_cadence", { indicator, scheme: "scheme" }],
      ]);
      expect(of(indicator, "month")).toEqual([]);
    }
    expect(of("mean", "year")).toEqual([]);
  });
});

describe("loops are named with the way round", () => {
  const indicator = (body: IndicatorBody): DefinitionFile => ({ file: `${body.code}.yaml`, kind: "indicator", body });

  test("between formulas", () => {
    const files = [
      formula("a", "b", "b"),
      formula("b", "c", "c"),
      formula("c", "a + b", "a", "b"),
      formula("d", "a", "a"),
    ];
    expect(validateDefinitions(files.map(indicator), nothing)).toEqual([
      {
        file: "a.yaml",
        path: "aggregation.inputs",
        code: "definition.formula_loop",
        values: { loop: "a@1 → b@1 → c@1 → a@1" },
      },
    ]);
  });

  test("of a formula with itself, while a diamond is no loop", () => {
    expect(problemsOf([indicator(formula("a", "a", "a"))])).toEqual([
      ["aggregation.inputs: definition.formula_loop", { loop: "a@1 → a@1" }],
    ]);
    const diamond = [
      formula("top", "l + r", "l", "r"),
      formula("l", "timely_rate", "timely_rate"),
      formula("r", "timely_rate", "timely_rate"),
    ];
    expect(problemsOf(diamond.map(indicator))).toEqual([]);
  });

  test("between schemes, through a formula, and of a scheme with itself", () => {
    const one = (code: string, used: string): DefinitionFile => ({
      file: `${code}.yaml`,
      kind: "scheme",
      body: { ...monthlyScheme(), code, root: { ...monthlyScheme().root, children: [leaf(used, "100")] } },
    });
    const indicators = [
      indicator(reading("of_second", "figure", "second")),
      indicator(formula("doubled", "of_second * 2", "of_second")),
      indicator(reading("of_first", "rollup", "first")),
    ];
    expect(validateDefinitions([...indicators, one("first", "doubled"), one("second", "of_first")], nothing)).toEqual([
      { file: "first.yaml", path: "root", code: "definition.scheme_loop", values: { loop: "first → second → first" } },
    ]);
    const past = one("second", "of_first");
    const now: DefinitionFile = {
      ...one("second", "timely_rate"),
      body: { ...(past.body as SchemeBody), version: 2, root: monthlyScheme().root },
    };
    expect(problemsOf([...indicators, one("first", "doubled"), past, now])).toEqual([]);
    const open = { ...monthlyScheme().root, open: { additional: "100" } };
    const plain = { ...monthlyScheme(), code: "second", root: open };
    const adaptation = {
      ...plain,
      version: 2,
      adapts: 1,
      root: { ...open, children: [...open.children, leaf("of_first", "9")] },
    };
    const files = [plain, adaptation].map(
      (body): DefinitionFile => ({ file: `second ${body.version}`, kind: "scheme", body }),
    );
    expect(problemsOf([...indicators, one("first", "doubled"), ...files])).toEqual([
      ["root: definition.scheme_loop", { loop: "second → first → second" }],
    ]);
    expect(problemsOf([...indicators.slice(2), one("first", "of_first")])).toEqual([
      ["root: definition.scheme_loop", { loop: "first → first" }],
    ]);
  });
});

describe("grades, vetoes, proportions and tie-breakers belong together", () => {
  const good = { code: "good", name, atLeast: "90" };
  const fair = { code: "fair", name, atLeast: "60" };
  const veto = (grade: string) => ({
    code: "accident",
    name,
    when: { kind: "metric", atLeast: 1 },
    effect: { caps: "grade", grade },
  });

  test("a sound set passes", () => {
    const changes = {
      grades: [good, fair],
      vetoes: [veto("fair")],
      proportions: [
        { grade: "good", atMost: "1" },
        { grade: "fair", atMost: "0" },
      ],
    };
    expect(ofScheme({ ...changes, tieBreakers: ["month", "timely_rate"] })).toEqual([]);
    expect(ofScheme({ vetoes: [{ ...veto("fair"), effect: { caps: "total", total: "60" } }] })).toEqual([]);
  });

  test.each([
    [
      "grades from worst to best",
      { grades: [fair, good] },
      "grades[1].atLeast: definition.grades_order",
      { grade: "good", before: "fair" },
    ],
    [
      "two grades that begin alike",
      { grades: [good, { ...fair, atLeast: "90.0" }] },
      "grades[1].atLeast: definition.grades_order",
      { grade: "fair", before: "good" },
    ],
    [
      "a grade twice",
      { grades: [good, fair, { ...good, atLeast: "10" }] },
      "grades[2]: definition.grade_twice",
      { grade: "good" },
    ],
    [
      "a veto to a grade that isn't there",
      { grades: [good], vetoes: [veto("poor")] },
      "vetoes[0].effect.grade: definition.grade_unknown",
      { grade: "poor" },
    ],
    [
      "a share of a grade that isn't there",
      { proportions: [{ grade: "good", atMost: "0.3" }] },
      "proportions[0].grade: definition.grade_unknown",
      { grade: "good" },
    ],
    [
      "a share above the whole",
      { grades: [good], proportions: [{ grade: "good", atMost: "1.01" }] },
      "proportions[0].atMost: definition.not_a_share",
      { value: "1.01" },
    ],
    [
      "a share below nothing",
      { grades: [good], proportions: [{ grade: "good", atMost: "-1" }] },
      "proportions[0].atMost: definition.not_a_share",
      { value: "-1" },
    ],
    [
      "a share twice",
      {
        grades: [good],
        proportions: [
          { grade: "good", atMost: "1" },
          { grade: "good", atMost: "0" },
        ],
      },
      "proportions[1]: definition.grade_twice",
      { grade: "good" },
    ],
    [
      "a tie-breaker that isn't a line",
      { tieBreakers: ["ghost"] },
      "tieBreakers[0]: definition.line_unknown",
      { scheme: "other", line: "ghost" },
    ],
  ])("%s", (_, changes, place, values) => expect(ofScheme(changes)).toEqual([[place, values]]));
});

describe("a published version never changes", () => {
  test("the same again is no problem, another content is", () => {
    const file = (body: SchemeBody): DefinitionFile => ({ file: "a", kind: "scheme", body });
    expect(problemsOf([file(monthlyScheme())])).toEqual([]);
    expect(problemsOf([file({ ...monthlyScheme(), lateFactor: "0.4" })])).toEqual([
      ["version: definition.published_changed", { code: "scheme", version: 1 }],
    ]);
    expect(problemsOf([file({ ...monthlyScheme(), version: 2, lateFactor: "0.4" })])).toEqual([]);
    expect(problemsOf([{ file: "a", kind: "indicator", body: { ...timelyRate(), noData: "pending" } }])).toEqual([
      ["version: definition.published_changed", { code: "timely_rate", version: 1 }],
    ]);
  });

  test("one that was published before a field existed is still the same", () => {
    const { tieBreakers: _, ...before } = monthlyScheme();
    const known = { ...standing, schemes: [before as SchemeBody] };
    expect(problemsOf([{ file: "a", kind: "scheme", body: monthlyScheme() }], known)).toEqual([]);
  });

  test("a version written down twice", () => {
    const twice = ["a", "b"].map(
      (file): DefinitionFile => ({ file, kind: "scheme", body: schemeOf(monthlyScheme().root) }),
    );
    expect(validateDefinitions(twice, standing)).toEqual([
      { file: "b", path: "version", code: "definition.version_twice", values: { code: "scheme", version: 1 } },
    ]);
  });
});
