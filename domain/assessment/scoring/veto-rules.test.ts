import { describe, expect, test } from "vitest";
import type { ScoringFact } from "../things.ts";
import { fact, leaf, lineOf, measure, metricOf, schemeOf, sheetOf, storno } from "./testing.ts";

const name = { zh: "否决", en: "Veto" };
const veto = (code: string, total: string, atLeast = 1, severity = "fatal") => ({
  code,
  name,
  when: {
    kind: "finding.opened",
    conditions: [{ attribute: "severity", operator: "eq", values: [severity] }],
    atLeast,
  },
  effect: { caps: "total", total },
});
const opened = (id: string, severity: string) => fact(id, "finding.opened", { attributes: { severity } });
const accident = opened("accident", "fatal");

const judged = (vetoes: object[], facts: ScoringFact[], decisions: Record<string, boolean> = {}) =>
  sheetOf(
    schemeOf({ kind: "sum", code: "root", name, children: [leaf("x", "100")] }, { vetoes }),
    [metricOf("x")],
    [measure("x", "85"), ...facts],
    { vetoDecisions: new Map(Object.entries(decisions)) },
  );

describe("a veto on the total", () => {
  const scheme = [veto("accident", "60")];

  test("holds it down once a person has confirmed it, and only then", () => {
    const waiting = judged(scheme, [accident]);
    expect(waiting).toMatchObject({ total: "85.00", composition: { cappedBy: null } });
    expect(waiting.vetoes).toMatchObject([{ code: "accident", count: 1, decision: "waiting" }]);
    const confirmed = judged(scheme, [accident], { accident: true });
    expect(confirmed).toMatchObject({
      total: "60.00",
      composition: { root: "85.00", cappedBy: "accident", bounded: false },
      vetoes: [{ decision: "confirmed" }],
    });
    expect(lineOf(confirmed, "root").points).toBe("85.00");
    const dismissed = judged(scheme, [accident], { accident: false });
    expect(dismissed).toMatchObject({
      total: "85.00",
      composition: { cappedBy: null },
      vetoes: [{ decision: "dismissed" }],
    });
  });

  test("never raises a total", () => {
    for (const total of ["85", "90"]) {
      expect(judged([veto("accident", total)], [accident], { accident: true })).toMatchObject({
        total: "85.00",
        composition: { cappedBy: null },
      });
    }
  });

  test("the strictest of several holds", () => {
    const several = [veto("b", "70"), veto("c", "50"), veto("d", "60")];
    const all = { b: true, c: true, d: true };
    expect(judged(several, [accident], all)).toMatchObject({ total: "50.00", composition: { cappedBy: "c" } });
    const equal = [...several, veto("e", "50")];
    expect(judged(equal, [accident], { ...all, e: true })).toMatchObject({ composition: { cappedBy: "c" } });
    expect(judged(several, [accident], { b: true, d: true })).toMatchObject({
      total: "60.00",
      composition: { cappedBy: "d" },
    });
  });

  test("isn't there without its facts, whatever was decided", () => {
    expect(judged(scheme, [], { accident: true })).toMatchObject({ total: "85.00", vetoes: [] });
    expect(judged(scheme, [opened("other", "general")], { accident: true }).vetoes).toEqual([]);
    expect(judged(scheme, [accident, storno(accident)], { accident: true }).vetoes).toEqual([]);
    expect(judged(scheme, [{ ...accident, kind: "finding.closed" }], { accident: true }).vetoes).toEqual([]);
  });
});

test("a veto counts facts of its own kind alone, whatever another veto of the scheme counts", () => {
  const closing = { ...veto("closing", "70"), when: { kind: "finding.closed", conditions: [], atLeast: 1 } };
  const sheet = judged([veto("accident", "60"), closing], [accident]);
  expect(sheet.vetoes.map((one) => one.code)).toEqual(["accident"]);
});

test("a veto counts the facts that stand and needs enough of them; several stand in the scheme's order", () => {
  const scheme = [veto("three", "60", 3), veto("two", "70", 2), veto("serious", "80", 1, "serious")];
  const facts = [opened("a", "fatal"), opened("b", "fatal"), opened("c", "serious")];
  expect(judged(scheme, facts).vetoes.map(({ code, count, atLeast }) => [code, count, atLeast])).toEqual([
    ["two", 2, 2],
    ["serious", 1, 1],
  ]);
  expect(judged(scheme, [...facts, opened("d", "fatal")]).vetoes.map((one) => one.code)).toEqual([
    "three",
    "two",
    "serious",
  ]);
});
