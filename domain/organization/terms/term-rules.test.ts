import { describe, expect, test } from "vitest";
import type { OrganizationKind } from "../things.ts";
import { remindersUpTo } from "./reminder-rules.ts";
import { moveFinding, moveRefusal, type Term, termEnd, termStanding } from "./term-rules.ts";

const term = (changes: Partial<Term> = {}): Term => ({
  kind: "BRANCH",
  beganOn: "2023-03-16",
  movedMonths: 0,
  projectEndsOn: null,
  ...changes,
});

describe("the end of a term", () => {
  test.each<[OrganizationKind, string | null]>([
    ["COMMITTEE", "2028-03-16"],
    ["OFFICE_COMMITTEE", "2028-03-16"],
    ["DISCIPLINE_COMMITTEE", "2028-03-16"],
    ["GENERAL_BRANCH", "2026-03-16"],
    ["BRANCH", "2026-03-16"],
    ["JOINT_BRANCH", "2026-03-16"],
    ["PROJECT_BRANCH", "2026-03-16"],
    ["PARTY_GROUP", null],
    ["TEMP_BRANCH", null],
    ["GROUP", null],
    ["LEADING_GROUP", null],
  ])("of a %s is %s", (kind, expected) => {
    expect(termEnd(term({ kind }))).toBe(expected);
    expect(termStanding(term({ kind }), "2024-01-01")?.endsOn ?? null).toBe(expected);
  });

  test.each<[Partial<Term>, string]>([
    [{ beganOn: "2024-02-29" }, "2027-02-28"],
    [{ beganOn: "2024-02-29", kind: "COMMITTEE", movedMonths: -12 }, "2028-02-28"],
    [{ movedMonths: 12 }, "2027-03-16"],
    [{ movedMonths: -3 }, "2025-12-16"],
    [{ kind: "PROJECT_BRANCH", projectEndsOn: "2025-06-30" }, "2025-06-30"],
    [{ kind: "PROJECT_BRANCH", projectEndsOn: "2027-06-30" }, "2026-03-16"],
    [{ kind: "PROJECT_BRANCH", projectEndsOn: "2027-01-31", movedMonths: 12 }, "2027-01-31"],
  ])("with %j is %s", (changes, expected) => expect(termEnd(term(changes))).toBe(expected));

  test("a group's own months take the place of the rule's", () => {
    const months = { ...({} as Record<OrganizationKind, number | null>), BRANCH: 60 };
    expect(termEnd(term(), months)).toBe("2028-03-16");
  });
});

describe("a term that ends on 2026-03-16", () => {
  test.each([
    ["2025-09-15", "in_term", 182, 0],
    ["2025-09-16", "approaching", 181, 0],
    ["2026-03-15", "approaching", 1, 0],
    ["2026-03-16", "due", 0, 0],
    ["2026-03-17", "overdue", -1, 0],
    ["2026-03-22", "overdue", -6, 0],
    ["2026-03-23", "overdue", -7, 1],
    ["2026-03-30", "overdue", -14, 2],
  ])("on %s is %s, %i days left, escalated %i times", (today, state, daysLeft, escalations) => {
    expect(termStanding(term(), today)).toEqual({
      state,
      endsOn: "2026-03-16",
      regularEndsOn: "2026-03-16",
      daysLeft,
      escalations,
    });
  });

  test("moved by three months is approaching three months later", () => {
    const moved = term({ movedMonths: 3 });
    expect(termStanding(moved, "2025-12-15")).toMatchObject({ state: "in_term", regularEndsOn: "2026-03-16" });
    expect(termStanding(moved, "2025-12-16")).toMatchObject({ state: "approaching", endsOn: "2026-06-16" });
  });
});

describe("reminders", () => {
  const on = (today: string) => remindersUpTo("2026-08-31", today);

  test("come six, four, three and one month before, on the day, and then weekly to the superior", () => {
    expect(on("2026-09-14").map((each) => [each.on, each.monthsBefore, each.overdue, each.rule, each.to])).toEqual([
      ["2026-02-28", 6, 0, "ORG-15", "organization"],
      ["2026-04-30", 4, 0, "ORG-16", "organization"],
      ["2026-05-31", 3, 0, "ORG-16", "organization"],
      ["2026-07-31", 1, 0, "ORG-16", "organization"],
      ["2026-08-31", 0, 0, "ORG-16", "organization"],
      ["2026-09-07", null, 1, "ORG-16", "superior"],
      ["2026-09-14", null, 2, "ORG-16", "superior"],
    ]);
  });

  test.each([
    ["2026-02-27", 0],
    ["2026-02-28", 1],
    ["2026-04-29", 1],
    ["2026-08-31", 5],
    ["2026-09-06", 5],
    ["2026-09-07", 6],
  ])("up to %s there are %i", (today, count) => expect(on(today)).toHaveLength(count));

  test("only the one of six months is called usual by the regulation, the others are practice", () => {
    expect(on("2026-09-07").map(({ strength }) => strength)).toEqual([
      "general",
      "practice",
      "practice",
      "practice",
      "practice",
      "practice",
    ]);
  });
});

describe("moving an election", () => {
  test.each([
    [12, true, null],
    [-12, true, null],
    [3, false, "term.move_without_approval"],
    [-3, false, "term.move_without_approval"],
    [0, true, "term.months_invalid"],
    [1.5, true, "term.months_invalid"],
  ])("by %d months, approved %s: %s", (months, approved, code) => {
    expect(moveRefusal(months, approved)?.code ?? null).toBe(code);
  });

  test.each([
    [11, false],
    [12, false],
    [13, true],
    [-12, false],
    [-13, true],
  ])("by %i months is longer than usual: %s", (months, longer) => {
    const found = moveFinding(months);
    expect(found !== null).toBe(longer);
    if (longer) expect(found).toMatchObject({ rule: "ORG-17", strength: "general", values: { months: 13, most: 12 } });
  });

  test("the approval is a must", () => {
    expect(moveRefusal(3, false)).toMatchObject({ values: { rule: "ORG-17", strength: "must" }, field: "approved" });
  });
});
