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

test("what is held on occasion and owed by nobody is no missing duty", () => {
  const template = meetingTemplate({ code: "study_visit", cadence: null });
  const { notDischarged } = decide({}, { templates: [template], obligations: [] });
  expect(notDischarged).toEqual([{ templateCode: "study_visit", reason: "discharge.on_occasion", missing: [] }]);
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

  test("主题党日 with a 党课 that nobody held is a 主题党日 alone (MTG-18)", () => {
    const lecture = meetingTemplate({
      code: "party_lecture",
      version: 3,
      votingRule: undefined,
      checks: [
        { code: "lecturer", check: "lecturer_named", parameters: {}, effect: "blocking", name: { zh: "讲", en: "L" } },
      ],
    });
    const theme = meetingTemplate({ code: "theme_day", votingRule: undefined });
    const obligations = [
      obligation({ templateCode: "theme_day" }),
      obligation({ id: "lecture", templateCode: "party_lecture" }),
    ];
    const counted = (templates: RecordInput["templates"]) => {
      const decision = decide({}, { templates, obligations });
      const codes = decision.standards.filter((one) => one.counted).map((one) => one.templateCode);
      const facts = decision.facts.filter(({ kind }) => kind === "record.standard" || kind === "attendance");
      return { codes, facts: facts.map(({ attributes }) => attributes.template) };
    };
    const themeAlone = { codes: ["theme_day"], facts: ["theme_day", "theme_day"] };
    expect(counted([theme, lecture])).toEqual(themeAlone);
    expect(counted([lecture, theme])).toEqual(themeAlone);
    // It has to be something: a record that meets none stays what it was entered as first.
    expect(counted([lecture])).toEqual({ codes: ["party_lecture"], facts: ["party_lecture", "party_lecture"] });
    expect(decide({}, { templates: [theme, lecture], obligations }).standards).toMatchObject([
      { templateVersion: 1 },
      { templateVersion: 3 },
    ]);
  });

  test("a topic counts for the type that it is ticked for and no other", () => {
    const topics = [{ code: "study", name: { zh: "学习", en: "Study" }, required: false }];
    const check = (code: string) => ({
      code,
      check: "topic_covered" as const,
      parameters: { topic: "study" },
      effect: "scored" as const,
      name: { zh: "学习", en: "Study" },
    });
    const type = (code: string) => meetingTemplate({ code, topics, checks: [check("study")], votingRule: undefined });
    const passed = (covered: RecordEntry["topics"]) =>
      decide(
        { topics: covered },
        {
          templates: [type("theme_day"), type("group_study")],
          obligations: [obligation({ templateCode: "theme_day" })],
        },
      ).standards.map(({ standard }) => standard.passed);
    expect(passed(["study"])).toEqual([1, 0]);
    expect(passed([{ template: "group_study", code: "study" }])).toEqual([0, 1]);
    expect(passed(["study", { template: "group_study", code: "study" }])).toEqual([1, 1]);
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

  test("without an extension, or of a duty that is done, it is refused", () => {
    expect(() => makeUp(null)).toThrow("record.make_up_not_open");
    const done = { ...march, state: "discharged" as const };
    expect(() => makeUp("2026-04-10", [done, april])).toThrow("record.make_up_not_open");
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

  test("one without a tally doesn't shift the tallies of those after it", () => {
    const resolutions = [
      { title: "先", for: null, against: null, abstain: null },
      { title: "后", for: 3, against: 1, abstain: 0 },
    ];
    expect(decide({ resolutions }).votes).toMatchObject([{ resolution: { title: "后", for: 3, against: 1 } }]);
  });

  test("one without a tally is kept and not judged", () => {
    const resolutions = [{ title: "决议", for: 3, against: null, abstain: null }];
    expect(decide({ resolutions }).votes).toEqual([]);
  });
});
