import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import { soundDays, stepBody, walkSteps } from "../../../testing/development-steps.ts";

let group: AssessedGroup;
let branchId: string;
const members: string[] = [];

beforeAll(async () => {
  group = await assessedGroup();
  branchId = await group.organization("first");
  await group.query("UPDATE organization SET valid_from = '2020-01-01'");
  for (const name of ["甲", "乙"]) {
    const body = { name, memberState: "FULL" as const, groupId: null, validFrom: "2020-01-01" };
    members.push((await group.office.ask("admitPerson", { params: { organizationId: branchId }, body })).personId);
  }
});
afterAll(() => group.close());

const before = async (next: number) => {
  const person = { name: "申请人", bornOn: "2000-03-01" };
  const body = { on: soundDays[1] as string, papers: ["membership_application" as const], person };
  const { personId } = await group.office.ask("beginApplication", { params: { organizationId: branchId }, body });
  await walkSteps(group.office, personId, [2, next - 1], members);
  return personId;
};
const shown = (personId: string) => group.office.ask("getDevelopment", { params: { personId } });
const extension = { on: "2025-10-15", months: 6, resolved: true, approver: { by: "committee" as const } };

test("probation is extended once, by what the rule allows, with the meeting and the committee, and full membership waits for it", async () => {
  const personId = await before(21);
  const to = (over: object = {}) => ({ params: { personId }, body: { ...extension, ...over } });
  for (const [over, code, rule] of [
    [{ months: 5 }, "development.extension_months", "DEV-T8"],
    [{ months: 13 }, "development.extension_months", "DEV-T8"],
    [{ resolved: false }, "development.extension_without_resolution", "DEV-C2"],
    [{ approver: undefined }, "development.extension_without_approval", "DEV-C2"],
    [{ on: "2026-03-19" }, "development.date_in_future", "DEV-C3"],
    [{ on: "2024-12-01" }, "development.before_previous_step", "DEV-C3"],
  ] as const) {
    const refusal = await group.refused(group.office, "extendProbation", to(over), code);
    expect(refusal.values.rule).toBe(rule);
  }
  const entries = async () => (await group.query("SELECT id FROM audit_entry")).length;
  const audited = await entries();
  expect(await group.office.ask("extendProbation", to())).toMatchObject({ probationEndsOn: "2026-04-10" });
  expect(await entries()).toBe(audited + 1);
  await group.refused(group.office, "extendProbation", to(), "development.extended_before");
  const standing = await shown(personId);
  expect(standing).toMatchObject({ probationEndsOn: "2026-04-10", extension: { months: 6 } });
  const early = { params: { personId, step: 21 }, body: stepBody(21, members, { on: "2026-03-01" }) };
  const refusal = await group.refused(group.office, "takeStep", early, "development.too_early");
  expect(refusal.values).toMatchObject({ rule: "DEV-T8", earliest: "2026-04-10" });
  await group.office.ask("withdrawStep", {
    params: { personId, entryId: standing.extension?.id as string },
    body: { reason: "登记有误" },
  });
  expect(await shown(personId)).toMatchObject({ probationEndsOn: "2025-10-10", extension: null });
});

test("nobody who isn't on probation can have it extended", async () => {
  const personId = await before(15);
  await group.refused(
    group.office,
    "extendProbation",
    { params: { personId }, body: extension },
    "development.no_probation",
  );
});

test("the discussion of somebody transferred in on probation is put off once, up to six months, and that can be taken back", async () => {
  const personId = await before(21);
  const deferring = (over: object = {}) => ({ params: { personId }, body: { on: "2025-10-01", months: 3, ...over } });
  await group.refused(group.office, "deferDiscussion", deferring(), "member.deferral_without_transfer");
  expect(await shown(personId)).toMatchObject({ mayDefer: false, deferral: null });
  const target = await group.organization("receiving");
  await group.query("UPDATE organization SET valid_from = '2020-01-01' WHERE code = 'receiving'");
  const letter = { toCode: "receiving", outsideName: null, issuedOn: "2025-06-01" };
  const { id } = await group.office.ask("issueTransfer", { params: { personId }, body: letter });
  await group.office.ask("acknowledgeTransfer", { params: { transferId: id }, body: { on: "2025-06-10" } });
  const own = await group.caller("receiving.secretary", "branch_secretary", target);
  expect(await own.ask("getDevelopment", { params: { personId } })).toMatchObject({ mayDefer: true });
  for (const [over, code] of [
    [{ months: 0 }, "member.deferral_months"],
    [{ months: 7 }, "member.deferral_months"],
    [{ on: "2025-06-09" }, "development.deferred_before_transfer"],
    [{ on: "2026-03-19" }, "development.date_in_future"],
  ] as const)
    await group.refused(own, "deferDiscussion", deferring(over), code);
  expect(await own.ask("deferDiscussion", deferring())).toMatchObject({ until: "2026-01-10" });
  const audited = await group.query("SELECT 1 FROM audit_entry WHERE action = 'development.defer_discussion'");
  expect(audited).toHaveLength(1);
  await group.refused(own, "deferDiscussion", deferring(), "development.deferred_before");
  const put = await own.ask("getDevelopment", { params: { personId } });
  expect(put).toMatchObject({
    mayDefer: false,
    deferral: { months: 3, on: "2025-10-01" },
    probationEndsOn: "2025-10-10",
  });
  expect(put.steps[22]?.latest).toMatchObject({ on: "2026-01-10", rule: "MEM-11" });
  const entryId = put.deferral?.id as string;
  await own.ask("withdrawStep", { params: { personId, entryId }, body: { reason: "登记有误" } });
  expect(await own.ask("getDevelopment", { params: { personId } })).toMatchObject({ mayDefer: true, deferral: null });
});

test("withdrawing an approval takes the membership back to the meeting, and its day of joining", async () => {
  const personId = await before(18);
  const [approved] = (await shown(personId)).steps.slice(16);
  const withdrawal = { params: { personId, entryId: approved?.entry?.id as string }, body: { reason: "尚未审批" } };
  const secretary = await group.caller("secretary", "branch_secretary", branchId);
  await group.refused(secretary, "withdrawStep", withdrawal, "development.approval_of_superior");
  await group.office.ask("withdrawStep", withdrawal);
  const rows = await group.query(
    "SELECT state, valid_to FROM membership WHERE person_id = $1 ORDER BY valid_from DESC",
    [personId],
  );
  expect(rows[0]).toEqual({ state: "CANDIDATE", valid_to: null });
  expect(await group.query("SELECT joined_on FROM person WHERE id = $1", [personId])).toEqual([{ joined_on: null }]);
  const acts = await group.query("SELECT to_state, reason FROM member_act WHERE person_id = $1 ORDER BY id DESC", [
    personId,
  ]);
  expect(acts[0]).toEqual({ to_state: "CANDIDATE", reason: "尚未审批" });
});

test("half-yearly assessments that are missing are pointed out until they are entered", async () => {
  const personId = await before(6);
  const missing = async () =>
    (await shown(personId)).steps[5]?.warnings.filter(({ code }) => code === "development.assessment_missing").length;
  const had = (await missing()) as number;
  expect(had).toBe(5);
  await group.office.ask("addAssessment", { params: { personId }, body: { on: "2023-12-01" } });
  expect(await missing()).toBe(had - 1);
  const again = { params: { personId }, body: { on: "2023-12-01" } };
  await group.refused(group.office, "addAssessment", again, "development.assessed_that_day");
  const early = { params: { personId }, body: { on: "2023-06-04" } };
  const { values } = await group.refused(group.office, "addAssessment", early, "development.not_named");
  expect(values.rule).toBe("DEV-T3");
});

test("each step follows the rules of its own day: since 2026-05-18 a notice of five working days comes first", async () => {
  const personId = await before(7);
  group.clock.set("2026-11-21T02:00:00.000Z");
  const office = await group.caller("later", "party_affairs_officer");
  await group.query("UPDATE role_grant SET valid_to = NULL");
  const take = (over: object) => ({ params: { personId, step: 7 }, body: stepBody(7, members, over) });
  for (const [over, code] of [
    [{ on: "2026-05-18", notice: undefined }, "development.notice_missing"],
    [{ on: "2026-06-30", notice: { from: "2026-06-08", to: "2026-06-11" } }, "development.notice_too_short"],
    [{ on: "2026-06-30", notice: { from: "2026-06-22", to: "2026-07-03" } }, "development.notice_running"],
  ] as const) {
    const refusal = await group.refused(office, "takeStep", take(over), code);
    expect(refusal.values.rule).toBe("DEV-T4");
  }
  const seen = await office.ask("getDevelopment", { params: { personId } });
  expect([seen.steps[2]?.ruleset, seen.steps[6]?.ruleset]).toEqual(["v2014", "v2026"]);
  await office.ask("takeStep", take({ on: "2026-05-15", notice: undefined }));
  const after = await office.ask("getDevelopment", { params: { personId } });
  expect([after.steps[6]?.ruleset, after.steps[6]?.on]).toEqual(["v2014", "2026-05-15"]);
  const [row] = await group.query("SELECT rule_set FROM development_step WHERE person_id = $1 AND step = 7", [
    personId,
  ]);
  expect(row).toEqual({ rule_set: "v2014" });
});
