import type { Body } from "@dutyloop/contract/endpoints.ts";
import { stepRule } from "@dutyloop/domain/organization/basis-things.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { soundDays, stepBody, walkSteps } from "../../../testing/development-steps.ts";

let group: AssessedGroup;
let secretary: Client;
let branchId: string;
let generalId: string;
const members: string[] = [];

beforeAll(async () => {
  group = await assessedGroup();
  generalId = await group.organization("general", { kind: "GENERAL_BRANCH" });
  branchId = await group.organization("first", { parentId: generalId });
  await group.query("UPDATE organization SET valid_from = '2020-01-01'");
  for (const memberState of ["FULL", "FULL", "PROBATIONARY"] as const) {
    const body = { name: memberState, memberState, groupId: null, validFrom: "2020-01-01" };
    members.push((await group.office.ask("admitPerson", { params: { organizationId: branchId }, body })).personId);
  }
  secretary = await group.caller("secretary", "branch_secretary", branchId);
});
afterAll(() => group.close());

const apply = async (over: Partial<Body<"beginApplication">> = {}, by: Client = secretary) => {
  const person = { name: "申请人", bornOn: "2000-03-01" };
  const body = { on: soundDays[1] as string, papers: ["membership_application" as const], person, ...over };
  return (await by.ask("beginApplication", { params: { organizationId: branchId }, body })).personId;
};
/** An applicant whose steps before `next` are done. */
const before = async (next: number) => {
  const personId = await apply();
  await walkSteps(group.office, personId, [2, next - 1], members);
  return personId;
};
const at = (personId: string, step: number, over: Partial<Body<"takeStep">> = {}) => ({
  params: { personId, step },
  body: stepBody(step, members, over),
});
const shown = (personId: string) => secretary.ask("getDevelopment", { params: { personId } });
const states = (personId: string) =>
  group.query<{ state: string; from: string; to: string | null }>(
    `SELECT state, valid_from AS "from", valid_to AS "to" FROM membership WHERE person_id = $1 ORDER BY valid_from`,
    [personId],
  );

test("a new applicant stands in the register of the branch and at the second step", async () => {
  const personId = await apply();
  expect(await states(personId)).toEqual([{ state: "APPLICANT", from: "2023-01-10", to: null }]);
  const { person, stage, current, steps } = await shown(personId);
  expect([person.state, stage, current]).toEqual(["APPLICANT", 1, 2]);
  expect(steps[1]).toMatchObject({
    state: "open",
    latest: { on: "2023-02-10", rule: "DEV-T1", strength: "must" },
    warnings: [{ code: "development.overdue", rule: "DEV-T1" }],
  });
  expect(steps[2]?.state).toBe("locked");
});

test.each([
  [{ on: "2026-03-19" }, "development.date_in_future", "DEV-C3"],
  [{ person: { name: "x", bornOn: "2005-01-11" } }, "development.too_early", stepRule(1)],
  [{ papers: [] }, "development.papers_missing", stepRule(1)],
])("an application with %j is refused", async (over, code, rule) => {
  const body = {
    on: soundDays[1] as string,
    papers: ["membership_application" as const],
    person: { name: "x", bornOn: "2000-03-01" },
    ...over,
  };
  const refusal = await group.refused(
    secretary,
    "beginApplication",
    { params: { organizationId: branchId }, body },
    code,
  );
  expect(refusal.values.rule).toBe(rule);
});

test("nobody is developed by a temporary branch, and none but a branch takes applications", async () => {
  const temporary = await group.organization("task");
  await group.query("UPDATE organization SET kind = 'TEMP_BRANCH' WHERE id = $1", [temporary]);
  const person = { name: "x", bornOn: "2000-03-01" };
  const body = { on: "2026-02-01", papers: ["membership_application" as const], person };
  const to = (organizationId: string) => ({ params: { organizationId }, body });
  const refusal = await group.refused(
    group.office,
    "beginApplication",
    to(temporary),
    "organization.temporary_act.develop",
  );
  expect(refusal.values.rule).toBe("ORG-06");
  await group.refused(group.office, "beginApplication", to(generalId), "person.not_a_branch");
});

test.each([
  [3, 2, stepRule(3)],
  [7, 3, stepRule(7)],
  [15, 3, stepRule(15)],
  [17, 5, stepRule(17)],
  [24, 20, stepRule(24)],
])("a jump to step %i with only %i steps done is refused by the rule of the step", async (step, done, rule) => {
  const personId = await before(done);
  const refusal = await group.refused(
    group.office,
    "takeStep",
    at(personId, step),
    "development.previous_step_missing",
  );
  expect(refusal.values.rule).toBe(rule);
});

test("the states follow the steps, each from the day on which it was decided", async () => {
  const personId = await before(26);
  expect(await states(personId)).toEqual([
    { state: "APPLICANT", from: "2023-01-10", to: "2023-06-04" },
    { state: "ACTIVIST", from: "2023-06-05", to: "2024-06-30" },
    { state: "CANDIDATE", from: "2024-07-01", to: "2024-10-09" },
    { state: "PROBATIONARY", from: "2024-10-10", to: "2025-10-09" },
    { state: "FULL", from: "2025-10-10", to: null },
  ]);
  const acts = await group.query(
    `SELECT from_state, to_state, rule_id, effective_on, decided_by FROM member_act WHERE person_id = $1 ORDER BY effective_on`,
    [personId],
  );
  expect(acts).toEqual([
    {
      from_state: null,
      to_state: "APPLICANT",
      rule_id: stepRule(1),
      effective_on: "2023-01-10",
      decided_by: "APPLICANT",
    },
    {
      from_state: "APPLICANT",
      to_state: "ACTIVIST",
      rule_id: stepRule(3),
      effective_on: "2023-06-05",
      decided_by: "BRANCH",
    },
    {
      from_state: "ACTIVIST",
      to_state: "CANDIDATE",
      rule_id: "DEV-T2",
      effective_on: "2024-07-01",
      decided_by: "BRANCH",
    },
    {
      from_state: "CANDIDATE",
      to_state: "PROBATIONARY",
      rule_id: "MEM-01",
      effective_on: "2024-10-10",
      decided_by: "COMMITTEE",
    },
    {
      from_state: "PROBATIONARY",
      to_state: "FULL",
      rule_id: "DEV-T8",
      effective_on: "2025-10-10",
      decided_by: "COMMITTEE",
    },
  ]);
  const [dates] = await group.query("SELECT joined_on, standing_from FROM person WHERE id = $1", [personId]);
  expect(dates).toEqual({ joined_on: "2024-10-10", standing_from: "2025-10-10" });
  expect(await shown(personId)).toMatchObject({
    current: null,
    probationEndsOn: "2025-10-10",
    standingFrom: "2025-10-10",
  });
});

test.each([
  ["cultivation of less than a year", 7, { on: "2024-06-04" }, "development.before_previous_step", "DEV-C3"],
  ["a day that hasn't come", 2, { on: "2026-03-19" }, "development.date_in_future", "DEV-C3"],
  ["training of two days", 11, { training: { days: 2, hours: 8 } }, "development.training_too_short", "DEV-T5"],
  ["one introducer", 9, { supporters: [] }, "development.supporters_count", stepRule(9)],
  ["a conclusion nobody signed", 12, { conclusion: undefined }, "development.conclusion_not_signed", "DEV-C4"],
  ["no approver", 13, { approver: undefined }, "development.approver_missing", "DEV-C1"],
  [
    "a general branch without authorisation",
    13,
    { approver: { by: "general_branch" as const } },
    "development.approver_without_authority",
    "DEV-C1",
  ],
  ["an approval after half a year", 17, { on: "2025-04-11" }, "development.approval_lapsed", "DEV-T7"],
  ["papers that aren't there", 14, { papers: [] }, "development.papers_missing", stepRule(14)],
])("%s is refused", async (_what, step, over, code, rule) => {
  const personId = await before(step);
  const refusal = await group.refused(group.office, "takeStep", at(personId, step, over), code);
  expect(refusal.values.rule).toBe(rule);
});

test("cultivation takes a year to the day", async () => {
  const personId = await before(6);
  const refusal = await group.refused(
    group.office,
    "takeStep",
    at(personId, 6, { on: "2024-06-04" }),
    "development.too_early",
  );
  expect(refusal.values).toMatchObject({ rule: "DEV-T2", earliest: "2024-06-05" });
});

test("contacts and introducers are full members on the day, and of an organisation one can see", async () => {
  const personId = await before(9);
  const [first, , probationary] = members as [string, string, string];
  const people = (second: string) => ({ supporters: [{ personId: first }, { personId: second }] });
  await group.refused(
    secretary,
    "takeStep",
    at(personId, 9, people(probationary)),
    "development.supporter_not_full_member",
  );
  const elsewhere = await group.organization("second");
  const body = { name: "x", memberState: "FULL" as const, groupId: null, validFrom: "2026-01-01" };
  const foreign = await group.office.ask("admitPerson", { params: { organizationId: elsewhere }, body });
  await group.refused(
    secretary,
    "takeStep",
    at(personId, 9, people(foreign.personId)),
    "development.supporter_unknown",
  );
  const suspended = { supporters: [{ personId: first }, { personId: members[1] as string, rightsSuspended: true }] };
  await group.refused(secretary, "takeStep", at(personId, 9, suspended), "development.supporter_not_full_member");
});

test("what the committee approves is entered by who acts for it, not by the branch", async () => {
  const personId = await before(13);
  const refusal = await group.refused(secretary, "takeStep", at(personId, 13), "development.approval_of_superior");
  expect(refusal.values.rule).toBe("DEV-C1");
  expect((await shown(personId)).mayApprove).toBe(false);
  const seen = await group.office.ask("getDevelopment", { params: { personId } });
  expect(seen.mayApprove).toBe(true);
  await group.office.ask("takeStep", at(personId, 13));
});

test("a step may be left out by who acts for the committee, with the reason, but not those that make a member", async () => {
  const personId = await before(2);
  const body = { on: "2023-02-01", reason: "在原单位已谈话" };
  const to = (step: number) => ({ params: { personId, step }, body });
  await group.refused(secretary, "exemptStep", to(2), "development.approval_of_superior");
  await group.refused(group.office, "exemptStep", to(15), "development.exemption_impossible");
  const empty = { params: { personId, step: 2 }, body: { ...body, reason: "  " } };
  await group.refused(group.office, "exemptStep", empty, "request.invalid");
  await group.office.ask("exemptStep", to(2));
  const { steps, current } = await shown(personId);
  expect([steps[1]?.state, steps[1]?.exemption?.reason, current]).toEqual(["exempted", "在原单位已谈话", 3]);
});

test("an entry is taken back from the end, with the state it brought", async () => {
  const personId = await before(6);
  const entryOf = async (step: number) => (await shown(personId)).steps[step - 1]?.entry?.id as string;
  const back = async (step: number) => ({
    params: { personId, entryId: await entryOf(step) },
    body: { reason: "登记有误" },
  });
  await group.refused(secretary, "withdrawStep", await back(4), "development.later_step_taken");
  await group.refused(secretary, "withdrawStep", await back(1), "development.application_stays");
  await secretary.ask("withdrawStep", await back(5));
  expect(await secretary.ask("withdrawStep", await back(4))).toEqual({ state: "APPLICANT" });
  expect(await states(personId)).toEqual([{ state: "APPLICANT", from: "2023-01-10", to: null }]);
  const { current, person } = await shown(personId);
  expect([current, person.state]).toEqual([4, "APPLICANT"]);
  const gone = { params: { personId, entryId: personId }, body: { reason: "x" } };
  await group.refused(secretary, "withdrawStep", gone, "development.entry_unknown");
});

test("a failed review stays visible and the step stays open until it is passed", async () => {
  const personId = await before(10);
  await secretary.ask("takeStep", at(personId, 10, { conclusion: "failed" }));
  const [failed] = (await shown(personId)).steps.slice(9);
  expect([failed?.state, failed?.entry?.conclusion]).toEqual(["open", "failed"]);
  await group.refused(secretary, "takeStep", at(personId, 12), "development.previous_step_missing");
  await secretary.ask("takeStep", at(personId, 10, { on: "2024-08-22" }));
  const [passed] = (await shown(personId)).steps.slice(9);
  expect([passed?.state, passed?.on]).toEqual(["done", "2024-08-22"]);
});

test("a step isn't taken again once the filing or approval after it is settled", async () => {
  const personId = await before(5);
  const refusal = await group.refused(secretary, "takeStep", at(personId, 3), "development.step_settled");
  expect(refusal.values).toMatchObject({ rule: "DEV-C3", step: 3, by: 4 });
});

test("the group that a new member joins is one of the branch", async () => {
  const groupId = await group.organization("circle", { kind: "GROUP", parentId: branchId, validFrom: "2026-01-01" });
  const personId = await before(19);
  await group.refused(
    secretary,
    "takeStep",
    at(personId, 19, { groupId: generalId }),
    "person.group_of_another_branch",
  );
  await secretary.ask("takeStep", at(personId, 19, { groupId }));
  const rows = await group.query<{ group_id: string | null }>(
    "SELECT group_id FROM membership WHERE person_id = $1 AND valid_to IS NULL",
    [personId],
  );
  expect(rows).toEqual([{ group_id: groupId }]);
});

test("the same paper under two steps and several steps on one day are pointed out, not refused", async () => {
  const personId = await before(2);
  const files = ["a".repeat(64)];
  await secretary.ask("takeStep", at(personId, 2, { on: "2023-01-10", files }));
  await secretary.ask("takeStep", at(personId, 3, { files }));
  const { steps } = await shown(personId);
  expect(steps[1]?.warnings.map(({ code }) => code)).toEqual(["development.same_day", "development.same_paper"]);
  expect(steps[1]?.warnings.every(({ rule }) => rule === "DEV-C3")).toBe(true);
});
