import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client, Sending } from "../../../testing/client.ts";
import { type Example, openExample } from "../../../testing/example-branch.ts";
import { gradedScheme, postFatalAccident } from "../../../testing/graded-scheme.ts";
import { openStage } from "../../../testing/stage.ts";
import { tableMarks } from "../../../testing/table-marks.ts";

let example: Example;
let office: Client;
let leader: Client;
let secretary: Client;
let neighbour: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  await gradedScheme(example);
  office = await example.client("office2", "party_affairs_officer", example.rootId);
  leader = await example.client("leader", "party_committee_leader", example.rootId);
  secretary = await example.client("secretary", "branch_secretary", example.branch.id);
  neighbour = await example.client("neighbour", "branch_secretary", example.other.id);
  example.clock.set("2026-03-20T06:00:00.000Z");
  const [one] = example.branch.groupIds;
  await example.enter(secretary, example.branch, { template: "committee_meeting", on: "2026-03-12" });
  await example.enter(secretary, example.branch, { template: "group_meeting", on: "2026-03-13", groupId: one });
  await example.enter(secretary, example.branch, { template: "general_meeting", on: "2026-03-14" });
  await example.enter(secretary, example.branch, { template: "party_lecture", on: "2026-03-16" });
  await example.enter(neighbour, example.other, { template: "committee_meeting", on: "2026-03-12" });
  await postFatalAccident(example, example.other.id);
  example.clock.set("2026-04-07T01:00:00.000Z");
  await example.settle();
});
afterAll(() => example.close());

const march = { params: { period: "2026-03" } };
const board = { scheme: "graded", period: "2026-03", class: "生产类" } as const;
const atRoot = () => ({ organizationId: example.rootId });
const ofBranch = () => ({ organizationId: example.branch.id });
const veto = { scheme: "graded", period: "2026-03", veto: "fatal", confirmed: true, reason: "事故属实" };
const onTime = () => ({
  scheme: "graded",
  period: "2026-03",
  line: "meetings_on_time",
  factId: null,
  reason: "有一次党小组会没有计入",
});

test("before its publicity a month is neither disputed nor published", async () => {
  expect(await example.refused(secretary, "raiseDispute", { params: ofBranch(), body: onTime() })).toBe(
    "dispute.not_in_publicity",
  );
  expect(await example.refused(leader, "publishBoard", { params: atRoot(), body: board })).toBe("board.in_trial");
});

test("publicity begins tomorrow and lasts five workdays; its entries have ended", async () => {
  expect(await example.audited(office, "startPublicity", march)).toEqual({
    period: "2026-03",
    state: "publicity",
    version: 1,
    closing: 1,
    publicityFrom: "2026-04-08",
    publicityTo: "2026-04-14",
  });
  const { publicity } = await office.ask("getBoard", { params: atRoot(), query: board });
  expect(publicity).toEqual({ from: "2026-04-08", to: "2026-04-14" });
  expect(await example.refused(office, "startPublicity", march)).toBe("period.not_open");
  expect(await example.refused(office, "closePeriod", march)).toBe("period.in_publicity");
  expect(await example.refused(leader, "publishBoard", { params: atRoot(), body: board })).toBe("board.in_publicity");
});

let disputeId: string;
let dueId: string;

test("its first day is tomorrow: before it nothing is disputed, and the board is still a trial", async () => {
  const early = { params: ofBranch(), body: onTime() };
  expect(await example.refused(secretary, "raiseDispute", early)).toBe("dispute.not_in_publicity");
  const asked = { params: atRoot(), query: board };
  expect((await office.ask("getBoard", asked)).state).toBe("trial");
  example.clock.set("2026-04-08T01:00:00.000Z");
  const begun = await office.ask("getBoard", asked);
  expect([begun.state, begun.publicity?.workdaysLeft]).toEqual(["publicity", 5]);
});

test("a branch disputes a line of its own sheet, once, and nobody else's", async () => {
  const dispute = (over: object) => ({ params: ofBranch(), body: { ...onTime(), ...over } });
  expect(await example.refused(neighbour, "raiseDispute", dispute({}))).toBe("not_found");
  expect(await example.refused(secretary, "raiseDispute", dispute({ line: "nothing" }))).toBe("dispute.line_unknown");
  const facts = await secretary.ask("listScoreFacts", {
    params: { ...ofBranch(), period: "2026-03", lineCode: "meetings_on_time" },
    query: { scheme: "graded" },
  });
  const attendance = await secretary.ask("listScoreFacts", {
    params: { ...ofBranch(), period: "2026-03", lineCode: "attendance" },
    query: { scheme: "graded" },
  });
  const { groupIds } = example.branch;
  expect(facts.items.map(({ kind, subjectId, attributes }) => [kind, subjectId, attributes])).toEqual(
    expect.arrayContaining([
      ["obligation.due", groupIds[1], { template: "group_meeting" }],
      ["obligation.discharged", null, { template: "committee_meeting", timeliness: "on_time" }],
    ]),
  );
  dueId = facts.items.find(({ kind }) => kind === "obligation.due")?.id as string;
  const factId = attendance.items[0]?.id as string;
  expect(await example.refused(secretary, "raiseDispute", dispute({ factId }))).toBe("dispute.fact_unknown");
  disputeId = (await example.audited(secretary, "raiseDispute", dispute({ factId: dueId }))).id;
  expect(await example.refused(secretary, "raiseDispute", dispute({}))).toBe("dispute.already_open");
  const { items } = await office.ask("listDisputes", { params: atRoot(), query: { state: "open" } });
  expect(items).toMatchObject([
    { id: disputeId, organizationId: example.branch.id, factId: dueId, openedBy: "branch_secretary" },
  ]);
});

const discharge = (over: object = {}) => ({
  kind: "obligation.discharged" as const,
  subjectId: example.branch.groupIds[1] as string,
  occurredOn: "2026-03-27",
  countsOn: "2026-03-31",
  quantity: "1",
  base: null,
  attributes: { template: "group_meeting", timeliness: "on_time" },
  ...over,
});

test("the preview scores again on the same data: 32.00 becomes 40.00, and nothing is saved", async () => {
  const before = await tableMarks(example.database.superUrl);
  const body = { reversals: [], additions: [discharge()] };
  const preview = await office.ask("previewDispute", { params: { disputeId }, body });
  const points = ({ lines }: typeof preview.before) => lines.find(({ code }) => code === "meetings_on_time")?.points;
  expect([points(preview.before), points(preview.after)]).toEqual(["32.00", "40.00"]);
  expect([preview.before.total, preview.after.total]).toEqual(["92.00", "100.00"]);
  expect(await tableMarks(example.database.superUrl)).toEqual(before);
});

test("an answer stays with the line, the organisation and the period, and changes something", async () => {
  const answer = (reversals: object[], additions: object[]) =>
    ({
      params: { disputeId },
      body: { outcome: "upheld", answer: "属实", reversals, additions },
    }) as Sending<"answerDispute">;
  expect(await example.refused(office, "answerDispute", answer([], []))).toBe("dispute.nothing_changed");
  const other = discharge({ kind: "attendance" });
  expect(await example.refused(office, "answerDispute", answer([], [other]))).toBe("dispute.fact_not_of_line");
  const later = discharge({ countsOn: "2026-04-01" });
  expect(await example.refused(office, "answerDispute", answer([], [later]))).toBe("dispute.outside_period");
  const foreign = discharge({ subjectId: example.other.groupIds[0] });
  expect(await example.refused(office, "answerDispute", answer([], [foreign]))).toBe("record.subject_not_here");
  const nobody = { factId: "0197aaaa-0000-7000-8000-000000000000", change: null };
  expect(await example.refused(office, "answerDispute", answer([nobody], []))).toBe("dispute.fact_unknown");
  expect(await example.refused(secretary, "answerDispute", answer([], [discharge()]))).toBe("access.not_allowed");
});

test("nobody answers his own dispute", async () => {
  const both = await example.client("both", "branch_secretary", example.other.id);
  await example.grant("both", "party_affairs_officer", example.rootId);
  const own = await both.ask("raiseDispute", { params: { organizationId: example.other.id }, body: onTime() });
  const answer = { params: { disputeId: own.id }, body: { outcome: "rejected", answer: "不属实" } } as const;
  expect(await example.refused(both, "answerDispute", answer)).toBe("dispute.own_answer");
  expect(await example.audited(office, "answerDispute", answer)).toMatchObject({
    state: "rejected",
    totalBefore: "68.00",
    totalAfter: "68.00",
  });
  expect(await example.refused(office, "answerDispute", answer)).toBe("dispute.not_open");
});

test("upheld, its entries belong to the version in publicity: no adjustment remains", async () => {
  example.clock.set("2026-04-15T01:00:00.000Z");
  expect(await example.refused(office, "closePeriod", march)).toBe("period.disputes_open");
  expect(await example.refused(leader, "publishBoard", { params: atRoot(), body: board })).toBe("board.disputes_open");
  const answered = await example.audited(office, "answerDispute", {
    params: { disputeId },
    body: {
      outcome: "upheld",
      answer: "补记一次，并更正一条",
      reversals: [{ factId: dueId, change: { attributes: { template: "corrected" } } }],
      additions: [discharge()],
    },
  });
  expect(answered).toEqual({ id: disputeId, state: "upheld", totalBefore: "92.00", totalAfter: "100.00" });
  await example.settle();
  const score = await secretary.ask("getScore", {
    params: { ...ofBranch(), period: "2026-03" },
    query: { scheme: "graded" },
  });
  expect([score.total, score.adjustment]).toEqual(["100.00", null]);
  const entries = await example.query<{ sign: number; closing: number; posted_in: string }>(
    "SELECT sign, closing, posted_in::text FROM fact WHERE recorded_at = $1 ORDER BY sign, kind",
    [example.clock()],
  );
  expect(entries).toEqual([
    { sign: -1, closing: 1, posted_in: "2026-03-01" },
    { sign: 1, closing: 1, posted_in: "2026-03-01" },
    { sign: 1, closing: 1, posted_in: "2026-03-01" },
  ]);
});

test("a veto whose facts stand waits for a person; confirmed it holds the grade down", async () => {
  const draft = () => leader.ask("getBoardDraft", { params: atRoot(), query: board });
  expect(await draft()).toMatchObject({
    obstacle: { code: "board.veto_waiting" },
    vetoes: [{ organizationId: example.other.id, decision: "waiting" }],
  });
  expect(await example.refused(leader, "publishBoard", { params: atRoot(), body: board })).toBe("board.veto_waiting");
  expect(await example.refused(office, "closePeriod", march)).toBe("period.vetoes_waiting");
  expect(await example.refused(office, "decideVeto", { params: ofBranch(), body: veto })).toBe("veto.not_triggered");
  const ofOther = { params: { organizationId: example.other.id }, body: veto };
  const twice = await Promise.all([office.call("decideVeto", ofOther), office.call("decideVeto", ofOther)]);
  expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(await example.refused(office, "decideVeto", ofOther)).toBe("veto.already_decided");
  const entries = await example.query("SELECT 1 FROM audit_entry WHERE action = 'assessment.decide_veto'");
  expect(entries).toHaveLength(1);
  await example.settle();
  const { items, obstacle } = await draft();
  expect(obstacle).toBeNull();
  expect(items.map(({ suggestedGrade, cappedBy }) => [suggestedGrade, cappedBy])).toEqual([
    ["good", null],
    ["fair", "fatal"],
  ]);
});

test("grades are decided by a person, with a reason where they differ", async () => {
  const grade = (organizationId: string, code: string) =>
    ({
      params: { organizationId },
      body: { scheme: "graded", period: "2026-03", grade: code, reason: "综合考虑" },
    }) as const;
  expect(await example.refused(office, "decideGrade", grade(example.branch.id, "best"))).toBe("board.grade_unknown");
  expect(await example.refused(office, "decideGrade", grade(example.other.id, "good"))).toBe("board.grade_above_cap");
  await example.audited(office, "decideGrade", grade(example.branch.id, "good"));
  await example.audited(office, "decideGrade", grade(example.branch.id, "fair"));
});

test("a named person publishes the board once, frozen with rank, total, change and grades", async () => {
  expect(await example.refused(office, "publishBoard", { params: atRoot(), body: board })).toBe("access.not_allowed");
  expect(await example.refused(leader, "publishBoard", { params: atRoot(), body: { ...board, class: "管理类" } })).toBe(
    "board.nobody_on_it",
  );
  expect(
    await example.refused(leader, "publishBoard", { params: atRoot(), body: { ...board, scheme: "eight_areas" } }),
  ).toBe("board.scheme_not_in_force");
  const published = await example.audited(leader, "publishBoard", { params: atRoot(), body: board });
  expect(published).toMatchObject({
    organizations: 2,
    ranked: 2,
    proportions: [{ grade: "good", limit: 0, count: 0, over: 0 }],
  });
  expect(await example.refused(leader, "publishBoard", { params: atRoot(), body: board })).toBe(
    "board.already_published",
  );
  const rows = await example.query(
    "SELECT position, rank, total::text, rank_before, suggested_grade, grade, grade_reason FROM board_row WHERE board_id = $1 ORDER BY position",
    [published.boardId],
  );
  expect(rows).toEqual([
    {
      position: 1,
      rank: 1,
      total: "100.00",
      rank_before: null,
      suggested_grade: "good",
      grade: "fair",
      grade_reason: "综合考虑",
    },
    {
      position: 2,
      rank: 2,
      total: "68.00",
      rank_before: null,
      suggested_grade: "fair",
      grade: null,
      grade_reason: null,
    },
  ]);
  const late = { scheme: "graded", period: "2026-03", grade: "good", reason: "r" };
  expect(await example.refused(office, "decideGrade", { params: ofBranch(), body: late })).toBe(
    "board.already_published",
  );
});

test("closed and reopened, the published board stays and the new version has its own", async () => {
  await example.audited(office, "closePeriod", march);
  const ofOther = { params: { organizationId: example.other.id }, body: veto };
  expect(await example.refused(office, "decideVeto", ofOther)).toBe("veto.period_closed");
  expect(await example.refused(secretary, "raiseDispute", { params: ofBranch(), body: onTime() })).toBe(
    "dispute.not_in_publicity",
  );
  await example.audited(office, "reopenPeriod", { ...march, body: { reason: "另有更正" } });
  expect(await leader.ask("getBoardDraft", { params: atRoot(), query: board })).toMatchObject({
    version: 2,
    published: null,
    obstacle: { code: "board.in_trial" },
    vetoes: [{ decision: "waiting" }],
  });
  expect((await example.query("SELECT 1 FROM board WHERE period_version = 1")).length).toBe(1);
});

test("the board of the first version stays readable for whom it names, and there is none of the second", async () => {
  const asked = (version: number, of = secretary) =>
    ({ of, query: { assessorId: example.rootId, scheme: "graded", period: "2026-03", version } }) as const;
  const ofVersion = ({ of, query }: ReturnType<typeof asked>) =>
    of.call("getPublishedBoard", { params: ofBranch(), query });
  const first = await secretary.ask("getPublishedBoard", { params: ofBranch(), query: asked(1).query });
  const frozen = await example.query<{ organization_id: string; rank: number; total: string }>(
    "SELECT organization_id, rank, total::text FROM board_row ORDER BY position",
  );
  expect(first).toMatchObject({ state: "published", periodVersion: 1, organizations: 2, ranked: 2, mean: "84.00" });
  expect(
    first.items.map(({ organizationId, rank, total }) => ({ organization_id: organizationId, rank, total })),
  ).toEqual(frozen);
  expect((await ofVersion(asked(2))).refusal.code).toBe("board.not_public");
  const notOnIt = await office.call("getPublishedBoard", { params: atRoot(), query: asked(1).query });
  expect(notOnIt.refusal.code).toBe("board.not_public");
  expect((await ofVersion(asked(3))).refusal.code).toBe("not_found");
  expect((await ofVersion(asked(1, neighbour))).refusal.code).toBe("not_found");
});

test("the next month's board compares with the last one published of the same class", async () => {
  example.clock.set("2026-05-06T01:00:00.000Z");
  await example.settle();
  const april = { ...board, period: "2026-04" };
  await office.ask("startPublicity", { params: { period: "2026-04" } });
  example.clock.set("2026-05-14T01:00:00.000Z");
  const { boardId } = await leader.ask("publishBoard", { params: atRoot(), body: april });
  const before = await example.query<{ organization_id: string; rank_before: number; total_before: string }>(
    "SELECT organization_id, rank_before, total_before::text FROM board_row WHERE board_id = $1 ORDER BY rank_before",
    [boardId],
  );
  expect(before).toEqual([
    { organization_id: example.branch.id, rank_before: 1, total_before: "100.00" },
    { organization_id: example.other.id, rank_before: 2, total_before: "68.00" },
  ]);
});
