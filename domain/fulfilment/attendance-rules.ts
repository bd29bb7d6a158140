import { type Refusal, refuse } from "../kernel/refusal.ts";
import { isPartyMember, votingRight } from "../organization/organization-rules.ts";
import type { RosterEntry } from "../organization/things.ts";
import type { AttendanceMark, ExpectedParticipant, Participants, TemplateBody } from "../standards/things.ts";
import type { AttendanceCount } from "./things.ts";

/**
 * Who ought to attend: the members, the committee or the members of one 党小组, in the order of the roster. 预备党员 are
 * expected but don't vote (VOTE-09); those left out of the voters by resolution don't count in V (VOTE-08).
 */
export function expectedOf(
  roster: readonly RosterEntry[],
  participants: Participants,
  groupId: string | null,
): ExpectedParticipant[] {
  return roster
    .filter((person) => isPartyMember(person.memberState) && takesPart(person, participants, groupId))
    .map((person) => ({
      personId: person.personId,
      memberState: person.memberState,
      exempt: person.exempt,
      votes: votingRight(person.memberState) && !person.leftOutOfVoters && !person.impeded,
    }));
}

/** Everybody whom one of these types expects, once each, in the order of the roster. */
export function expectedOfAll(
  roster: readonly RosterEntry[],
  templates: readonly Pick<TemplateBody, "participants">[],
  groupId: string | null,
): ExpectedParticipant[] {
  const all = templates.flatMap(({ participants }) => expectedOf(roster, participants, groupId));
  const byPerson = new Map(all.map((person) => [person.personId, person]));
  return roster.flatMap((person) => byPerson.get(person.personId) ?? []);
}

function takesPart(person: RosterEntry, participants: Participants, groupId: string | null): boolean {
  switch (participants) {
    case "members":
      return true;
    case "committee":
    case "committee_members":
    case "leading_group_members":
      return person.committeeMember;
    case "group_members":
      return groupId !== null && person.groupId === groupId;
  }
}

/**
 * Why the attendance can't be taken, or null: somebody twice, somebody who wasn't a member that day (列席 is the way),
 * a member who isn't expected at this kind of meeting, somebody without a mark (nobody is assumed present), leave or
 * absence without a reason.
 */
export function attendanceRefusal(
  attendance: readonly AttendanceMark[],
  expected: readonly ExpectedParticipant[],
  roster: readonly RosterEntry[],
): Refusal | null {
  const members = new Set(roster.filter((person) => isPartyMember(person.memberState)).map((one) => one.personId));
  const expectedIds = new Set(expected.map((person) => person.personId));
  const seen = new Set<string>();
  for (const mark of attendance) {
    const values = { personId: mark.personId };
    if (!members.has(mark.personId)) return refuse("record.attendee.not_member", values, "attendance");
    if (!expectedIds.has(mark.personId)) return refuse("record.attendee.not_expected", values, "attendance");
    if (seen.has(mark.personId)) return refuse("record.attendee.twice", values, "attendance");
    seen.add(mark.personId);
    if (mark.presence !== "present" && (mark.reason ?? "").trim() === "") {
      return refuse("record.absence.reason_missing", values, "attendance");
    }
  }
  if (expected.length === 0) return refuse("record.attendance.nobody_expected", {}, "attendance");
  const missing = expected.length - seen.size;
  if (missing > 0) {
    return refuse("record.attendance.incomplete", { missing, expected: expected.length }, "attendance");
  }
  return null;
}

/** Present and expected without those exempt from the rate, who count in neither (MTG-19). */
export function countAttendance(
  expected: readonly ExpectedParticipant[],
  attendance: readonly AttendanceMark[],
): AttendanceCount {
  const present = new Set(attendance.filter((mark) => mark.presence === "present").map((mark) => mark.personId));
  const counted = expected.filter((person) => !person.exempt);
  return {
    expected: counted.length,
    present: counted.filter((person) => present.has(person.personId)).length,
    exempt: expected.length - counted.length,
  };
}
