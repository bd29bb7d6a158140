import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { decodeLines } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { bookFacts, passed } from "../../../testing/score-facts.ts";
import { loadDefinitions } from "../definitions.ts";

type Score = Answer<"getScore">;

let group: AssessedGroup;
let office: Client;
let secretary: Client;
let branch: string;
let other: string;
let attended: string;

beforeAll(async () => {
  group = await assessedGroup();
  const committee = await group.organization("committee", { kind: "COMMITTEE" });
  branch = await group.organization("branch", { parentId: committee, class: "生产类" });
  other = await group.organization("other", { parentId: committee, class: "生产类" });
  await bookFacts(group, [
    passed(branch, "2026-01", "8"),
    passed(other, "2026-01", "9"),
    passed(branch, "2026-02", "10"),
    passed(other, "2026-02", "9"),
  ]);
  const attendance = { kind: "attendance", countsOn: "2026-02-12", base: "10", attributes: { template: "theme_day" } };
  [attended = ""] = await bookFacts(group, [{ organizationId: branch, quantity: "6", ...attendance }]);
  group.clock.set("2026-03-10T02:00:00.000Z");
  await signIn();
});
afterAll(() => group.close());

let number = 0;
/** Sessions don't outlive the days that these tests walk. */
async function signIn(): Promise<void> {
  number += 1;
  office = await group.caller(`office${number}`, "party_affairs_officer");
  secretary = await group.caller(`secretary${number}`, "branch_secretary", branch);
}
const scoreOf = (period: string, version?: number, organizationId = branch) =>
  office.ask("getScore", { params: { organizationId, period }, query: version === undefined ? {} : { version } });
const pointsOf = ({ lines }: Score) => Object.fromEntries(lines.map(({ code, points }) => [code, points]));

/** The figures of a stored sheet, line by line. */
async function stored(period: string, version: number, basis: string) {
  const [sheet] = await group.query<{ total: string; coverage: string; lines: unknown; scheme_version: number }>(
    `SELECT total::text, coverage::text, lines, scheme_version FROM score_sheet WHERE organization_id = $1 AND period_from = $2
       AND period_version = $3 AND basis = $4 AND scheme_code = 'monthly'`,
    [branch, `${period}-01`, version, basis],
  );
  if (sheet === undefined) throw new Error(`no ${basis} sheet of ${period}`);
  const { database } = group.application.workshop;
  const { tenantId } = group;
  const definitions = await loadDefinitions(database.reading(tenantId), tenantId, "monthly", sheet.scheme_version);
  const { lines, composition } = decodeLines(definitions.scheme, definitions.indicators, sheet.lines);
  const figures = lines.map(({ code, state, points, value, why }) => ({ code, state, points, value, why }));
  return { total: sheet.total, coverage: sheet.coverage, lines: figures, composition };
}
const figuresOf = ({ total, coverage, lines, composition }: Score) => ({
  total,
  coverage,
  lines: lines.map(({ code, state, points, value, why }) => ({ code, state, points, value, why })),
  composition,
});

test("an explanation gives the figures of the stored sheet", async () => {
  for (const period of ["2026-01", "2026-02"])
    expect(figuresOf(await scoreOf(period))).toEqual(await stored(period, 1, "published"));
  expect(pointsOf(await scoreOf("2026-02"))).toMatchObject({ attendance: "20.00", record_standard: "30.00" });
});

test("it says what changed since the period before, and what full marks would take", async () => {
  const { changes, lines } = await scoreOf("2026-02");
  expect(changes).toMatchObject({ since: "2026-01", totalBefore: "80.00", facts: { before: 1, now: 2 } });
  expect(changes).toMatchObject({ schemeVersion: null, class: null, parent: null });
  expect(changes?.lines).toEqual([
    { code: "monthly_total", before: "80.00", now: "83.33" },
    { code: "attendance", before: null, now: "20.00" },
    { code: "record_standard", before: "24.00", now: "30.00" },
  ]);
  expect(lines.find(({ code }) => code === "attendance")?.reach).toEqual({ form: "numerator", missing: "3" });
  expect((await scoreOf("2026-01")).changes).toBeNull();
});

test("a move to another parent and class is said as a change of structure", async () => {
  const before = await group.query<{ path: string }>("SELECT path FROM organization WHERE id = $1", [group.rootId]);
  await group.query(
    "UPDATE score_sheet SET path = $1 || 'z.', class = '机关类' WHERE organization_id = $2 AND period_from = '2026-01-01'",
    [before[0]?.path, branch],
  );
  const { changes } = await scoreOf("2026-02");
  expect(changes?.class).toEqual({ before: "机关类", now: "生产类" });
  expect(changes?.parent).toEqual({ before: "group", now: "committee" });
  await group.query(
    "UPDATE score_sheet s SET path = o.path, class = o.class FROM organization o WHERE o.id = s.organization_id AND s.period_from = '2026-01-01'",
  );
});

test("in a trial the branch sees its figures without a rank, who assesses sees it on the boards above", async () => {
  const own = await secretary.ask("getScore", { params: { organizationId: branch, period: "2026-02" } });
  expect([own.state, own.total, own.ranks]).toEqual(["trial", "83.33", []]);
  const { ranks } = await scoreOf("2026-02");
  expect(ranks.map(({ organizationName, rank, of }) => [organizationName, rank, of])).toEqual([
    ["committee", 2, 2],
    ["group", 2, 2],
  ]);
});

test("the facts of a line are those that it counts, with where they come from", async () => {
  const ask = (lineCode: string, limit = 50, after?: string) =>
    secretary.ask("listScoreFacts", {
      params: { organizationId: branch, period: "2026-02", lineCode },
      query: { limit, ...(after === undefined ? {} : { after }) },
    });
  const { items } = await ask("attendance");
  expect(items).toMatchObject([{ id: attended, kind: "attendance", quantity: "6", base: "10", afterClose: false }]);
  expect(items[0]?.templateName).toEqual({ zh: "主题党日", en: "Theme Party day" });
  expect((await ask("meetings_on_time")).items).toEqual([]);
  const children = { params: { organizationId: branch, period: "2026-02", lineCode: "attendance" } };
  expect((await secretary.ask("listScoreChildren", children)).items).toEqual([]);
  for (const lineCode of ["monthly_total", "nothing"]) {
    const params = { organizationId: branch, period: "2026-02", lineCode };
    expect((await secretary.call("listScoreFacts", { params })).refusal.code).toBe("not_found");
  }
});

test("what comes after the close leaves the score and stands beside it, in its own and in the open month", async () => {
  for (const period of ["2026-01", "2026-02"]) await office.ask("closePeriod", { params: { period } });
  const before = figuresOf(await scoreOf("2026-01"));
  const late = {
    postedIn: "2026-03",
    closing: 3,
    countsOn: "2026-01-20",
    details: { reason: "补录", days_until_entry: 49 },
  };
  await bookFacts(group, [passed(branch, "2026-01", "10", late), passed(branch, "2026-03", "7")]);
  const january = await scoreOf("2026-01");
  expect(figuresOf(january)).toEqual(before);
  expect(january.adjustment).toMatchObject({ published: "80.00", adjusted: "90.00", adjustment: "10.00", facts: 1 });
  expect(january.adjustment?.lines.map(({ code, published, adjusted }) => [code, published, adjusted])).toEqual([
    ["monthly_total", "80.00", "90.00"],
    ["record_standard", "24.00", "27.00"],
  ]);
  expect((await stored("2026-01", 1, "adjusted")).total).toBe("90.00");
  const march = await scoreOf("2026-03");
  expect([march.total, march.adjustment]).toEqual(["70.00", null]);
  expect(march.adjustments).toEqual([
    { period: "2026-01", published: "80.00", adjusted: "90.00", adjustment: "10.00", facts: 1 },
  ]);
  const facts = await office.ask("listScoreFacts", {
    params: { organizationId: branch, period: "2026-01", lineCode: "record_standard" },
  });
  expect(
    facts.items.map(({ afterClose, postedIn, reason, daysUntilEntry }) => [
      afterClose,
      postedIn,
      reason,
      daysUntilEntry,
    ]),
  ).toEqual([
    [false, "2026-01", null, null],
    [true, "2026-03", "补录", 49],
  ]);
});

test("a longer period is the mean of the adjusted totals of its closed months, and says what is left out", async () => {
  const quarter = await scoreOf("2026-Q1");
  expect([quarter.total, quarter.class]).toEqual(["86.67", "生产类"]);
  expect(quarter.mean).toEqual({
    counted: [
      { period: "2026-01", total: "90.00" },
      { period: "2026-02", total: "83.33" },
    ],
    leftOut: [{ period: "2026-03", reason: "open" }],
  });
  expect(quarter.adjustments).toEqual([
    { period: "2026-01", published: "80.00", adjusted: "90.00", adjustment: "10.00", facts: 1 },
  ]);
  const root = { params: { organizationId: group.rootId }, query: { period: "2026-Q1" } };
  const board = await office.ask("getBoard", root);
  expect(
    board.items.map(({ organizationName, rank, total, coverage }) => [organizationName, rank, total, coverage]),
  ).toEqual([
    ["other", 1, "90.00", "66.67"],
    ["branch", 2, "86.67", "66.67"],
  ]);
  expect(board).toMatchObject({
    class: "生产类",
    ranked: 2,
    mean: "88.34",
    historyPeriods: ["2026-01", "2026-02", "2026-03"],
  });
  const second = await office.ask("getBoard", { ...root, query: { ...root.query, limit: 1 } });
  const third = await office.ask("getBoard", {
    ...root,
    query: { ...root.query, limit: 1, after: second.next as string },
  });
  expect([...second.items, ...third.items, third.next]).toEqual([...board.items, null]);
});

test("reopened, the new version holds what came late and the first stays readable", async () => {
  await office.ask("reopenPeriod", { params: { period: "2026-01" }, body: { reason: "补录" } });
  await group.fold();
  const [first, second] = [await scoreOf("2026-01", 1), await scoreOf("2026-01")];
  expect([first.total, first.periodVersion, first.periodState, first.versions]).toEqual(["80.00", 1, "closed", 2]);
  expect([second.total, second.periodVersion, second.periodState, second.adjustment]).toEqual([
    "90.00",
    2,
    "open",
    null,
  ]);
  expect(figuresOf(first)).toEqual(await stored("2026-01", 1, "published"));
  expect(figuresOf(second)).toEqual(await stored("2026-01", 2, "published"));
  const third = { params: { organizationId: branch, period: "2026-01" }, query: { version: 3 } };
  expect((await office.call("getScore", third)).refusal.code).toBe("not_found");
});

test("the periods to choose from have a score and have begun", async () => {
  const { periods } = await scoreOf("2026-02");
  expect(periods).toEqual(["2026-03", "2026-02", "2026-01", "2026-Q1", "2026-H1", "2026"]);
});

test("an organisation without a score, and a scheme that nobody uses", async () => {
  const call = (organizationId: string, period: string, query = {}) =>
    office.call("getScore", { params: { organizationId, period }, query });
  expect((await call(group.rootId, "2026-02")).refusal.code).toBe("score.none_yet");
  expect((await call(branch, "2025")).refusal.code).toBe("score.none_yet");
  expect((await call(branch, "2026-02", { scheme: "nobodys" })).refusal.code).toBe("not_found");
});
