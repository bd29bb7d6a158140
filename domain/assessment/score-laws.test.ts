import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, format, parse, sum } from "../kernel/rational.ts";
import { scoreSheet } from "./score.ts";
import {
  attendance,
  attendanceRate,
  duty,
  leaf,
  measure,
  metricOf,
  monthlyScheme,
  overdue,
  overdueFindings,
  schemeOf,
  timelyRate,
} from "./testing.ts";
import type { ScoringFact } from "./things.ts";

const indicators = [timelyRate(), attendanceRate(), overdueFindings()];
const score = (facts: readonly ScoringFact[], closed = true) =>
  scoreSheet(monthlyScheme(), indicators, facts, { closed });
const total = (facts: readonly ScoringFact[]) => parse(score(facts).total ?? "0");

const history = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom("general_meeting", "group_meeting"), fc.constantFrom("on_time", "late", null)),
      fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9 })),
      fc.constantFrom("general", "serious"),
    ),
    { maxLength: 25 },
  )
  .map((events) =>
    events.flatMap((event, index): ScoringFact[] => {
      if (typeof event === "string") return [overdue(`finding ${index}`, event)];
      const [first, second] = event;
      if (typeof first === "string") return duty(`duty ${index}`, first, second as "on_time" | "late" | null);
      return [attendance(`attendance ${index}`, first, first + Number(second))];
    }),
  );

describe("whatever happened", () => {
  test("the order in which facts arrive changes nothing", () => {
    const shuffled = history.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length })),
    );
    fc.assert(
      fc.property(shuffled, ([facts, mixed]) => {
        expect(score(mixed)).toEqual(score(facts));
      }),
    );
  });

  test("the same fact twice counts once", () => {
    fc.assert(
      fc.property(history, (facts) => {
        expect(score([...facts, ...facts])).toEqual(score(facts));
      }),
    );
  });

  test("facts and their stornos leave the score of nothing", () => {
    fc.assert(
      fc.property(history, history, (facts, reversed) => {
        const renamed = reversed.map((one) => ({ ...one, id: `mistake ${one.id}` }));
        const stornos = renamed.map((one) => ({ ...one, id: `storno ${one.id}`, sign: -1 as const }));
        const sheet = score([...facts, ...renamed, ...stornos]);
        expect([sheet.total, sheet.coverage]).toEqual([score(facts).total, score(facts).coverage]);
      }),
    );
  });

  test("more credit never lowers, more deduction never raises", () => {
    fc.assert(
      fc.property(history, fc.constantFrom("general", "serious"), (facts, severity) => {
        const missed = duty("missed", "general_meeting", null);
        const met = duty("missed", "general_meeting", "on_time");
        expect(compare(total([...facts, ...met]), total([...facts, ...missed]))).toBeGreaterThanOrEqual(0);
        expect(compare(total([...facts, overdue("more", severity)]), total(facts))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("closing changes the score of a month only where silence was waiting for it", () => {
    fc.assert(
      fc.property(history, (facts) => {
        const known = [...facts, overdue("known", "general")];
        expect(score(known, false)).toEqual(score(known, true));
      }),
    );
  });

  test("the lines add up to the score wherever every leaf counts", () => {
    fc.assert(
      fc.property(history, (facts) => {
        const known = [...facts, ...duty("one", "group_meeting", "on_time"), attendance("some", 3, 4)];
        const sheet = score(known);
        const leaves = sheet.lines.filter((one) => one.kind === "leaf").map((one) => parse(one.points!));
        expect(format(sum(leaves), 2)).toBe(sheet.total);
      }),
    );
  });
});

test("without any fact there are no points, except for silence that was closed", () => {
  for (const line of score([], false).lines) expect(line.points).toBeNull();
  expect(
    score([], true)
      .lines.filter((line) => line.points !== null)
      .map((line) => line.code),
  ).toEqual(["month", "overdue_findings"]);
});

describe("a weighted node", () => {
  const name = { zh: "加权", en: "Weighted" };
  const figures = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 4 });
  const sheetOf = (weights: readonly string[], facts: readonly ScoringFact[], codes: readonly string[]) =>
    scoreSheet(
      schemeOf({
        kind: "weighted",
        code: "root",
        name,
        children: codes.map((code, index) => ({ weight: weights[index]!, node: leaf(code, "100") })),
      }),
      codes.map((code) => metricOf(code, "not_applicable")),
      facts,
      { closed: true },
    );

  test("a leaf that isn't applicable never changes the mean of the others, whatever its weight", () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 24 }), (values, share) => {
        const codes = values.map((_, index) => `part_${index}`);
        const facts = codes.map((code, index) => measure(code, format({ n: BigInt(values[index]!), d: 100n }, 2)));
        const equally = (weight: number, rest: number) => [...codes.map(() => String(weight)), String(rest)];
        fc.pre(share * codes.length < 100);
        const narrow = sheetOf(equally(share, 100 - share * codes.length), facts, [...codes, "absent"]);
        const wide = sheetOf(equally(1, 100 - codes.length), facts, [...codes, "absent"]);
        expect(narrow.total).toBe(wide.total);
        expect(narrow.coverage).toBe("100.00");
      }),
    );
  });
});
