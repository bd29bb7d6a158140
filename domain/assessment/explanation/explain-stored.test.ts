import { expect, test } from "vitest";
import { evidenceOf, singleKinds } from "../scoring/evidence.ts";
import { plainContext, scorerOf } from "../scoring/scorer.ts";
import { attendanceRate, lineOf, march, monthlyScheme, overdueFindings, timelyRate } from "../scoring/testing.ts";

const scheme = monthlyScheme();
const indicators = [timelyRate(), attendanceRate(), overdueFindings()];
const scorer = scorerOf(scheme, indicators);
const evidence = evidenceOf(march(), singleKinds(indicators));
const closed = { ...plainContext, closed: true };

test("a stored sheet that follows from its evidence is explained as if it weren't stored", () => {
  expect(scorer.explain(evidence, closed, scorer.score(evidence, closed))).toEqual(scorer.explain(evidence, closed));
});

test("where other evidence is known by now, the stored figures stay: those lines without arithmetic, their node from them", () => {
  const stored = scorer.score(evidence, closed);
  const fewer = evidence.filter(({ kind }) => kind !== "attendance");
  const sheet = scorer.explain(fewer, closed, stored);
  expect([sheet.total, sheet.coverage, sheet.composition]).toEqual([stored.total, stored.coverage, stored.composition]);
  const figures = sheet.lines.map(({ state, points, value, why }) => ({ state, points, value, why }));
  expect(figures).toEqual(stored.lines);
  expect(lineOf(sheet, "attendance_rate")).toMatchObject({ arithmetic: { form: "stored" }, reach: null });
  const before = scorer.explain(evidence, closed);
  for (const code of ["month", "timely_rate", "overdue_findings"])
    expect(lineOf(sheet, code)).toEqual(lineOf(before, code));
});
