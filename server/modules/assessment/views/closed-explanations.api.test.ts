import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { decodeLines } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { bookFacts, passed } from "../../../testing/score-facts.ts";
import { whatDiffersAnew } from "../../../testing/scores-anew.ts";
import { closeSettled } from "../../../testing/settled-periods.ts";
import { adopt, assessBy, trialScheme } from "../../../testing/trial-schemes.ts";
import { loadDefinitions } from "../definitions.ts";

type Score = Answer<"getScore">;
type Line = Score["lines"][number];

let group: AssessedGroup;
let committee: string;
let branch: string;
let office: Client;
let data: Client;
const months = ["2026-01", "2026-02", "2026-03"];

const close = (period: string) => closeSettled(group, office, period);

async function deliver(month: string): Promise<void> {
  const deliveries = [{ organizationCode: "A", figures: [] }];
  await data.ask("importMeasures", {
    params: { organizationId: group.rootId },
    body: { source: "safety", month, deliveries },
  });
  await group.fold();
}

const score = (organizationId: string, period: string, scheme: string, version?: number): Promise<Score> =>
  office.ask("getScore", { params: { organizationId, period }, query: { scheme, ...(version ? { version } : {}) } });

async function lineOf(organizationId: string, period: string, scheme: string, code: string, version?: number) {
  const { lines } = await score(organizationId, period, scheme, version);
  return lines.find((line) => line.code === code) as Line;
}

type Sheet = {
  organizationId: string;
  scheme: string;
  schemeVersion: number;
  period: string;
  version: number;
  total: string | null;
  coverage: string;
  lines: unknown;
};

/** Explains every published sheet of every closed version, and compares it with what is stored, to the digit. */
async function expectStoredFigures(): Promise<number> {
  const sheets = await group.query<Sheet>(
    `SELECT s.organization_id AS "organizationId", s.scheme_code AS scheme, s.scheme_version AS "schemeVersion", c.version,
       CASE c.span WHEN 'month' THEN to_char(s.period_from, 'YYYY-MM') ELSE to_char(s.period_from, 'YYYY-"Q"Q') END AS period,
       s.total::text AS total, s.coverage::text AS coverage, s.lines
     FROM score_sheet s JOIN scheme_version v ON v.code = s.scheme_code AND v.version = s.scheme_version
     JOIN period_closing c ON c.span = v.body->>'cadence' AND c.period_from = s.period_from AND c.version = s.period_version
     WHERE s.basis = 'published'`,
  );
  const { database } = group.application.workshop;
  for (const sheet of sheets) {
    const { organizationId, scheme, period, version, schemeVersion, total, coverage } = sheet;
    const { tenantId } = group;
    const definitions = await loadDefinitions(database.reading(tenantId), tenantId, scheme, schemeVersion);
    const { lines } = decodeLines(definitions.scheme, definitions.indicators, sheet.lines);
    const explained = await score(organizationId, period, scheme, version);
    const figures = ({
      code,
      state,
      points,
      value,
      why,
    }: Pick<Line, "code" | "state" | "points" | "value" | "why">) => ({ code, state, points, value, why });
    expect(
      { total: explained.total, coverage: explained.coverage, lines: explained.lines.map(figures) },
      `${scheme} ${period} ${version}`,
    ).toEqual({ total, coverage, lines: lines.map(figures) });
    // Every line follows from what is known of the time before the close.
    expect(
      explained.lines.map(({ arithmetic }) => arithmetic.form),
      `${scheme} ${period} ${version}`,
    ).not.toContain("stored");
  }
  return sheets.length;
}

/** A fact of the branch for a closed month. */
function late(month: string, quantity: string, closing: number) {
  return passed(branch, month, quantity, { countsOn: `${month}-20`, postedIn: "2026-04", closing });
}

beforeAll(async () => {
  group = await assessedGroup();
  committee = await group.organization("C", { kind: "COMMITTEE" });
  branch = await group.organization("A", { parentId: committee });
  const other = await group.organization("B", { parentId: committee });
  await adopt(group, ["monthly_safety", "committee_monthly"]);
  await assessBy(
    group,
    [],
    [
      trialScheme("quarter_figure", ["monthly_figure"], { cadence: "quarter" }),
      trialScheme("committee_quarter", ["committee_monthly_figure"], {
        cadence: "quarter",
        appliesTo: { kinds: ["COMMITTEE"] },
      }),
      trialScheme("month_again", ["monthly_figure"]),
    ],
  );
  await bookFacts(
    group,
    months.flatMap((month) => [passed(branch, month, "8"), passed(other, month, "6")]),
  );
  group.clock.set("2026-04-07T06:00:00.000Z");
  office = await group.caller("office.2", "party_affairs_officer");
  data = await group.caller("data", "data_officer");
  await group.fold();
  for (const month of months) await close(month);
  // After its month and before the quarter: the quarter's figure holds it.
  await bookFacts(group, [late("2026-01", "2", 4)]);
  await close("2026-Q1");
}, 60_000);
afterAll(() => group.close());

test("every closed sheet is explained with the figures that are stored", async () => {
  expect(await expectStoredFigures()).toBeGreaterThan(20);
  expect((await score(branch, "2026-03", "monthly_safety")).lines.flatMap(({ since }) => since)).toEqual([]);
  expect(await whatDiffersAnew(group.application.workshop, group.tenantId)).toEqual([]);
});

test("a receipt that comes after the close is told and leaves the line settled; adjusted it has full marks", async () => {
  const before = await lineOf(branch, "2026-03", "monthly_safety", "safety_events");
  expect([before.points, before.why, before.arithmetic]).toEqual([
    "0.00",
    "settled",
    { form: "settled", outcome: "zero" },
  ]);
  group.clock.set("2026-04-20T06:00:00.000Z");
  office = await group.caller("office.3", "party_affairs_officer");
  data = await group.caller("data.2", "data_officer");
  await deliver("2026-03");
  const { lines, adjustment } = await score(branch, "2026-03", "monthly_safety");
  const after = lines.find(({ code }) => code === "safety_events") as Line;
  expect(after).toEqual({ ...before, since: [{ what: "receipt", at: "2026-04-20T06:00:00.000Z" }] });
  expect(adjustment?.lines.find(({ code }) => code === "safety_events")).toMatchObject({
    published: "0.00",
    adjusted: "30.00",
  });
});

test("a late fact is told in its month, in the quarter that reads the month's figure, and above in the roll-ups", async () => {
  const quarter = await score(branch, "2026-Q1", "quarter_figure");
  const above = await score(committee, "2026-03", "committee_monthly");
  const aboveQuarter = await score(committee, "2026-Q1", "committee_quarter");
  await bookFacts(group, [late("2026-03", "10", 5), late("2026-01", "6", 5)]);
  expect((await lineOf(branch, "2026-03", "monthly", "record_standard")).since).toEqual([{ what: "facts", count: 1 }]);
  const now = await score(branch, "2026-Q1", "quarter_figure");
  expect([now.total, now.adjustment?.adjusted]).toEqual([quarter.total, "74.44"]);
  expect(now.lines[1]).toEqual({
    ...quarter.lines[1],
    since: [{ what: "figure", scheme: "monthly", atClose: "70.00", now: "74.44" }],
  });
  const rolledUp = (await score(committee, "2026-03", "committee_monthly")).lines;
  expect(rolledUp.map(({ points }) => points)).toEqual(above.lines.map(({ points }) => points));
  expect(rolledUp.find(({ code }) => code === "branches_standard")).toEqual({
    ...above.lines.find(({ code }) => code === "branches_standard"),
    since: [{ what: "children", scheme: "monthly", changed: 1 }],
  });
  const quarterNow = await score(committee, "2026-Q1", "committee_quarter");
  expect(quarterNow.total).toBe(aboveQuarter.total);
  expect(quarterNow.lines[1]?.since).toMatchObject([
    { what: "figure", scheme: "committee_monthly", atClose: aboveQuarter.total },
  ]);
  await expectStoredFigures();
});

test("scored anew from the facts alone, with what came late, nothing differs", async () => {
  expect(await whatDiffersAnew(group.application.workshop, group.tenantId)).toEqual([]);
});

test("reopened, the second version takes it all in; the first is explained as it stood", async () => {
  const before = await score(branch, "2026-Q1", "quarter_figure");
  for (const period of ["2026-Q1", "2026-03"]) {
    await office.ask("reopenPeriod", { params: { period }, body: { reason: "补报的数据应当计入" } });
  }
  await group.fold();
  for (const period of ["2026-03", "2026-Q1"]) await close(period);
  expect(await lineOf(branch, "2026-03", "monthly_safety", "safety_events", 2)).toMatchObject({
    points: "30.00",
    why: null,
    since: [],
  });
  expect(await score(branch, "2026-Q1", "quarter_figure", 2)).toMatchObject({ total: "74.44", adjustment: null });
  const first = await score(branch, "2026-Q1", "quarter_figure", 1);
  expect(first.lines).toEqual(before.lines);
  await bookFacts(group, [late("2026-03", "1", 7), late("2026-01", "1", 7)]);
  expect(await expectStoredFigures()).toBeGreaterThan(30);
});

test("a line that no longer follows from what is known keeps its figures and says that it can't be worked out again", async () => {
  const before = await score(branch, "2026-02", "monthly_safety");
  await group.query("DELETE FROM settlement WHERE organization_id = $1 AND period_from = '2026-02-01'", [branch]);
  const after = await score(branch, "2026-02", "monthly_safety");
  expect([after.total, after.coverage, after.composition]).toEqual([before.total, before.coverage, before.composition]);
  const figures = ({ code, state, points, value, why }: Line) => ({ code, state, points, value, why });
  expect(after.lines.map(figures)).toEqual(before.lines.map(figures));
  const line = after.lines.find(({ code }) => code === "safety_events");
  expect([line?.points, line?.why, line?.arithmetic]).toEqual(["0.00", "settled", { form: "stored" }]);
  expect(after.lines[0]?.arithmetic).toEqual(before.lines[0]?.arithmetic);
});
