import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, format, parse, sum } from "../../kernel/rational.ts";
import type { ScoringFact } from "../things.ts";
import {
  attendance,
  attendanceRate,
  duty,
  monthlyScheme,
  overdue,
  overdueFindings,
  sheetOf,
  storno,
  timelyRate,
} from "./testing.ts";

const indicators = [timelyRate(), attendanceRate(), overdueFindings()];
const score = (facts: readonly ScoringFact[], closed = true) => sheetOf(monthlyScheme(), indicators, facts, { closed });
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
  test("the same fact twice counts once", () => {
    fc.assert(
      fc.property(history, (facts) => {
        expect(score([...facts, ...facts])).toEqual(score(facts));
      }),
    );
  });

  test("facts and their stornos leave the sheet as if they had never been", () => {
    fc.assert(
      fc.property(history, history, (facts, reversed) => {
        const mistakes = reversed.map((one) => ({ ...one, id: `mistake ${one.id}` }));
        expect(score([...facts, ...mistakes, ...mistakes.map(storno)])).toEqual(score(facts));
      }),
    );
  });

  test("more credit never lowers, more deduction never raises", () => {
    fc.assert(
      fc.property(history, fc.constantFrom("general", "serious"), (facts, severity) => {
        const missed = duty("missed", "general_meeting", null);
        const late = duty("missed", "general_meeting", "late");
        const met = duty("missed", "general_meeting", "on_time");
        expect(compare(total([...facts, ...late]), total([...facts, ...missed]))).toBeGreaterThanOrEqual(0);
        expect(compare(total([...facts, ...met]), total([...facts, ...late]))).toBeGreaterThanOrEqual(0);
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
