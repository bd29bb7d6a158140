import { obligation } from "../duties/testing.ts";
import type { RosterEntry } from "../organization/things.ts";
import { meetingTemplate } from "../standards/testing.ts";
import type { RecordEntry, RecordInput } from "./things.ts";

/** A 正式党员 of the branch, with the parts a test wants to be different. */
export function member(personId: string, changes: Partial<RosterEntry> = {}): RosterEntry {
  return {
    personId,
    memberState: "FULL",
    exempt: false,
    leftOutOfVoters: false,
    groupId: null,
    committeeMember: false,
    ...changes,
  };
}

export const roster = ["a", "b", "c", "d"].map((personId) => member(personId));
export const allPresent = (people: readonly RosterEntry[]) =>
  people.map((person) => ({ personId: person.personId, presence: "present" as const }));

/** A general meeting on 15 January that everybody attended. */
export function entry(changes: Partial<RecordEntry> = {}): RecordEntry {
  return {
    title: "第一季度党员大会",
    occurredOn: "2026-01-15",
    startTime: "14:00",
    endTime: "16:00",
    place: "三楼会议室",
    minutes: "会议听取了支部工作报告,并讨论了季度安排。",
    topics: [],
    resolutions: [],
    attendance: allPresent(roster),
    guests: [],
    ...changes,
  };
}

/** The decision's input around an entry: one open quarter, entered the day after. */
export function input(content: Partial<RecordEntry> = {}, changes: Partial<RecordInput> = {}): RecordInput {
  return {
    organizationId: "branch",
    groupId: null,
    content: entry(content),
    templates: [meetingTemplate()],
    obligations: [obligation()],
    roster,
    today: "2026-01-16",
    enteredOn: "2026-01-16",
    ...changes,
  };
}
