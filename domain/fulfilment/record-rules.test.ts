import { describe, expect, test } from "vitest";
import { obligation } from "../duties/testing.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { groupTemplate, meetingTemplate } from "../standards/testing.ts";
import { decideRecord } from "./record-rules.ts";
import { allPresent, input, member, roster } from "./testing.ts";
import type { RecordDecision, RecordEntry, RecordInput } from "./things.ts";

function decide(content: Partial<RecordEntry> = {}, changes: Partial<RecordInput> = {}): RecordDecision {
  const answer = decideRecord(input(content, changes));
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer;
}
const kinds = (decision: RecordDecision) => decision.facts.map((fact) => fact.kind);

describe("a meeting held early for a duty of the quarter", () => {
  const decision = decide();

  test("discharges it on time", () => {
    expect(decision.discharges).toMatchObject([
      { obligation: { id: "obligation" }, templateCode: "general_meeting", timeliness: "on_time" },
    ]);
    expect(decision.notDischarged).toEqual([]);
    expect(decision.lateEntry).toBe(false);
  });

  test("counts in March as due and discharged, in January as held and attended", () => {
    expect(decision.facts).toMatchObject([
      { kind: "obligation.due", countsOn: "2026-03-31", quantity: "1" },
      { kind: "obligation.discharged", countsOn: "2026-03-31", occurredOn: "2026-01-15" },
      { kind: "record.standard", countsOn: "2026-01-15", quantity: "3", base: "3" },
      { kind: "attendance", countsOn: "2026-01-15", quantity: "4", base: "4", subjectId: null },
    ]);
  });

  test("names no person in any fact", () => {
    expect(JSON.stringify(decision.facts.map((fact) => [fact.attributes, fact.details]))).not.toContain("personId");
  });
});

describe("what doesn't discharge", () => {
  test("a missing blocking item is named, the record is kept", () => {
    const decision = decide({ title: " " });
    expect(decision.discharges).toEqual([]);
    expect(decision.notDischarged).toEqual([
      { templateCode: "general_meeting", reason: "discharge.blocking_item_missing", missing: ["topic"] },
    ]);
    expect(kinds(decision)).toEqual(["record.standard", "attendance"]);
  });

  test("a second meeting of the same quarter, a waived duty, one past its own deadline", () => {
    const reason = (changes: Parameters<typeof obligation>[0]) =>
      decide({}, { obligations: [obligation(changes)] }).notDischarged[0]?.reason;
    expect(reason({ state: "discharged" })).toBe("discharge.already_discharged");
    expect(reason({ state: "waived" })).toBe("discharge.waived");
    expect(reason({ dueOn: "2026-01-10" })).toBe("discharge.after_deadline");
  });

  test("one of two chosen types that nobody owes at that time", () => {
    const lecture = meetingTemplate({ code: "party_lecture" });
    const decision = decide({}, { templates: [meetingTemplate(), lecture] });
    expect(decision.discharges).toHaveLength(1);
    expect(decision.notDischarged).toEqual([
      { templateCode: "party_lecture", reason: "discharge.no_obligation", missing: [] },
    ]);
  });
});

describe("one record for several duties", () => {
  test("each type is judged by its own standard, and attendance counts once", () => {
    const lecture = meetingTemplate({
      code: "party_lecture",
      votingRule: undefined,
      checks: [
        { code: "lecturer", check: "lecturer_named", parameters: {}, effect: "blocking", name: { zh: "讲", en: "L" } },
      ],
    });
    const obligations = [obligation(), obligation({ id: "lecture", templateCode: "party_lecture" })];
    const decision = decide({}, { templates: [meetingTemplate(), lecture, lecture], obligations });
    expect(decision.discharges.map((one) => one.obligation.id)).toEqual(["obligation"]);
    expect(decision.notDischarged).toMatchObject([{ templateCode: "party_lecture", missing: ["lecturer"] }]);
    expect(kinds(decision).filter((kind) => kind === "attendance")).toHaveLength(1);
    const both = decide({ lecturer: "支部书记" }, { templates: [meetingTemplate(), lecture], obligations });
    expect(both.discharges.map((one) => one.obligation.id)).toEqual(["obligation", "lecture"]);
  });

  test("one obligation of each source line", () => {
    const obligations = [
      obligation(),
      obligation({ id: "second", occurrence: 2 }),
      obligation({ id: "notice", sourceId: "notice" }),
    ];
    expect(decide({}, { obligations }).discharges.map((one) => one.obligation.id)).toEqual(["obligation", "notice"]);
  });
});

describe("a make-up after the period", () => {
  const march = obligation({ id: "march", periodFrom: "2026-03-01", extendedTo: "2026-04-10" });
  const april = obligation({ id: "april", periodFrom: "2026-04-01", periodTo: "2026-04-30", dueOn: "2026-04-30" });
  const makeUp = (extendedTo: string | null, obligations = [{ ...march, extendedTo }, april]) =>
    decide(
      { occurredOn: "2026-04-02" },
      { obligations, makesUpFor: ["march"], today: "2026-04-20", enteredOn: "2026-04-20" },
    );

  test("is late under the approved extension and serves no other duty", () => {
    const decision = makeUp("2026-04-10");
    expect(decision.discharges).toMatchObject([{ obligation: { id: "march" }, timeliness: "late" }]);
    expect(decision.facts[1]).toMatchObject({
      countsOn: "2026-03-31",
      attributes: { timeliness: "late" },
      details: { days_late: 2, days_until_entry: 18 },
    });
    expect(decision.lateEntry).toBe(true);
  });

  test("is taken although its day lies in no other period", () => {
    expect(makeUp("2026-04-10", [march]).discharges).toHaveLength(1);
  });

  test("without an extension discharges nothing", () => {
    expect(makeUp(null).notDischarged).toMatchObject([{ reason: "discharge.after_deadline" }]);
  });
});

test("entered eight days after the event it is marked 补录, seven days after it isn't", () => {
  const entered = (enteredOn: string) => decide({}, { today: enteredOn, enteredOn }).lateEntry;
  expect([entered("2026-01-22"), entered("2026-01-23")]).toEqual([false, true]);
});

describe("people", () => {
  test("those exempt leave the rate whether they came or not, 预备党员 stay in it", () => {
    const people = [
      member("a"),
      member("b", { memberState: "PROBATIONARY" }),
      member("old", { exempt: true }),
      member("ill", { exempt: true }),
    ];
    const attendance = [
      { personId: "a", presence: "present" as const },
      { personId: "b", presence: "leave" as const, reason: "探亲" },
      { personId: "old", presence: "present" as const },
      { personId: "ill", presence: "leave" as const, reason: "住院" },
    ];
    const decision = decide({ attendance }, { roster: people });
    expect(decision.attendance).toEqual({ expected: 2, present: 1, exempt: 2 });
    expect(decision.facts.at(-1)).toMatchObject({ quantity: "1", base: "2" });
    const nobodyCounts = decide({ attendance: attendance.slice(2) }, { roster: people.slice(2) });
    expect(kinds(nobodyCounts)).not.toContain("attendance");
  });

  test("a 党小组会 expects its own 党小组 and discharges its own duty", () => {
    const people = [member("a", { groupId: "one" }), member("b", { groupId: "two" })];
    const owed = { templateCode: "group_meeting", periodTo: "2026-01-31", dueOn: "2026-01-31" };
    const decision = decide(
      { attendance: allPresent(people.slice(0, 1)) },
      {
        groupId: "one",
        templates: [groupTemplate()],
        roster: people,
        obligations: [
          obligation({ ...owed, id: "two", subjectId: "two" }),
          obligation({ ...owed, id: "one", subjectId: "one" }),
        ],
      },
    );
    expect(decision.discharges.map((one) => one.obligation.id)).toEqual(["one"]);
    expect(decision.content.expected.map((person) => person.personId)).toEqual(["a"]);
    expect(decision.facts.every((fact) => fact.subjectId === "one" && fact.organizationId === "branch")).toBe(true);
  });

  test("a general meeting that is a committee meeting too expects everybody once", () => {
    const people = [member("a", { committeeMember: true }), ...roster.slice(1)];
    const committee = meetingTemplate({ code: "committee_meeting", participants: "committee", votingRule: undefined });
    const decision = decide({}, { roster: people, templates: [committee, meetingTemplate()] });
    expect(decision.attendance.expected).toBe(4);
  });
});

describe("resolutions", () => {
  const people = Array.from({ length: 11 }, (_, index) => member(`p${index}`));
  const attended = (count: number, all = people) =>
    all.map((person, index) =>
      index < count
        ? { personId: person.personId, presence: "present" as const }
        : { personId: person.personId, presence: "absent" as const, reason: "出差" },
    );
  const vote = (agreed: number, count: number, all = people) =>
    decide(
      { attendance: attended(count, all), resolutions: [{ title: "决议", for: agreed, against: 0, abstain: 0 }] },
      { roster: all },
    ).votes[0]!.decision;

  test("eleven voters, five present: kept as a record, invalid because six are needed", () => {
    expect(vote(5, 5)).toMatchObject({ expected: 11, present: 5, quorumNeeded: 6, valid: false, passed: false });
    expect(vote(6, 6)).toMatchObject({ valid: true, passed: true });
  });

  test("预备党员 and those left out by resolution count neither in V nor in P", () => {
    const mixed = people.map((person, index) => ({
      ...person,
      memberState: index === 0 ? ("PROBATIONARY" as const) : ("FULL" as const),
      leftOutOfVoters: index === 1,
    }));
    expect(vote(3, 6, mixed)).toMatchObject({ expected: 9, present: 4, quorumNeeded: 5, valid: false });
  });

  test("one without a tally is kept and not judged", () => {
    const resolutions = [{ title: "决议", for: 3, against: null, abstain: null }];
    expect(decide({ resolutions }).votes).toEqual([]);
  });
});
