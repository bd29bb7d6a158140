import { describe, expect, test } from "vitest";
import { obligation } from "../duties/testing.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { meetingTemplate } from "../standards/testing.ts";
import { attendanceRate } from "./attendance-rate.ts";
import { decideJointRecord } from "./joint-rules.ts";
import { input, member } from "./testing.ts";
import type { JoiningHost, RecordInput } from "./things.ts";

const theme = meetingTemplate({ code: "theme_day", votingRule: undefined });
/** A branch with so many people of whom so many came, and its duty. */
function host(id: string, expected: number, present: number, owes = true): JoiningHost {
  const roster = Array.from({ length: expected }, (_, index) => member(`${id}${index}`));
  return {
    organizationId: id,
    groupId: null,
    roster,
    obligations: owes
      ? [obligation({ id: `duty-${id}`, organizationId: id, subjectId: id, templateCode: "theme_day" })]
      : [],
    attendance: roster.map(({ personId }, index) =>
      index < present ? { personId, presence: "present" } : { personId, presence: "leave", reason: "出差" },
    ),
    guests: [],
  };
}
function lead({ attendance, guests, ...place }: JoiningHost, changes: Partial<RecordInput> = {}): RecordInput {
  return { ...input({ attendance, guests }), templates: [theme], ...place, ...changes };
}
const [first, second, third] = [host("a", 12, 10), host("b", 9, 9), host("c", 15, 12)];
const guests = ["甲", "乙"].map((name) => ({ personId: null, name }));
const decide = (others: readonly JoiningHost[], changes: Partial<RecordInput> = {}) => {
  const decision = decideJointRecord(lead({ ...first, guests }, changes), others);
  if (isRefusal(decision)) throw new Error(decision.code);
  return decision;
};

describe("a 主题党日 of three branches with two who sit in", () => {
  const decision = decide([second, third]);
  const all = [decision.lead, ...decision.others];

  test("meets three duties, one of each", () => {
    expect(all.flatMap(({ discharges }) => discharges.map((one) => one.obligation.id))).toEqual([
      "duty-a",
      "duty-b",
      "duty-c",
    ]);
  });

  test("has the rate of each branch and of all of them to the figure", () => {
    expect(all.map(({ attendance }) => attendanceRate(attendance))).toEqual(["83.33", "100.00", "80.00"]);
    expect(decision.together).toEqual({ expected: 36, present: 31, exempt: 0 });
    expect(attendanceRate(decision.together)).toBe("86.11");
  });

  test("counts for each branch what its own people did", () => {
    const attendance = all.flatMap(({ facts }) => facts.filter(({ kind }) => kind === "attendance"));
    expect(attendance.map(({ organizationId, quantity, base }) => [organizationId, quantity, base])).toEqual([
      ["a", "10", "12"],
      ["b", "9", "9"],
      ["c", "12", "15"],
    ]);
  });
});

test("a branch that joins without owing anything that day is taken with its people", () => {
  const { others } = decide([host("b", 9, 9, false)]);
  expect(others[0]).toMatchObject({
    discharges: [],
    notDischarged: [{ reason: "discharge.no_obligation" }],
    attendance: { expected: 9 },
  });
});

test("a make-up is looked for at the host that owes it", () => {
  const late = { ...second.obligations[0]!, dueOn: "2026-01-10", extendedTo: "2026-01-20" };
  const { others } = decide([{ ...second, obligations: [late] }], { makesUpFor: ["duty-b"] });
  expect(others[0]?.discharges).toMatchObject([{ obligation: { id: "duty-b" }, timeliness: "late" }]);
});

test.each<[string, string, readonly JoiningHost[]]>([
  ["a host that is named twice", "record.host.twice", [second, second]],
  ["the host that leads among those that join", "record.host.twice", [first]],
  ["somebody counted at two branches", "record.attendee.in_two_hosts", [{ ...second, attendance: first.attendance }]],
  ["a branch with people who have no mark", "record.attendance.incomplete", [{ ...second, attendance: [] }]],
])("%s is refused", (_, code, others) => {
  expect(() => decide(others)).toThrow(code);
});
