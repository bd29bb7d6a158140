import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meetingTemplate } from "../standards/testing.ts";
import type { Cadence } from "../standards/things.ts";
import { dutyChanges, type IssuedDuty } from "./plan-change-rules.ts";
import { obligationsOfLine } from "./plan-rules.ts";
import { type DutySlot, obligationStates } from "./things.ts";

const branch = {
  id: "branch",
  kind: "BRANCH",
  class: null,
  fullMembers: 9,
  validFrom: "2020-01-01",
  validTo: null,
  groups: [],
} as const;
const slots = (every: Cadence["every"], times = 1): DutySlot[] =>
  obligationsOfLine({ id: "line", template: meetingTemplate(), cadence: { every, times } }, branch, 2026);
const issued = (of: DutySlot[], changes: (slot: DutySlot) => Partial<IssuedDuty> = () => ({})): IssuedDuty[] =>
  of.map((slot, index) => ({
    ...slot,
    id: `duty ${index + 1}`,
    state: "todo",
    waivedByPlan: false,
    ofLine: true,
    ...changes(slot),
  }));
const june = "2026-06-01";
const days = (of: readonly DutySlot[]) => of.map(({ periodFrom }) => periodFrom.slice(5));

describe("a plan changed in June", () => {
  test("leaves January to May alone and takes the rest back where the work isn't wanted any more", () => {
    const { add, waive, keep } = dutyChanges([], issued(slots("month")), june, "2026-06-15");
    expect(add).toEqual([]);
    expect(waive).toEqual(["duty 6", "duty 7", "duty 8", "duty 9", "duty 10", "duty 11", "duty 12"]);
    expect(keep).toBe(5);
  });

  test("what was done, handed in or is past its day stays", () => {
    const states = { "2026-07-01": "discharged", "2026-08-01": "submitted" } as const;
    const of = issued(slots("month"), ({ periodFrom }) => ({
      state: states[periodFrom as keyof typeof states] ?? "todo",
    }));
    expect(dutyChanges([], of, "2026-05-01", "2026-06-15").waive).toEqual([
      "duty 6",
      "duty 9",
      "duty 10",
      "duty 11",
      "duty 12",
    ]);
  });

  test("asks for more from then on, and never for a month whose days are over", () => {
    const { add, waive } = dutyChanges(slots("month", 2), issued(slots("month")), "2026-05-01", "2026-06-15");
    expect(days(add)).toEqual(["06-01", "07-01", "08-01", "09-01", "10-01", "11-01", "12-01"]);
    expect(add.every(({ occurrence }) => occurrence === 2)).toBe(true);
    expect(waive).toEqual([]);
  });

  test("to each month instead of each quarter asks for nothing in the quarter that has begun", () => {
    const { add, waive } = dutyChanges(slots("month"), issued(slots("quarter")), june, "2026-06-01");
    expect(days(add)).toEqual(["07-01", "08-01", "09-01", "10-01", "11-01", "12-01"]);
    expect(waive).toEqual(["duty 3", "duty 4"]);
  });

  test("doesn't ask again for what was done ahead under the old frequency", () => {
    const done = issued(slots("quarter"), ({ periodFrom }) => ({
      state: periodFrom === "2026-07-01" ? "discharged" : "todo",
    }));
    expect(days(dutyChanges(slots("month"), done, june, june).add)).toEqual(["10-01", "11-01", "12-01"]);
  });

  test("doesn't ask again by another line for what one that ended made and was done", () => {
    const ended = issued(slots("month"), ({ periodFrom }) => ({
      ofLine: false,
      state: periodFrom <= "2026-07-01" ? "discharged" : "waived",
    }));
    const { add, waive, keep } = dutyChanges(slots("month"), ended, june, june);
    expect(days(add)).toEqual(["08-01", "09-01", "10-01", "11-01", "12-01"]);
    expect([waive, keep]).toEqual([[], 0]);
  });

  test("and changed back opens what it waived, but nothing that somebody waived by decision", () => {
    const waived = issued(slots("month"), ({ periodFrom }) => ({
      state: periodFrom >= june ? "waived" : "todo",
      waivedByPlan: periodFrom > june,
    }));
    const { reopen, add } = dutyChanges(slots("month"), waived, june, june);
    expect(reopen).toEqual(["duty 7", "duty 8", "duty 9", "duty 10", "duty 11", "duty 12"]);
    expect(add).toEqual([]);
  });

  test("moves the last day of what is still open", () => {
    const of = slots("year");
    const earlier = of.map((slot) => ({ ...slot, periodFrom: june, dueOn: "2026-10-31" }));
    const duties = issued(of, () => ({ periodFrom: june }));
    expect(dutyChanges(earlier, duties, june, june).move).toEqual([{ id: "duty 1", dueOn: "2026-10-31" }]);
    const done = duties.map((duty): IssuedDuty => ({ ...duty, state: "discharged" }));
    expect(dutyChanges(earlier, done, june, june).move).toEqual([]);
  });
});

test("changing twice to the same changes nothing the second time, and no two standing duties overlap", () => {
  const every = fc.constantFrom<Cadence["every"]>("month", "two_months", "quarter", "half_year", "year");
  const month = fc.integer({ min: 1, max: 12 }).map((number) => `2026-${String(number).padStart(2, "0")}-01`);
  fc.assert(
    fc.property(
      every,
      every,
      month,
      month,
      fc.array(fc.constantFrom(...obligationStates)),
      (old, now, from, today, st) => {
        let next = 0;
        const before = issued(slots(old), () => ({ state: st[next++] ?? "todo" }));
        const { add, waive, reopen } = dutyChanges(slots(now), before, from, today);
        const after = [
          ...before.map((duty): IssuedDuty => {
            if (waive.includes(duty.id)) return { ...duty, state: "waived", waivedByPlan: true };
            return reopen.includes(duty.id) ? { ...duty, state: "todo", waivedByPlan: false } : duty;
          }),
          ...issued([...add]).map((duty) => ({ ...duty, id: `new ${duty.id}` })),
        ];
        expect(dutyChanges(slots(now), after, from, today)).toMatchObject({ add: [], waive: [], reopen: [], move: [] });
        for (const duty of before) {
          const same = after.find(({ id }) => id === duty.id);
          if (duty.periodFrom < from || duty.dueOn < today || duty.state === "discharged") expect(same).toEqual(duty);
        }
        const standing = after.filter(({ state }) => state !== "waived");
        for (const [index, a] of standing.entries()) {
          for (const b of standing.slice(index + 1))
            expect(a.periodFrom > b.periodTo || b.periodFrom > a.periodTo).toBe(true);
        }
      },
    ),
  );
});
