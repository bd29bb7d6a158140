import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupTemplate, meetingTemplate } from "../standards/testing.ts";
import type { Cadence, TemplateBody } from "../standards/things.ts";
import { countDuties, obligationKey, obligationsOfLine, patternsOfLine, reaches, subPeriods } from "./plan-rules.ts";
import type { LineReach, OwingOrganization } from "./things.ts";

const branch = (changes: Partial<OwingOrganization> = {}): OwingOrganization => ({
  id: "branch",
  kind: "BRANCH",
  class: "A",
  fullMembers: 9,
  validFrom: "2020-01-01",
  validTo: null,
  groups: [
    { id: "group-2", validFrom: "2020-01-01", validTo: null },
    { id: "group-1", validFrom: "2026-02-15", validTo: null },
  ],
  ...changes,
});
const line = (template: TemplateBody, cadence: Cadence = template.cadence as Cadence) => ({
  id: "line",
  template,
  cadence,
});
const committee = meetingTemplate({
  code: "committee_meeting",
  owedBy: "branch_with_committee",
  participants: "committee",
  cadence: { every: "month", times: 1 },
});
const owed = (template: TemplateBody, changes?: Partial<OwingOrganization>, cadence?: Cadence) =>
  obligationsOfLine(line(template, cadence), branch(changes), 2026);

describe("what a branch owes in a year", () => {
  test("a general meeting each quarter, due on its last day", () => {
    expect(owed(meetingTemplate()).map((one) => [one.periodFrom, one.dueOn])).toEqual([
      ["2026-01-01", "2026-03-31"],
      ["2026-04-01", "2026-06-30"],
      ["2026-07-01", "2026-09-30"],
      ["2026-10-01", "2026-12-31"],
    ]);
  });

  test("twice a half-year means four obligations with an occurrence each", () => {
    const drafts = owed(meetingTemplate(), {}, { every: "half_year", times: 2 });
    expect(drafts.map((one) => [one.periodFrom, one.occurrence])).toEqual([
      ["2026-01-01", 1],
      ["2026-01-01", 2],
      ["2026-07-01", 1],
      ["2026-07-01", 2],
    ]);
  });

  test("支委会 with seven 正式党员, none with six", () => {
    expect(owed(committee, { fullMembers: 7 })).toHaveLength(12);
    expect(owed(committee, { fullMembers: 6 })).toEqual([]);
  });

  test("the seven tasks of a temporary branch, of no other kind (ORG-06)", () => {
    const tasks = meetingTemplate({ code: "seven_tasks", owedBy: "temporary_branch" });
    expect(owed(tasks, { kind: "TEMP_BRANCH" })).toHaveLength(4);
    for (const kind of ["BRANCH", "PROJECT_BRANCH", "JOINT_BRANCH"] as const) expect(owed(tasks, { kind })).toEqual([]);
  });

  test("党小组会 for each 党小组, a new one from its first whole month", () => {
    const drafts = owed(groupTemplate());
    expect(drafts.filter((one) => one.subjectId === "group-2")).toHaveLength(12);
    const young = drafts.filter((one) => one.subjectId === "group-1");
    expect(young[0]!.periodFrom).toBe("2026-03-01");
    expect(young).toHaveLength(10);
    expect(drafts.every((one) => one.organizationId === "branch")).toBe(true);
  });

  test("its 党小组 owe nothing after the branch itself has ended", () => {
    const drafts = owed(groupTemplate(), { validTo: "2026-03-31" });
    expect(drafts.filter((one) => one.subjectId === "group-2")).toHaveLength(3);
  });

  test("nothing before its first whole period and nothing after its last", () => {
    expect(owed(meetingTemplate(), { validFrom: "2026-01-02" })[0]!.periodFrom).toBe("2026-04-01");
    expect(owed(meetingTemplate(), { validFrom: "2026-04-01" })).toHaveLength(3);
    expect(owed(meetingTemplate(), { validTo: "2026-06-30" })).toHaveLength(2);
    expect(owed(meetingTemplate(), { validTo: "2026-06-29" })).toHaveLength(1);
    expect(owed(meetingTemplate(), { validFrom: "2027-01-01" })).toEqual([]);
  });

  test("only branches owe branch meetings", () => {
    expect(owed(meetingTemplate(), { kind: "COMMITTEE" })).toEqual([]);
    expect(owed(meetingTemplate(), { kind: "TEMP_BRANCH" })).toHaveLength(4);
  });

  test("issuing twice gives the same obligations in the same order, each with a key of its own", () => {
    const cadence = fc.record({
      every: fc.constantFrom("month", "quarter", "half_year", "year"),
      times: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(cadence, fc.constantFrom(meetingTemplate(), committee, groupTemplate()), (rhythm, template) => {
        const first = owed(template, {}, rhythm);
        const again = owed(template, { groups: branch().groups.toReversed() }, rhythm);
        expect(again).toEqual(first);
        expect(new Set(first.map(obligationKey)).size).toBe(first.length);
      }),
    );
  });
});

describe("whom a line reaches, and when", () => {
  const reached = (reach: LineReach, changes: Partial<OwingOrganization> = {}, cadence?: Cadence) =>
    obligationsOfLine({ ...line(meetingTemplate(), cadence), ...reach }, branch(changes), 2026);
  const monthly: Cadence = { every: "month", times: 1 };

  test("twelve for class A and four for class B, nothing for those without a class", () => {
    const ofClass = (name: string | null) => [
      ...reached({ classes: ["A"] }, { class: name }, monthly),
      ...reached({ classes: ["B", "C"] }, { class: name }),
    ];
    expect([ofClass("A").length, ofClass("B").length, ofClass(null).length]).toEqual([12, 4, 0]);
    expect(reached({}, { class: null })).toHaveLength(4);
  });

  test("only the kinds it names", () => {
    expect(reached({ kinds: ["TEMP_BRANCH", "JOINT_BRANCH"] })).toEqual([]);
    expect(reached({ kinds: ["JOINT_BRANCH"] }, { kind: "JOINT_BRANCH" })).toHaveLength(4);
    // A kind never owes what the template isn't for.
    expect(reached({ kinds: ["COMMITTEE"] }, { kind: "COMMITTEE" })).toEqual([]);
    expect(reaches({ ...line(meetingTemplate()), kinds: ["BRANCH"] }, branch({ validFrom: "2099-01-01" }))).toBe(true);
    expect(reaches({ ...line(meetingTemplate()), kinds: ["COMMITTEE"] }, branch())).toBe(false);
  });

  test("whole periods within its months; what is owed once, within them", () => {
    const summer: LineReach = { fromMonth: "2026-05", toMonth: "2026-10" };
    expect(reached(summer, {}, monthly)).toHaveLength(6);
    expect(reached(summer).map(({ periodFrom }) => periodFrom)).toEqual(["2026-07-01"]);
    const once = reached(summer, {}, { every: "year", times: 1, due: "11-30" });
    expect(once).toMatchObject([{ periodFrom: "2026-05-01", periodTo: "2026-10-31", dueOn: "2026-10-31" }]);
  });
});

test("duties counted by arithmetic are as many as there are, of any branches and lines", () => {
  const day = fc
    .integer({ min: 0, max: 24 })
    .map((months) => `${2025 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`);
  const span = fc.tuple(day, fc.option(day)).map(([from, to]) => ({ validFrom: from, validTo: to }));
  const organization = fc.record({
    kind: fc.constantFrom("BRANCH" as const, "TEMP_BRANCH" as const, "COMMITTEE" as const, "LEADING_GROUP" as const),
    class: fc.constantFrom("A", "B", null),
    fullMembers: fc.integer({ min: 0, max: 12 }),
    span,
    groups: fc.array(span, { maxLength: 3 }),
  });
  const template = fc.constantFrom(
    meetingTemplate(),
    committee,
    groupTemplate(),
    meetingTemplate({ owedBy: "committee" }),
  );
  const cadence = fc.record({
    every: fc.constantFrom<Cadence["every"]>("month", "two_months", "quarter", "half_year", "year"),
    times: fc.integer({ min: 1, max: 3 }),
  });
  const classes = fc.subarray(["A", "B"]);
  const property = fc.property(fc.array(organization), template, cadence, classes, (made, of, rhythm, names) => {
    const organizations = made.map(({ span: life, groups, ...rest }, index) => ({
      ...rest,
      ...life,
      id: `o${index}`,
      groups: groups.map((group, number) => ({ id: `g${index}.${number}`, ...group })),
    }));
    const planned = { ...line(of, rhythm), classes: names };
    const one = organizations.flatMap((each) => obligationsOfLine(planned, each, 2026));
    const patterns = patternsOfLine(planned, organizations, 2026);
    expect(countDuties(patterns)).toBe(one.length);
    const keys = patterns.flatMap(({ slots, subjects }) =>
      subjects.flatMap((subject) => slots.map((slot) => obligationKey({ ...subject, ...slot, sourceId: "line" }))),
    );
    expect(keys.sort()).toEqual(one.map(obligationKey).sort());
  });
  fc.assert(property);
});

test("the sub-periods of a year follow each other without gap", () => {
  expect(subPeriods("month", 2024)[1]).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  expect(subPeriods("half_year", 2026)).toEqual([
    { from: "2026-01-01", to: "2026-06-30" },
    { from: "2026-07-01", to: "2026-12-31" },
  ]);
  expect(subPeriods("year", 2026)).toEqual([{ from: "2026-01-01", to: "2026-12-31" }]);
  expect(subPeriods("month", 2026)).toHaveLength(12);
});
