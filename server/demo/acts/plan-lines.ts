import type { WrittenLine } from "@dutyloop/domain/duties/plan-line-rules.ts";
import { type Month, monthOf, yearOf } from "@dutyloop/domain/kernel/plain-date.ts";
import type { DemoCalendar } from "../calendar.ts";

/** What every branch owes as its template says, and what the 党委 owes itself. */
const ofBranches = ["general_meeting", "committee_meeting", "group_meeting", "party_lecture", "theme_day"] as const;
export const ofCommittee = [
  "committee_session",
  "first_topic",
  "study_center",
  "strict_governance",
  "ideology",
] as const;
/** Work that is handed in rather than recorded. */
export const taskTemplates = ["one_plus_six", "member_practice", "model_posts", "talent_training"] as const;

const everybody: Omit<WrittenLine, "templateCode"> = {
  requirement: "basic",
  classes: [],
  kinds: [],
  cadence: null,
  direction: "",
  fromMonth: null,
  toMonth: null,
};

/**
 * The lines of the first group's plan of a year: basic work of everybody, of one class and of the 党委, and improving work
 * that each class takes its own way. The 党委, older than what the demo tells of, owes nothing before it.
 */
export function linesOfYear({ branchesFrom }: DemoCalendar, year: number, classes: ReadonlySet<string>): WrittenLine[] {
  const fromMonth: Month | null = year === yearOf(branchesFrom) ? monthOf(branchesFrom) : null;
  const lines = [
    ...ofBranches.map((templateCode) => ({ ...everybody, templateCode })),
    ...ofCommittee.map((templateCode) => ({ ...everybody, templateCode, fromMonth })),
    { ...everybody, templateCode: "one_plus_six", classes: ["供电所类"], toMonth: `${year}-06` },
    practice(["生产类", "供电所类"]),
    improving("model_posts", ["营销类"], "围绕优质服务，年内建成一个看得见、立得住的示范岗"),
    improving("talent_training", ["职能类"], "支部带着青年党员学业务，每人掌握一项新技能"),
  ];
  return inClasses(lines, classes);
}

/** The same after the change of June: where practice has begun to work, it is wanted every quarter, and of one class more. */
export function linesAfterJune(calendar: DemoCalendar, year: number, classes: ReadonlySet<string>): WrittenLine[] {
  const more = improving("member_practice", ["营销类"], "下半年起在营业厅和客户经理中推开，一支部一项目");
  return [
    ...linesOfYear(calendar, year, classes).map((line) =>
      line.templateCode === "member_practice" ? { ...line, cadence: { every: "quarter" as const, times: 1 } } : line,
    ),
    ...inClasses([more], classes),
  ];
}

/** A demo of a few branches hasn't every class. */
function inClasses(lines: readonly WrittenLine[], known: ReadonlySet<string>): WrittenLine[] {
  return lines.flatMap((line) => {
    const classes = line.classes.filter((name) => known.has(name));
    return classes.length === 0 && line.classes.length > 0 ? [] : [{ ...line, classes }];
  });
}

function practice(classes: readonly string[]): WrittenLine {
  return improving("member_practice", classes, "把安全生产和供电可靠性作为主题，一支部一项目");
}

function improving(templateCode: string, classes: readonly string[], direction: string): WrittenLine {
  return { ...everybody, templateCode, requirement: "improving", classes, direction };
}
