import { compare, one, parse, zero } from "../../kernel/rational.ts";
import { type Finding, problem } from "../definitions/definition-problem.ts";
import type { SchemeBody } from "../definitions/scheme.ts";
import { hundred } from "../definitions/scheme-nodes.ts";
import { partsOf } from "../definitions/scheme-parts.ts";
import { schemeRedLines } from "./red-line-rules.ts";

/** What is wrong with a scheme by itself: its coverage threshold, grades, vetoes, proportions, tie-breakers, red lines. */
export function schemeFindings(body: SchemeBody): Finding[] {
  return [
    ...thresholdFindings(body),
    ...gradeFindings(body),
    ...unknownGrades(body),
    ...proportionFindings(body),
    ...tieBreakerFindings(body),
    ...schemeRedLines(body),
  ];
}

/** Percent with at most the two places of a coverage: below zero everybody would be ranked, above a hundred nobody. */
function thresholdFindings({ coverageThreshold: value }: SchemeBody): Finding[] {
  const percent = parse(value);
  const isPercent = compare(percent, zero) >= 0 && compare(percent, hundred) <= 0 && 100n % percent.d === 0n;
  return isPercent ? [] : [problem("definition.not_a_percentage", ["coverageThreshold"], { value })];
}

function gradeFindings({ grades }: SchemeBody): Finding[] {
  return grades.flatMap(({ code, atLeast }, index) => {
    const path = ["grades", index];
    if (grades.slice(0, index).some((earlier) => earlier.code === code)) {
      return [problem("definition.grade_twice", path, { grade: code })];
    }
    const before = grades[index - 1];
    return before !== undefined && compare(parse(atLeast), parse(before.atLeast)) >= 0
      ? [problem("definition.grades_order", [...path, "atLeast"], { grade: code, before: before.code })]
      : [];
  });
}

function unknownGrades({ grades, vetoes, proportions }: SchemeBody): Finding[] {
  const known = new Set(grades.map(({ code }) => code));
  const named = [
    ...vetoes.flatMap(({ effect }, index) =>
      effect.caps === "grade" ? [{ grade: effect.grade, path: ["vetoes", index, "effect", "grade"] }] : [],
    ),
    ...proportions.map(({ grade }, index) => ({ grade, path: ["proportions", index, "grade"] })),
  ];
  return named.flatMap(({ grade, path }) =>
    known.has(grade) ? [] : [problem("definition.grade_unknown", path, { grade })],
  );
}

function proportionFindings({ proportions }: SchemeBody): Finding[] {
  return proportions.flatMap(({ grade, atMost }, index) => {
    const path = ["proportions", index];
    if (proportions.slice(0, index).some((earlier) => earlier.grade === grade)) {
      return [problem("definition.grade_twice", path, { grade })];
    }
    const share = parse(atMost);
    const isShare = share.n >= 0n && compare(share, one) <= 0;
    return isShare ? [] : [problem("definition.not_a_share", [...path, "atMost"], { value: atMost })];
  });
}

function tieBreakerFindings(body: SchemeBody): Finding[] {
  const lines = new Set(partsOf(body).map(({ code }) => code));
  return body.tieBreakers.flatMap((line, index) =>
    lines.has(line) ? [] : [problem("definition.line_unknown", ["tieBreakers", index], { scheme: body.code, line })],
  );
}
