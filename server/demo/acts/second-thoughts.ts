import {
  addDays,
  addMonths,
  type Month,
  monthOf,
  type PlainDate,
  plainDateIn,
} from "@dutyloop/domain/kernel/plain-date.ts";
import { correctRecord, makeUp, reverseRecord, type SubmittedRecord } from "../../modules/fulfilment/index.ts";
import { perform, type Workshop } from "../../platform/ritual/perform.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import type { DemoCalendar } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import type { CharacterName } from "../characters.ts";
import type { EnteredRecord } from "../entering.ts";
import { minutesOf } from "../wording.ts";

type Telling = { readonly at: (moment: Date) => Workshop; readonly calendar: DemoCalendar };

/**
 * What became of some records afterwards, each before its month was closed: a wrong mark and scant minutes are mended, and
 * one that was found untrue is taken back.
 */
export async function correctAndReverse(
  telling: Telling,
  entered: readonly EnteredRecord[],
  organizer: Caller,
  chance: Chance,
): Promise<void> {
  const { at, calendar } = telling;
  const ago = (months: number) => addMonths(monthOf(calendar.today), -months);
  const wrongMark = recordIn(entered, ago(4), "demo", (one) => wronglyPresent(one.input) !== null);
  if (wrongMark) {
    const { input } = wrongMark;
    const attendance = wronglyPresent(input) ?? input.attendance;
    await correct(telling, wrongMark, { ...input, attendance }, "核对签到：一名党员当日出差，误登为到会");
  }
  const scant = recordIn(entered, ago(5), "hasty", ({ input }) => input.minutes.length < 20);
  if (scant) {
    const main = scant.input.templateCodes[0] as string;
    const minutes = minutesOf(chance.of("fuller minutes"), main, ago(5), false);
    await correct(telling, scant, { ...scant.input, minutes }, "纪要过简，按会议记录本补充");
  }
  const untrue = recordIn(entered, ago(6), "hasty", ({ input }) => input.templateCodes.includes("theme_day"));
  if (untrue) {
    const found = at(calendar.at(`${ago(5)}-05`, "11:00"));
    const reason = "实地核实：当日未开展活动，照搬了上月内容，予以撤销";
    await perform(found, reverseRecord, organizer, { recordId: untrue.id, reason });
  }
}

/** 补课 of members who missed a 党课 or 主题党日 of the two months before this one, within two weeks. */
export async function makeUpForAbsences(
  { at, calendar }: Telling,
  entered: readonly EnteredRecord[],
  chance: Chance,
): Promise<number> {
  const yesterday = addDays(calendar.today, -1);
  const since = `${addMonths(monthOf(calendar.today), -2)}-01`;
  const missed = entered.filter(
    ({ branch, input }) =>
      (branch.department.character === "exemplary" || branch.department.character === "demo") &&
      input.hosts === undefined &&
      input.occurredOn >= since &&
      input.templateCodes.some((code) => code === "party_lecture" || code === "theme_day"),
  );
  let made = 0;
  for (const { id: recordId, branch, input, enteredAt } of missed) {
    const own = chance.of(`${branch.department.name} ${input.occurredOn}`);
    // Somebody always stays for whoever looks at the list of absences.
    const away = input.attendance.filter(({ presence }) => presence !== "present").slice(0, -1);
    const madeUpOn = addDays(input.occurredOn, own.whole(6, 14));
    if (madeUpOn > yesterday || calendar.at(madeUpOn, "17:30") <= enteredAt) continue;
    for (const { personId } of away) {
      const way = own.pick(["alone", "lesson", "at_home"] as const);
      const note = way === "lesson" ? "随第二批补课" : "学习材料并交流体会";
      const learned = { recordId, personId, madeUpOn, way, note, lateReason: "" };
      await perform(at(calendar.at(madeUpOn, "17:30")), makeUp, branch.secretary, learned);
      made += 1;
    }
  }
  return made;
}

/** A correction three days after the record was entered. */
export async function correct(
  { at, calendar }: Telling,
  { id: recordId, branch, enteredAt }: EnteredRecord,
  { organizationId: _organization, ...input }: SubmittedRecord,
  reason: string,
): Promise<void> {
  const day = addDays(plainDateIn(enteredAt, at(enteredAt).timeZone), 3);
  const moment = calendar.at([day, addDays(calendar.today, -1)].sort()[0] as PlainDate, "21:30");
  await perform(at(moment), correctRecord, branch.secretary, { ...input, recordId, version: 1, reason });
}

/** The first record of a month, in the order in which they were entered, of a branch that works so. */
function recordIn(
  entered: readonly EnteredRecord[],
  month: Month,
  character: CharacterName,
  fits: (record: EnteredRecord) => boolean,
): EnteredRecord | undefined {
  return entered.find(
    (one) => one.branch.department.character === character && monthOf(one.input.occurredOn) === month && fits(one),
  );
}

/** The marks with the last of those who were there on leave; null where only chair and recorder were there. */
function wronglyPresent({ attendance, chairId, recorderId }: SubmittedRecord): SubmittedRecord["attendance"] | null {
  const last = attendance.findLast(
    ({ personId, presence }) => presence === "present" && personId !== chairId && personId !== recorderId,
  );
  if (last === undefined) return null;
  return attendance.map((mark) => (mark === last ? { ...mark, presence: "leave", reason: "出差" } : mark));
}
