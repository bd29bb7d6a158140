import type { SubmittedRecord } from "../modules/fulfilment/index.ts";
import type { Branch, Member } from "./branch.ts";
import { committeeOf } from "./branch.ts";
import type { Chance } from "./chance.ts";
import type { Meeting } from "./meetings.ts";
import { absenceReason } from "./wording.ts";

export type Marks = SubmittedRecord["attendance"];

/** Who is expected at a meeting of these types. */
export function expectedAt(branch: Branch, meeting: Meeting): readonly Member[] {
  if (meeting.group !== null) return branch.members.filter(({ group }) => group === meeting.group);
  return meeting.templateCodes.includes("committee_meeting") ? committeeOf(branch) : branch.members;
}

/**
 * Who came. The chair and the recorder are there; of a committee, which can only meet with half of its members, at most
 * one is away; in an emergency most are out at the repair.
 */
export function marksOf(
  chance: Chance,
  branch: Branch,
  meeting: Meeting,
  absence: number,
  officers: readonly Member[],
): Marks {
  const kind = branch.department.character === "shifts" ? "shifts" : "usual";
  let mayMiss = meeting.templateCodes.includes("committee_meeting") ? 1 : Number.POSITIVE_INFINITY;
  return expectedAt(branch, meeting).map((member) => {
    const away = chance.happens(Math.min(0.85, member.exempt ? 0.6 : absence * member.awayFactor));
    const { personId } = member;
    if (!away || officers.includes(member) || mayMiss-- <= 0) return { personId, presence: "present", reason: null };
    if (member.exempt) return { personId, presence: "leave", reason: "身体原因" };
    return chance.happens(0.06)
      ? { personId, presence: "absent", reason: "未说明" }
      : { personId, presence: "leave", reason: absenceReason(chance, kind) };
  });
}

/** Marks of a day on which nearly everybody was called out: too few for a vote. */
export function calledOut(marks: Marks, officers: readonly Member[]): Marks {
  const staying = new Set(officers.map(({ personId }) => personId));
  const last = Math.floor(marks.length * 0.4);
  return marks.map((mark, index) =>
    mark.presence !== "present" || staying.has(mark.personId) || index < last
      ? mark
      : { ...mark, presence: "leave", reason: "抢修" },
  );
}
