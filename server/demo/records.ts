import {
  addDays,
  addMonths,
  type Month,
  monthOf,
  type PlainDate,
  quarterOf,
} from "@dutyloop/domain/kernel/plain-date.ts";
import type { SubmittedRecord } from "../modules/fulfilment/index.ts";
import { calledOut, expectedAt, marksOf } from "./attendance.ts";
import type { Branch, Member } from "./branch.ts";
import type { DemoCalendar } from "./calendar.ts";
import type { Chance } from "./chance.ts";
import { habitsIn } from "./characters.ts";
import { type Meeting, meetingsOf } from "./meetings.ts";
import { type Scene, scenesOf } from "./photographs.ts";
import { resolutionsOf } from "./resolutions.ts";
import { minutesOf, places, placesOutside, titleOf } from "./wording.ts";

/** A record that a secretary is going to enter: when, what, and which photograph of it there is. */
export type PlannedRecord = {
  readonly enteredAt: Date;
  readonly input: Omit<SubmittedRecord, "fileIds">;
  readonly scene: Scene | null;
};

/** Everything a branch enters up to yesterday, in the order of time. */
export function recordsOf(chance: Chance, branch: Branch, calendar: DemoCalendar): PlannedRecord[] {
  return calendar.months
    .flatMap((month) =>
      meetingsOf(chance, branch, month, calendar).map((meeting, index) =>
        recordOf(chance.of(`${month} ${index}`), branch, meeting, month, calendar),
      ),
    )
    .sort((a, b) => a.enteredAt.getTime() - b.enteredAt.getTime());
}

/** How the branch's secretary would enter a meeting. */
export function recordOf(
  chance: Chance,
  branch: Branch,
  meeting: Meeting,
  month: Month,
  calendar: DemoCalendar,
): PlannedRecord {
  const habits = habitsIn(branch.department.character, month, calendar.today);
  const main = meeting.templateCodes[0] as string;
  const [chair, recorder] = officersOf(branch, meeting);
  const officers = recorder ? [chair, recorder] : [chair];
  const usual = marksOf(chance, branch, meeting, habits.absence, officers);
  const emergency = main === "general_meeting" && isCalledOut(branch, month);
  const attendance = emergency ? calledOut(usual, officers) : usual;
  const votes = main === "general_meeting" && (emergency || chance.happens(0.6));
  const start = chance.whole(9, 16);
  const delay = chance.happens(habits.lateEntry) ? chance.whole(8, 15) : chance.whole(0, 3);
  const yesterday = addDays(calendar.today, -1);
  const planned = addDays(meeting.heldOn, delay);
  const minute = String(chance.whole(0, 59)).padStart(2, "0");
  const guest = chance.happens(0.08);
  const centralWork = !chance.happens(habits.topicMissing);
  return {
    enteredAt: calendar.at([planned, yesterday].sort()[0] as PlainDate, `${chance.whole(18, 20)}:${minute}`),
    scene: sceneOf(chance, branch, meeting, month, calendar),
    input: {
      organizationId: branch.id,
      subjectId: meeting.group === null ? branch.id : (branch.groupIds[meeting.group] as string),
      templateCodes: [...meeting.templateCodes],
      title: titleOf(chance, chance.pick(meeting.templateCodes), month),
      occurredOn: meeting.heldOn,
      startTime: `${String(start).padStart(2, "0")}:${chance.pick(["00", "30"])}`,
      endTime: `${start + 1}:${chance.pick(["30", "45"])}`,
      place:
        main === "theme_day" && chance.happens(0.3)
          ? chance.pick(placesOutside)
          : (places[branch.number % places.length] as string),
      chairId: chair.personId,
      recorderId: recorder?.personId ?? null,
      lecturer: meeting.templateCodes.includes("party_lecture") ? chance.pick(officers).name : null,
      minutes: minutesOf(chance, main, month, chance.happens(habits.shortMinutes)),
      topics: topicsOf(chance, main, centralWork),
      resolutions: votes ? resolutionsOf(chance, branch, attendance) : [],
      attendance,
      guests: guest ? [{ name: chance.pick(["入党积极分子代表", "发展对象代表", "党建部联系人", "班组长代表"]) }] : [],
    },
  };
}

/** Who chairs and who keeps the minutes; both are expected there. */
function officersOf(branch: Branch, meeting: Meeting): [Member, Member | undefined] {
  const there = expectedAt(branch, meeting);
  if (meeting.group === null) return [branch.members[0] as Member, there[1]];
  const leader = there.find(({ leadsGroup }) => leadsGroup) as Member;
  return [leader, there.find((member) => member !== leader)];
}

/** Branches on shifts are called out to a repair in about one quarter of five. */
function isCalledOut(branch: Branch, month: Month): boolean {
  const quarter = Math.floor(Number(quarterOf(`${month}-01`).from.slice(5, 7)) / 3) + Number(month.slice(0, 4)) * 4;
  return branch.department.character === "shifts" && (branch.number + quarter) % 5 === 0;
}

function topicsOf(chance: Chance, main: string, required: boolean): string[] {
  const some = (codes: readonly string[]) => codes.filter(() => chance.happens(0.55));
  switch (main) {
    case "theme_day":
      return [...(required ? ["central_work"] : []), ...some(["study", "practice"])];
    case "committee_meeting":
      return [...(required ? ["party_business"] : []), ...some(["higher_instructions", "safety"])];
    case "group_meeting":
      return some(["study", "team_safety"]);
    case "general_meeting":
      return some(["committee_report", "important_matter"]);
    default:
      return [];
  }
}

/** One record in ten has a photograph; last month's 主题党日 of the demo's branch and of the best branches always. */
function sceneOf(chance: Chance, branch: Branch, meeting: Meeting, month: Month, calendar: DemoCalendar): Scene | null {
  const main = meeting.templateCodes[0] as string;
  const scene = chance.pick(scenesOf(main));
  const { character } = branch.department;
  const shown = month === addMonths(monthOf(calendar.today), -1) && main === "theme_day";
  const always = shown && (character === "exemplary" || character === "demo");
  return chance.happens(0.1) || always ? scene : null;
}
