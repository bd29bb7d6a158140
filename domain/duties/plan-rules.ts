import {
  addMonths,
  type DateRange,
  firstDayOf,
  halfYearOf,
  isPlainDate,
  lastDayOf,
  type Month,
  type PlainDate,
  quarterOf,
  yearOf,
} from "../kernel/plain-date.ts";
import { hasCommittee } from "../organization/organization-rules.ts";
import { isBranchKind, isCommitteeKind } from "../organization/things.ts";
import type { Cadence } from "../standards/things.ts";
import type { DutySlot, ObligationDraft, OwingOrganization, PlanLine } from "./things.ts";

/** How many duties one plan may make; more are refused with their number before any is made. */
export const mostDuties = 2_000_000;

/**
 * Who owes a line how often: `subjects` each owe the same `slots`. Subjects that live alike share one pattern, so that
 * a plan for many branches is counted, and made, by patterns and not one by one.
 */
export type OwedPattern = {
  readonly slots: readonly DutySlot[];
  readonly subjects: readonly { readonly organizationId: string; readonly subjectId: string }[];
};

/**
 * The patterns of a line over organisations. Only whole sub-periods within the life of the owing organisation or 党小组
 * count: a new one owes nothing until its first whole sub-period (MTG-21). 支委会 is owed only where there is a committee
 * (ORG-11). 双重组织生活 of leaders is counted from records and never owed line by line.
 */
export function patternsOfLine(
  line: PlanLine,
  organizations: readonly OwingOrganization[],
  year: number,
): OwedPattern[] {
  const slots = slotsOfLine(line, year);
  const patterns = new Map<string, { slots: readonly DutySlot[]; subjects: OwedPattern["subjects"][number][] }>();
  for (const organization of organizations) {
    for (const subject of owingSubjects(line, organization)) {
      // Slots are in the order of their periods and a life is one stretch, so what is lived through is one stretch too.
      const lived = (slot: DutySlot) => livesThrough(subject, slot) && livesThrough(organization, slot);
      const first = slots.findIndex(lived);
      if (first === -1) continue;
      const last = slots.findLastIndex(lived);
      const key = `${first} ${last}`;
      const pattern = patterns.get(key) ?? { slots: slots.slice(first, last + 1), subjects: [] };
      pattern.subjects.push({ organizationId: organization.id, subjectId: subject.id });
      patterns.set(key, pattern);
    }
  }
  return [...patterns.values()];
}

/** How many duties these patterns make, by arithmetic alone. */
export function countDuties(patterns: readonly OwedPattern[]): number {
  return patterns.reduce((sum, { slots, subjects }) => sum + slots.length * subjects.length, 0);
}

/** What one organisation owes in a year by one line, in the order of periods, then subjects, then occurrences. */
export function obligationsOfLine(line: PlanLine, organization: OwingOrganization, year: number): ObligationDraft[] {
  const drafts = patternsOfLine(line, [organization], year).flatMap(({ slots, subjects }) =>
    subjects.flatMap((subject) =>
      slots.map((slot) => ({ ...subject, ...slot, sourceId: line.id, templateCode: line.template.code })),
    ),
  );
  return drafts.toSorted(
    (a, b) => order(a.periodFrom, b.periodFrom) || order(a.subjectId, b.subjectId) || order(a.occurrence, b.occurrence),
  );
}

/** Whether any organisation of this kind and class is reached by the line, however long it stands. */
export function reaches(line: PlanLine, organization: OwingOrganization): boolean {
  return owingSubjects(line, organization).length > 0;
}

/** The text that makes an obligation unique: issuing a plan twice makes nothing twice. */
export function obligationKey(
  obligation: Pick<
    ObligationDraft,
    "sourceId" | "organizationId" | "subjectId" | "periodFrom" | "periodTo" | "occurrence"
  >,
): string {
  const { sourceId, organizationId, subjectId, periodFrom, periodTo, occurrence } = obligation;
  return [sourceId, organizationId, subjectId, periodFrom, periodTo, occurrence].join("|");
}

/**
 * Each time that a line demands its work in a year: whole sub-periods within its months. What is owed once a year is owed
 * in the months of the line.
 */
function slotsOfLine({ cadence, fromMonth, toMonth }: PlanLine, year: number): DutySlot[] {
  const from = fromMonth ? firstDayOf(fromMonth) : `${yearText(year)}-01-01`;
  const to = toMonth ? lastDayOf(toMonth) : `${yearText(year)}-12-31`;
  const periods =
    cadence.every === "year"
      ? [{ from, to }]
      : subPeriods(cadence.every, year).filter((period) => period.from >= from && period.to <= to);
  return periods.flatMap((period) =>
    Array.from({ length: cadence.times }, (_, index) => ({
      periodFrom: period.from,
      periodTo: period.to,
      // Where the line says the months, they say the day too.
      dueOn: toMonth ? period.to : dueOn(cadence, period),
      occurrence: index + 1,
    })),
  );
}

/** The sub-periods of a year, in order. */
export function subPeriods(every: Cadence["every"], year: number): DateRange[] {
  const january: Month = `${yearText(year)}-01`;
  const periods: DateRange[] = [];
  for (let month = january; month.slice(0, 4) === january.slice(0, 4); ) {
    const period = periodFrom(every, month);
    periods.push(period);
    month = addMonths(period.to.slice(0, 7), 1);
  }
  return periods;
}

function periodFrom(every: Cadence["every"], month: Month): DateRange {
  const from = firstDayOf(month);
  switch (every) {
    case "month":
      return { from, to: lastDayOf(month) };
    case "two_months":
      return { from, to: lastDayOf(addMonths(month, 1)) };
    case "quarter":
      return quarterOf(from);
    case "half_year":
      return halfYearOf(from);
    case "year":
      return { from, to: lastDayOf(addMonths(month, 11)) };
  }
}

/** The end of the period, or of a yearly duty its own day: one of the next year where its window begins after it (MTG-11). */
function dueOn(cadence: Cadence, period: DateRange): PlainDate {
  const { every, due } = cadence;
  if (every !== "year" || due === undefined) return period.to;
  const begins = cadence.window?.from ?? due;
  const year = yearOf(period.from) + (due < begins ? 1 : 0);
  const day: PlainDate = `${yearText(year)}-${due}`;
  return isPlainDate(day) ? day : lastDayOf(day.slice(0, 7));
}

type Lifetime = Pick<OwingOrganization, "id" | "validFrom" | "validTo">;

function owingSubjects(line: PlanLine, organization: OwingOrganization): readonly Lifetime[] {
  const { kind } = organization;
  const { classes = [], kinds = [] } = line;
  if (kinds.length > 0 && !kinds.includes(kind)) return [];
  if (classes.length > 0 && (organization.class === null || !classes.includes(organization.class))) return [];
  const itself = (owes: boolean) => (owes ? [organization] : []);
  switch (line.template.owedBy) {
    case "branch":
      return itself(isBranchKind(kind));
    case "branch_with_committee":
      return itself(isBranchKind(kind) && hasCommittee(organization.fullMembers));
    case "temporary_branch":
      return itself(kind === "TEMP_BRANCH");
    case "general_branch":
      return itself(kind === "GENERAL_BRANCH");
    case "committee":
      return itself(isCommitteeKind(kind));
    case "leading_group":
      return itself(kind === "LEADING_GROUP");
    case "group":
      return isBranchKind(kind) ? organization.groups : [];
    case "leader":
      return [];
  }
}

function livesThrough(lifetime: Lifetime, slot: DutySlot): boolean {
  return lifetime.validFrom <= slot.periodFrom && (lifetime.validTo === null || lifetime.validTo >= slot.periodTo);
}

function order<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function yearText(year: number): string {
  return String(year).padStart(4, "0");
}
