import type { PlainDate } from "../../kernel/plain-date.ts";
import type { WorkCalendar } from "../../kernel/workdays.ts";
import { approvedSteps, concludedSteps } from "../development-things.ts";
import { type DevelopmentCase, developmentLimits, type Supporter, type TakenStep } from "./case-facts.ts";

/** 2025, 2026 with a holiday in June, so that the years are known; 2027 isn't. */
export const calendar: WorkCalendar = { holidays: ["2024-06-10", "2025-06-02", "2026-06-19"], workdays: [] };
export const limits = developmentLimits;

/** When each step of a case without fault was taken. */
export const soundDates: Readonly<Record<number, PlainDate>> = {
  1: "2024-01-10",
  2: "2024-02-01",
  3: "2024-06-03",
  4: "2024-06-20",
  5: "2024-06-25",
  6: "2025-06-03",
  7: "2025-07-01",
  8: "2025-07-10",
  9: "2025-07-15",
  10: "2025-08-20",
  11: "2025-08-25",
  12: "2025-09-01",
  13: "2025-09-15",
  14: "2025-09-20",
  15: "2025-10-10",
  16: "2025-11-01",
  17: "2025-12-01",
  18: "2025-12-01",
  19: "2025-12-05",
  20: "2025-12-20",
  21: "2026-10-10",
  22: "2026-10-08",
  23: "2026-10-20",
  24: "2026-11-10",
  25: "2026-11-20",
};

export function supporter(personId: string, changes: Partial<Supporter> = {}): Supporter {
  return { personId, state: "FULL", rightsSuspended: false, ...changes };
}

export function taken(step: number, changes: Partial<TakenStep> = {}): TakenStep {
  return {
    step,
    on: soundDates[step] ?? "2026-11-20",
    conclusion: concludedSteps.includes(step) ? "passed" : null,
    concludedBy: concludedSteps.includes(step) ? "secretary" : null,
    people: step === 5 ? [supporter("a")] : step === 9 ? [supporter("a"), supporter("b")] : [],
    training: step === 11 ? { days: 3, hours: 20 } : null,
    approver: approvedSteps.includes(step) ? { kind: "COMMITTEE", authorised: false } : null,
    files: [`paper of ${step}`],
    ...changes,
  };
}

/** A case in which every step before `next` was taken. */
export function caseBefore(next: number, changes: Partial<DevelopmentCase> = {}): DevelopmentCase {
  return {
    birthDate: "2000-01-01",
    branchKind: "BRANCH",
    taken: Array.from({ length: next - 1 }, (_, index) => taken(index + 1)),
    exemptions: [],
    notice: { from: "2025-06-20", to: "2025-06-30" },
    specialApproval: false,
    extensionMonths: null,
    deferredMonths: 0,
    ...changes,
  };
}
