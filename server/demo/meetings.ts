import { type Month, monthOf, type PlainDate, quarterOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { hasCommittee } from "@dutyloop/domain/organization/organization-rules.ts";
import type { Branch } from "./branch.ts";
import { type DemoCalendar, workingDays } from "./calendar.ts";
import type { Chance } from "./chance.ts";
import { habitsIn } from "./characters.ts";
import { demoDepartment } from "./departments.ts";

/** An event that a branch or one of its 党小组 held. */
export type Meeting = {
  readonly templateCodes: readonly string[];
  readonly group: number | null;
  readonly heldOn: PlainDate;
};
type Intended = Meeting & { readonly quarterly: boolean };

/** What a branch held in a month, in the order of time, up to yesterday. What it left out stays owed. */
export function meetingsOf(ofBranch: Chance, branch: Branch, month: Month, calendar: DemoCalendar): Meeting[] {
  const chance = ofBranch.of(month);
  const { from: quarterFrom } = quarterOf(`${month}-01`);
  const intended = intendedMeetings(chance, planOfQuarter(ofBranch.of(`quarter ${quarterFrom}`)), branch, month);
  const current = month === monthOf(calendar.today);
  const monthly = intended.filter((meeting) => !meeting.quarterly).length;
  const { gap } = habitsIn(branch.department.character, month, calendar.today);
  // A branch that owes one or two meetings leaves none out: its month would be worth nothing.
  let mayMiss = Math.floor(monthly / 2.5);
  let quarterlyMayMiss = 1;
  return intended
    .filter((meeting) => {
      const chosen = chance.happens(meeting.templateCodes.includes("theme_day") ? gap / 4 : gap);
      if (current && branch.department.name === demoDepartment && leftForVisitors(meeting)) return false;
      if (!chosen) return true;
      if (meeting.quarterly) return quarterlyMayMiss-- <= 0;
      return mayMiss-- <= 0;
    })
    .filter((meeting) => meeting.heldOn < calendar.today)
    .sort((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0));
}

/** In the month of today the demo's own branch has still to hold what a visitor may want to enter. */
function leftForVisitors({ templateCodes, group }: Meeting): boolean {
  return (
    templateCodes.some((code) => code === "theme_day" || code === "committee_meeting" || code === "party_lecture") ||
    group === 1
  );
}

function intendedMeetings(chance: Chance, quarter: QuarterPlan, branch: Branch, month: Month): Intended[] {
  const day = (from: number, to: number) => chance.pick(workingDays(month, from, to));
  const themeDay = day(8, 22);
  const monthInQuarter = Number(month.slice(5)) - Number(quarterOf(`${month}-01`).from.slice(5, 7));
  const held = (
    templateCodes: string[],
    heldOn: PlainDate,
    quarterly = false,
    group: number | null = null,
  ): Intended => ({
    templateCodes,
    group,
    heldOn,
    quarterly,
  });
  const full = branch.members.filter(({ memberState }) => memberState === "FULL").length;
  const lecture = quarter.lectureMonth === monthInQuarter;
  return [
    held(lecture && quarter.together ? ["theme_day", "party_lecture"] : ["theme_day"], themeDay),
    ...(hasCommittee(full) ? [held(["committee_meeting"], day(3, 12))] : []),
    ...branch.groupIds.map((_, group) => held(["group_meeting"], day(6, 26), false, group)),
    ...(lecture && !quarter.together ? [held(["party_lecture"], day(10, 26), true)] : []),
    ...(quarter.generalMonth === monthInQuarter ? [held(["general_meeting"], day(9, 25), true)] : []),
  ];
}

type QuarterPlan = { lectureMonth: number; generalMonth: number; together: boolean };

/** Drawn once for the quarter, so that its three months agree. */
function planOfQuarter(chance: Chance): QuarterPlan {
  return { lectureMonth: chance.whole(0, 2), generalMonth: chance.whole(0, 2), together: chance.happens(0.35) };
}
