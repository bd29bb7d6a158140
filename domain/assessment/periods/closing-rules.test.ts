import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRefusal } from "../../kernel/refusal.ts";
import { type PeriodStanding, type PeriodState, periodActions, periodStates } from "../period-things.ts";
import {
  belongsTo,
  type ClosingCircumstances,
  decideClosing,
  decideReopening,
  startPublicity,
} from "./closing-rules.ts";
import { postedIn } from "./posting-rules.ts";
import { nameOfPeriod, parsePeriod, periodsWithin } from "./span-rules.ts";

const standing = (name: string, given: Partial<PeriodStanding> = {}): PeriodStanding => ({
  ...parsePeriod(name)!,
  state: "open",
  version: 1,
  closing: null,
  publicityFrom: null,
  publicityTo: null,
  ...given,
});
const circumstances = (given: Partial<ClosingCircumstances> = {}): ClosingCircumstances => ({
  today: "2026-12-31",
  newestClosing: 6,
  states: new Map(),
  pendingLeaves: 0,
  openDisputes: 0,
  waitingVetoes: 0,
  ...given,
});
const states = (...closed: string[]) => new Map<string, PeriodState>(closed.map((name) => [name, "closed"]));
const monthsOf = (name: string) => periodsWithin("month", parsePeriod(name)!).map(nameOfPeriod);
const calendar = { holidays: [], workdays: [] };
const inPublicity = (given: Partial<PeriodStanding> = {}) =>
  standing("2026-03", {
    state: "publicity",
    closing: 4,
    publicityFrom: "2026-04-09",
    publicityTo: "2026-04-15",
    ...given,
  });

describe("the states of a period", () => {
  test("open leads to publicity or straight to closed, publicity to closed, closed is only reopened", () => {
    expect(periodActions).toEqual({
      open: { start_publicity: "publicity", close: "closed" },
      publicity: { close: "closed" },
      closed: { reopen: "open" },
    });
    expect(Object.keys(periodActions)).toEqual(periodStates);
  });
});

describe("which version holds a fact", () => {
  test("the facts that came before its closing, an open version all of them", () => {
    expect(belongsTo(4, 4)).toBe(true);
    expect(belongsTo(3, 4)).toBe(true);
    expect(belongsTo(5, 4)).toBe(false);
    expect(belongsTo(5, null)).toBe(true);
  });

  test("a later closing holds all that an earlier one held", () => {
    const number = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(number, number, number, (fact, closing, later) => {
        if (belongsTo(fact, closing)) expect(belongsTo(fact, closing + later)).toBe(true);
      }),
    );
  });

  test("a fact is booked in the month it counts in, or in the first open month after it", () => {
    expect(postedIn("2026-03-31", new Set())).toBe("2026-03");
    expect(postedIn("2026-03-31", new Set(["2026-03"]))).toBe("2026-04");
    expect(postedIn("2025-11-02", new Set(["2025-11", "2025-12", "2026-01"]))).toBe("2026-02");
    expect(postedIn("2026-03-31", new Set(["2026-02", "2026-04"]))).toBe("2026-03");
  });
});

describe("closing", () => {
  test("takes the group's next closing number", () => {
    expect(decideClosing(standing("2026-03"), circumstances())).toEqual(
      standing("2026-03", { state: "closed", closing: 7 }),
    );
  });

  test("is refused until five days after the last day are over", () => {
    expect(decideClosing(standing("2026-03"), circumstances({ today: "2026-04-05" }))).toMatchObject({
      code: "period.grace_days",
      values: { period: "2026-03", days: 5, from: "2026-04-06" },
    });
    expect(decideClosing(standing("2026-03"), circumstances({ today: "2026-04-06" }))).toMatchObject({
      state: "closed",
    });
  });

  test("is refused while figures are missing and nobody settled them", () => {
    expect(decideClosing(standing("2026-03"), circumstances({ pendingLeaves: 3 }))).toMatchObject({
      code: "period.leaves_pending",
      values: { period: "2026-03", count: 3 },
    });
  });

  test("of a closed period is refused", () => {
    const closed = standing("2026-03", { state: "closed", closing: 4 });
    expect(decideClosing(closed, circumstances())).toMatchObject({
      code: "period.already_closed",
      values: { period: "2026-03" },
    });
  });

  test("of a year needs each of its months closed", () => {
    const today = "2027-01-06";
    const year = standing("2026");
    const all = states(...monthsOf("2026"));
    expect(decideClosing(year, circumstances({ today, states: all }))).toMatchObject({ state: "closed" });
    for (const state of ["open", "publicity", undefined] as const) {
      const some = new Map(all);
      if (state === undefined) some.delete("2026-08");
      else some.set("2026-08", state);
      expect(decideClosing(year, circumstances({ today, states: some }))).toMatchObject({
        code: "period.sub_period_open",
        values: { period: "2026", open: "2026-08" },
      });
    }
  });

  test("of a year asks for a quarter or half-year only once it was used", () => {
    const today = "2027-01-06";
    const used = (name: string, state: PeriodState) => states(...monthsOf("2026")).set(name, state);
    const year = standing("2026");
    for (const name of ["2026-Q3", "2026-H2"]) {
      expect(decideClosing(year, circumstances({ today, states: used(name, "open") }))).toMatchObject({
        code: "period.sub_period_open",
        values: { open: name },
      });
      expect(decideClosing(year, circumstances({ today, states: used(name, "closed") }))).toMatchObject({
        state: "closed",
      });
    }
  });

  test("of a quarter asks neither for itself nor for longer periods", () => {
    const known = states(...monthsOf("2026-Q1"))
      .set("2026-Q1", "open")
      .set("2026-H1", "open")
      .set("2026", "open");
    expect(decideClosing(standing("2026-Q1", { version: 2 }), circumstances({ states: known }))).toMatchObject({
      state: "closed",
      version: 2,
    });
  });

  test("of a reopened month doesn't ask for itself", () => {
    const known = new Map<string, PeriodState>([["2026-03", "open"]]);
    expect(decideClosing(standing("2026-03", { version: 2 }), circumstances({ states: known }))).toMatchObject({
      state: "closed",
    });
  });
});

describe("publicity (EVA-12)", () => {
  test("begins tomorrow, lasts five workdays and ends the entries under the next closing number", () => {
    expect(startPublicity(standing("2026-03"), circumstances({ today: "2026-04-08" }), calendar)).toEqual(
      inPublicity({ closing: 7 }),
    );
  });

  test("moves its last day past holidays", () => {
    const holidays = { holidays: ["2026-04-13"], workdays: [] };
    expect(startPublicity(standing("2026-03"), circumstances({ today: "2026-04-08" }), holidays)).toMatchObject({
      publicityTo: "2026-04-16",
    });
  });

  test("starts only from open, and under the conditions of closing", () => {
    expect(startPublicity(inPublicity(), circumstances(), calendar)).toMatchObject({
      code: "period.not_open",
      values: { period: "2026-03" },
    });
    const start = (given: Partial<ClosingCircumstances>, name = "2026-03") =>
      startPublicity(standing(name), circumstances(given), calendar);
    expect(start({ today: "2026-04-05" })).toMatchObject({ code: "period.grace_days" });
    expect(start({ pendingLeaves: 1 })).toMatchObject({ code: "period.leaves_pending" });
    expect(start({}, "2026-Q1")).toMatchObject({ code: "period.sub_period_open", values: { open: "2026-01" } });
  });

  test("is closed after its last day under the number it has", () => {
    expect(decideClosing(inPublicity(), circumstances({ today: "2026-04-15" }))).toMatchObject({
      code: "period.in_publicity",
      values: { period: "2026-03", to: "2026-04-15" },
    });
    expect(decideClosing(inPublicity(), circumstances({ today: "2026-04-16" }))).toEqual(
      inPublicity({ state: "closed" }),
    );
  });

  test("not while a veto waits for a person, straight from open or from publicity", () => {
    for (const period of [standing("2026-03"), inPublicity()]) {
      const waiting = circumstances({ today: "2026-04-16", waitingVetoes: 3 });
      expect(decideClosing(period, waiting)).toMatchObject({ code: "period.vetoes_waiting", values: { count: 3 } });
    }
    expect(isRefusal(startPublicity(standing("2026-03"), circumstances({ waitingVetoes: 3 }), calendar))).toBe(false);
  });

  test("is not closed while a dispute waits for its answer", () => {
    expect(decideClosing(inPublicity(), circumstances({ today: "2026-04-16", openDisputes: 2 }))).toMatchObject({
      code: "period.disputes_open",
      values: { count: 2 },
    });
  });
});

describe("reopening", () => {
  const closed = standing("2026-03", {
    state: "closed",
    closing: 4,
    publicityFrom: "2026-04-09",
    publicityTo: "2026-04-15",
  });

  test("starts the next version without closing and publicity", () => {
    expect(decideReopening(closed, "漏录", states("2026-03"))).toEqual(standing("2026-03", { version: 2 }));
  });

  test("needs a closed period and a reason", () => {
    for (const period of [standing("2026-03"), inPublicity()]) {
      expect(decideReopening(period, "漏录", states())).toMatchObject({
        code: "period.not_closed",
        values: { period: "2026-03" },
      });
    }
    expect(decideReopening(closed, " ", states())).toMatchObject({ code: "period.reason_missing", field: "reason" });
  });

  test.each(["2026-Q1", "2026-H1", "2026"])("is refused while %s around it has ended", (name) => {
    for (const state of ["closed", "publicity"] as const) {
      expect(decideReopening(closed, "漏录", new Map([[name, state]]))).toMatchObject({
        code: "period.longer_not_open",
        values: { period: "2026-03", longer: name },
      });
    }
    expect(decideReopening(closed, "漏录", new Map([[name, "open"]]))).toMatchObject({ state: "open" });
  });

  test("doesn't ask for longer periods that don't contain it", () => {
    expect(decideReopening(closed, "漏录", states("2026-Q2", "2026-H2", "2025"))).toMatchObject({ version: 2 });
  });
});

test("closing and reopening never leave a closed period around an open month", () => {
  const names = ["2026-01", "2026-02", "2026-03", "2026-Q1", "2026"];
  const steps = fc.array(fc.tuple(fc.constantFrom(...names), fc.boolean()), { maxLength: 40 });
  fc.assert(
    fc.property(steps, (chosen) => {
      const known = new Map<string, PeriodState>(
        periodsWithin("month", parsePeriod("2026")!)
          .map(nameOfPeriod)
          .filter((name) => name > "2026-03")
          .map((name) => [name, "closed"]),
      );
      const standings = new Map(names.map((name) => [name, standing(name)]));
      let newestClosing = 0;
      for (const [name, reopens] of chosen) {
        const period = standings.get(name)!;
        const next = reopens
          ? decideReopening(period, "漏录", known)
          : decideClosing(period, circumstances({ today: "2027-02-01", newestClosing, states: known }));
        if (isRefusal(next)) continue;
        expect(next.closing === null || next.closing === newestClosing + 1).toBe(true);
        newestClosing = next.closing ?? newestClosing;
        standings.set(name, next);
        known.set(name, next.state);
        const quarterOpen = names.slice(0, 3).some((month) => known.get(month) !== "closed");
        if (known.get("2026-Q1") === "closed") expect(quarterOpen).toBe(false);
        if (known.get("2026") === "closed") expect(quarterOpen || known.get("2026-Q1") === "open").toBe(false);
      }
    }),
  );
});
