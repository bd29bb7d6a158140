import {
  addMonths,
  type DateRange,
  firstDayOf,
  halfYearOf,
  lastDayOf,
  type Month,
  quarterOf,
} from "../kernel/plain-date.ts";
import { hasCommittee } from "../organization/organization-rules.ts";
import { isBranchKind } from "../organization/things.ts";
import type { Cadence } from "../standards/things.ts";
import type { ObligationDraft, OwingOrganization, PlanLine } from "./things.ts";

/**
 * What an organisation owes in a year by one line of the plan, in the order of periods, then subjects, then
 * occurrences. Only whole sub-periods within the life of the owing organisation or 党小组 count: a new one owes nothing
 * until its first whole sub-period (MTG-21). 支委会 is owed only where there is a committee (ORG-11).
 */
export function obligationsOfLine(line: PlanLine, organization: OwingOrganization, year: number): ObligationDraft[] {
  const owing = owingSubjects(line, organization);
  return subPeriods(line.cadence.every, year).flatMap((period) =>
    owing
      .filter((subject) => livesThrough(subject, period) && livesThrough(organization, period))
      .flatMap((subject) =>
        Array.from({ length: line.cadence.times }, (_, index) => ({
          sourceId: line.id,
          organizationId: organization.id,
          subjectId: subject.id,
          templateCode: line.template.code,
          periodFrom: period.from,
          periodTo: period.to,
          dueOn: period.to,
          occurrence: index + 1,
        })),
      ),
  );
}

/** The text that makes an obligation unique: issuing a plan twice makes nothing twice. */
export function obligationKey(
  obligation: Pick<ObligationDraft, "sourceId" | "organizationId" | "subjectId" | "periodFrom" | "occurrence">,
): string {
  const { sourceId, organizationId, subjectId, periodFrom, occurrence } = obligation;
  return [sourceId, organizationId, subjectId, periodFrom, occurrence].join("|");
}

/** The sub-periods of a year, in order. */
export function subPeriods(every: Cadence["every"], year: number): DateRange[] {
  const january: Month = `${String(year).padStart(4, "0")}-01`;
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
  if (every === "month") return { from, to: lastDayOf(month) };
  if (every === "quarter") return quarterOf(from);
  return every === "half_year" ? halfYearOf(from) : { from, to: lastDayOf(addMonths(month, 11)) };
}

type Lifetime = Pick<OwingOrganization, "id" | "validFrom" | "validTo">;

function owingSubjects(line: PlanLine, organization: OwingOrganization): readonly Lifetime[] {
  if (!isBranchKind(organization.kind)) return [];
  switch (line.template.owedBy) {
    case "branch":
      return [organization];
    case "branch_with_committee":
      return hasCommittee(organization.fullMembers) ? [organization] : [];
    case "temporary_branch":
      return organization.kind === "TEMP_BRANCH" ? [organization] : [];
    case "group":
      return organization.groups.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  }
}

function livesThrough(lifetime: Lifetime, period: DateRange): boolean {
  return lifetime.validFrom <= period.from && (lifetime.validTo === null || lifetime.validTo >= period.to);
}
