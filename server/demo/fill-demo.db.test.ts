import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addMonths, monthsFromTo } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Application, openApplication } from "../application.ts";
import { configuredIn } from "../platform/configuration/index.ts";
import { type FreshDatabase, freshDatabase } from "../testing/database.ts";
import { rosterSentBack } from "../testing/demo-roster.ts";
import { secondScores, standingScores } from "../testing/second-scores.ts";
import { type DemoSummary, fillDemo } from "./fill-demo.ts";

type Filled = { application: Application; summary: DemoSummary; close: () => Promise<void> };

async function filledOn(day: string, branches?: number): Promise<Filled> {
  const database: FreshDatabase = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "dutyloop-demo-"));
  const application = await openApplication({
    appUrl: database.appUrl,
    keys: { audit: Buffer.alloc(32, 1), field: Buffer.alloc(32, 3), session: Buffer.alloc(32, 2) },
    filesFolder: join(folder, "files"),
    anchorFile: join(folder, "anchors"),
    timeZone: "Asia/Shanghai",
    secondFactorFor: "nobody",
    configured: configuredIn(folder),
    clock: () => new Date(`${day}T10:00:00+08:00`),
    logger: pino({ level: "silent" }),
  });
  const summary = await fillDemo(application, { password: "Demo-pass-2026", branches });
  const close = async () => {
    await application.close();
    await database.drop();
    await rm(folder, { recursive: true });
  };
  return { application, summary, close };
}

/** Reads as the one group of the demo. */
async function rowsOf<Row>({ application }: Filled, query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  const { database } = application.workshop;
  const [group] = await database.outside.selectFrom("tenant").select("tenant_id").execute();
  return (await query.execute(database.reading(group?.tenant_id ?? 0))).rows;
}

const totals = sql<{ name: string; month: string; total: string | null }>`
  SELECT o.name, s.period_from::text AS month, s.total::text AS total FROM score_sheet s
  JOIN organization o ON o.tenant_id = s.tenant_id AND o.id = s.organization_id WHERE s.basis = 'published' ORDER BY o.code, s.period_from`;
const people = sql<{ name: string }>`SELECT name FROM person ORDER BY id`;

/** Leaders, heroes and stars whose names a demo member must not bear. */
const famous = [
  "习近平",
  "毛泽东",
  "周恩来",
  "邓小平",
  "江泽民",
  "胡锦涛",
  "李克强",
  "李强",
  "雷锋",
  "焦裕禄",
  "王进喜",
  "钱学森",
  "袁隆平",
  "姚明",
  "刘翔",
  "刘洋",
  "杨利伟",
  "李宁",
  "刘强东",
  "任正非",
];

describe("the demo of a day in November", () => {
  let demo: Filled;
  beforeAll(async () => {
    demo = await filledOn("2026-11-21");
  });
  afterAll(() => demo.close());

  test("is a company of 43 branches with more than twelve months of records", async () => {
    const { branches, months, members, records, plans } = demo.summary.counts;
    expect({ branches, months, plans }).toEqual({ branches: 43, months: 14, plans: 2 });
    expect(members).toBeGreaterThanOrEqual(650);
    expect(members).toBeLessThanOrEqual(750);
    expect(records).toBeGreaterThan(2000);
    const ofMonths = await rowsOf(
      demo,
      sql<{ month: string; branches: number }>`
      SELECT to_char(occurred_on, 'YYYY-MM') AS month, count(DISTINCT organization_id)::int AS branches
      FROM record GROUP BY 1 ORDER BY 1`,
    );
    expect(ofMonths).toHaveLength(14);
    expect(ofMonths.slice(0, 13).every((month) => month.branches >= 40)).toBe(true);
  });

  test("has in every branch and month the scores that a second implementation in plain SQL gives, to the last digit", async () => {
    const standing = await rowsOf(demo, standingScores);
    expect(standing.length).toBeGreaterThan(2 * 43 * 12);
    expect(standing).toEqual(await rowsOf(demo, secondScores));
  });

  test("names every business role and the three administrators to sign in with", () => {
    expect(demo.summary.signIns.map(({ signInName }) => signInName)).toEqual(
      [
        "leader",
        "officer",
        "organizer",
        "discipline",
        "supervisor",
        "secretary",
        "committee",
        "groupleader",
        "member",
      ].concat(["employee", "data", "system", "security", "audit"]),
    );
  });

  test("everything came through the use cases: each record, person and organisation stands in the sealed audit", async () => {
    const [found] = await rowsOf(
      demo,
      sql<{ records: number; people: number; organizations: number; waiting: number; outbox: number }>`
      SELECT (SELECT count(*)::int FROM record r WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.object = 'record ' || r.id)) AS records,
        (SELECT count(*)::int FROM person p WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.object = 'person ' || p.id)) AS people,
        (SELECT count(*)::int FROM organization o WHERE parent_id IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.object = 'organization ' || o.id)) AS organizations,
        (SELECT count(*)::int FROM audit_unsealed) AS waiting, (SELECT count(*)::int FROM outbox) AS outbox`,
    );
    expect(found).toEqual({ records: 0, people: 0, organizations: 0, waiting: 0, outbox: 0 });
  });

  test("nobody in it bears a well-known name, and no name comes twice", async () => {
    const names = (await rowsOf(demo, people)).map(({ name }) => name);
    expect(names.filter((name) => famous.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("last month's board has spread and ties", async () => {
    const month = (await rowsOf(demo, totals))
      .filter((sheet) => sheet.month === "2026-10-01")
      .map(({ total }) => Number(total));
    expect(month).toHaveLength(43);
    expect(Math.min(...month)).toBeLessThan(85);
    expect(Math.min(...month)).toBeGreaterThan(60);
    expect(Math.max(...month)).toBe(100);
    expect(new Set(month).size).toBeLessThan(43);
    expect(new Set(month).size).toBeGreaterThan(20);
  });

  test("tells of votes without quorum, late entries, gaps and photographs", async () => {
    const [found] = await rowsOf(
      demo,
      sql<{ invalid: number; late: number; overdue: number; both: number; files: number }>`
      SELECT (SELECT count(*)::int FROM vote_tally WHERE NOT valid) AS invalid,
        (SELECT count(*)::int FROM record WHERE late_entry) AS late,
        (SELECT count(*)::int FROM obligation WHERE state = 'todo' AND due_on < '2026-11-21') AS overdue,
        (SELECT count(*)::int FROM record WHERE cardinality(template_codes) = 2) AS both,
        (SELECT count(*)::int FROM record WHERE files > 0) AS files`,
    );
    expect(found?.invalid).toBeGreaterThan(0);
    expect(found?.late).toBeGreaterThan(0);
    expect(found?.overdue).toBeGreaterThan(0);
    expect(found?.both).toBeGreaterThan(0);
    expect(found?.files).toBeGreaterThan(20);
  });

  test("one late entry of a published month adjusts it, and the newest closed month waits for its leader", async () => {
    const adjusted = await rowsOf(
      demo,
      sql<{ branch: string; month: string; differs: boolean }>`
      SELECT o.name AS branch, to_char(a.period_from, 'YYYY-MM') AS month, s.total <> a.total AS differs
      FROM score_sheet a JOIN organization o ON o.tenant_id = a.tenant_id AND o.id = a.organization_id
      JOIN score_sheet s ON s.tenant_id = a.tenant_id AND s.organization_id = a.organization_id AND s.scheme_code = a.scheme_code
        AND s.period_from = a.period_from AND s.period_version = a.period_version AND s.basis = 'published'
      WHERE a.basis = 'adjusted' AND a.scheme_code = 'monthly'`,
    );
    expect(adjusted).toEqual([
      { branch: expect.stringMatching(/党支部$/), month: expect.stringMatching(/^202[56]-/), differs: true },
    ]);
    const boards = await rowsOf(
      demo,
      sql<{ newest: string }>`SELECT max(to_char(period_from, 'YYYY-MM')) AS newest FROM board`,
    );
    expect(boards).toEqual([{ newest: "2026-08" }]);
    expect((adjusted[0]?.month ?? "") <= "2026-08").toBe(true);
  });

  test("a month's scores were worked out as it was closed, and those of this month today", async () => {
    const workedOut = await rowsOf(
      demo,
      sql<{ month: string; at: string }>`
      SELECT DISTINCT to_char(period_from, 'YYYY-MM') AS month, to_char(computed_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS at
      FROM score_sheet WHERE basis = 'published' AND period_from <= '2026-11-21' ORDER BY 1, 2`,
    );
    const closed = monthsFromTo("2025-10", "2026-10").map((month) => ({ month, at: addMonths(month, 1) }));
    expect(workedOut).toEqual([...closed, { month: "2026-11", at: "2026-11" }]);
  });

  test("its plan asks other work of other classes and of the 党委, and was changed in June without touching what lay before", async () => {
    const lines = await rowsOf(
      demo,
      sql<{ requirement: string; template: string; classes: string }>`
      SELECT l.requirement, l.template_code AS template, array_to_string(l.classes, '、') AS classes
      FROM plan p JOIN plan_line l ON l.plan_id = p.id WHERE p.year = 2026 AND (l.classes <> '{}' OR l.requirement = 'improving') ORDER BY l.position`,
    );
    expect(lines).toEqual([
      { requirement: "basic", template: "one_plus_six", classes: "供电所类" },
      { requirement: "improving", template: "member_practice", classes: "生产类、供电所类" },
      { requirement: "improving", template: "model_posts", classes: "营销类" },
      { requirement: "improving", template: "talent_training", classes: "职能类" },
      { requirement: "improving", template: "member_practice", classes: "营销类" },
    ]);
    const [changed] = await rowsOf(
      demo,
      sql<{ version: number; from: string; early: number; halves: number; quarters: number; waived: number }>`
      SELECT c.version, c.from_day AS "from",
        (SELECT count(*)::int FROM obligation ob WHERE ob.waived_by_plan AND ob.period_from < '2026-06-01') AS early,
        (SELECT count(*)::int FROM obligation ob WHERE ob.template_code = 'member_practice' AND ob.period_from = '2026-01-01' AND ob.state <> 'waived') AS halves,
        (SELECT count(*)::int FROM obligation ob WHERE ob.template_code = 'member_practice' AND ob.period_from = '2026-07-01' AND ob.period_to = '2026-09-30') AS quarters,
        (SELECT count(*)::int FROM obligation ob WHERE ob.template_code = 'member_practice' AND ob.waived_by_plan) AS waived
      FROM plan_change c JOIN plan p ON p.id = c.plan_id WHERE p.year = 2026`,
    );
    // 22 branches of two classes owed the half-years; the second one became two quarters.
    expect(changed).toEqual({ version: 2, from: "2026-06-01", early: 0, halves: 22, quarters: 22, waived: 22 });
  });

  test("its 党委 meets every month, and three branches hold one 主题党日 a quarter together", async () => {
    const sessions = await rowsOf(
      demo,
      sql<{ template: string; records: number }>`
      SELECT t.template, count(*)::int AS records FROM record r CROSS JOIN unnest(r.template_codes) AS t(template)
      JOIN organization o ON o.id = r.organization_id WHERE o.parent_id IS NULL GROUP BY 1 ORDER BY 1`,
    );
    const held = new Map(sessions.map(({ template, records }) => [template, records]));
    expect(held.get("committee_session")).toBe(14);
    expect(held.get("first_topic")).toBeGreaterThan(9);
    expect(held.get("study_center")).toBe(5);
    expect(held.get("strict_governance")).toBe(2);
    expect(held.get("ideology")).toBe(2);
    const joint = await rowsOf(
      demo,
      sql<{ quarter: string; hosts: number; own: boolean; discharged: number }>`
      SELECT to_char(date_trunc('quarter', r.occurred_on), 'YYYY-MM') AS quarter, count(*)::int AS hosts,
        count(DISTINCT h.expected) > 1 AS own, (SELECT count(*)::int FROM obligation ob WHERE ob.record_id = r.id) AS discharged
      FROM record r JOIN record_host h ON h.record_id = r.id GROUP BY r.id, r.occurred_on HAVING count(*) > 1 ORDER BY 1`,
    );
    expect(joint.map(({ quarter }) => quarter)).toEqual(["2025-10", "2026-01", "2026-04", "2026-07", "2026-10"]);
    for (const { hosts, own, discharged } of joint)
      expect({ hosts, own, discharged }).toEqual({ hosts: 3, own: true, discharged: 3 });
  });

  test("records were corrected, taken back, sampled and made up for; drafts wait for the secretary", async () => {
    const [found] = await rowsOf(
      demo,
      sql<{
        corrected: number;
        revoked: number;
        madeUp: number;
        waiting: number;
        typed: number;
        population: number;
        drawn: number;
        open: number;
        mended: number;
      }>`
      SELECT (SELECT count(*)::int FROM record WHERE state = 'corrected') AS corrected,
        (SELECT count(*)::int FROM record WHERE state = 'revoked') AS revoked,
        (SELECT count(*)::int FROM record_make_up) AS "madeUp",
        (SELECT count(*)::int FROM record_draft WHERE state = 'awaiting_signature') AS waiting,
        (SELECT count(*)::int FROM record_draft WHERE state = 'draft') AS typed,
        (SELECT population FROM record_sample) AS population,
        (SELECT count(*)::int FROM record_sample_item) AS drawn,
        (SELECT count(*)::int FROM record_sample_item WHERE state = 'open') AS open,
        (SELECT count(*)::int FROM record_sample_item i JOIN record r ON r.id = i.record_id WHERE i.state = 'accepted' AND r.version = 2 AND i.version = 2) AS mended`,
    );
    expect(found).toMatchObject({ corrected: 3, revoked: 1, waiting: 1, typed: 1, open: 2, mended: 1 });
    expect(found?.madeUp).toBeGreaterThan(10);
    expect(found?.drawn).toBe(Math.ceil((found?.population ?? 0) / 10));
  });

  test("more time was granted, refused and asked for, a duty waived with its reason, tasks handed in and checked", async () => {
    const requests = await rowsOf(
      demo,
      sql<{ kind: string; state: string; reason: boolean; own: boolean }>`
      SELECT kind, state, reason <> '' AS reason, asked_by IS NOT DISTINCT FROM decided_by AS own FROM obligation_request ORDER BY kind, state`,
    );
    expect(requests).toEqual([
      { kind: "extend", state: "approved", reason: true, own: false },
      { kind: "extend", state: "open", reason: true, own: false },
      { kind: "extend", state: "refused", reason: true, own: false },
      { kind: "waive", state: "approved", reason: true, own: false },
    ]);
    const [found] = await rowsOf(
      demo,
      sql<{ extended: number; waived: number; done: number; returned: number; begun: number }>`
      SELECT (SELECT count(*)::int FROM obligation WHERE extended_to IS NOT NULL) AS extended,
        (SELECT count(*)::int FROM obligation WHERE state = 'waived' AND NOT waived_by_plan AND waived_reason <> '') AS waived,
        (SELECT count(*)::int FROM obligation WHERE state = 'discharged' AND record_id IS NULL) AS done,
        (SELECT count(*)::int FROM obligation_step WHERE action = 'return') AS returned,
        (SELECT count(*)::int FROM obligation WHERE state = 'in_progress') AS begun`,
    );
    expect(found).toMatchObject({ extended: 1, waived: 1 });
    expect(found?.done).toBeGreaterThan(30);
    expect(found?.returned).toBeGreaterThan(0);
    expect(found?.begun).toBeGreaterThan(10);
  });

  test("every branch and the 党委 looked at themselves, a third was verified by somebody else and has its targets", async () => {
    const [found] = await rowsOf(
      demo,
      sql<{ looked: number; verified: number; gaps: number; targets: number }>`
      SELECT count(DISTINCT organization_id)::int AS looked, count(DISTINCT organization_id) FILTER (WHERE verified_by <> self_by)::int AS verified,
        count(*) FILTER (WHERE NOT self_met AND due_on > '2026-11-21')::int AS gaps,
        (SELECT count(DISTINCT organization_id)::int FROM benchmark_target WHERE year = 2026) AS targets FROM benchmark_result`,
    );
    expect(found).toMatchObject({ looked: 44, verified: 15, targets: 15 });
    expect(found?.gaps).toBeGreaterThan(0);
  });

  test("leaves this month's 主题党日 of the secretary's branch to be done", async () => {
    const open = await rowsOf(
      demo,
      sql<{ template: string }>`
      SELECT DISTINCT template_code AS template FROM obligation ob JOIN organization o ON o.tenant_id = ob.tenant_id AND o.id = ob.organization_id
      WHERE o.name = '变电运维中心党支部' AND ob.state = 'todo' AND ob.period_from <= '2026-11-21' AND ob.period_to >= '2026-11-21' ORDER BY 1`,
    );
    expect(open.map(({ template }) => template)).toEqual(
      expect.arrayContaining(["committee_meeting", "group_meeting", "party_lecture", "theme_day"]),
    );
  });

  test("exports a roster of everybody that changes nothing when it is sent back", async () => {
    const { changes, unchanged } = await rosterSentBack(demo.application, demo.summary.groupCode, "Demo-pass-2026");
    expect(changes).toBe(0);
    expect(unchanged.get("人员")).toBe(demo.summary.counts.members);
    expect(unchanged.get("任职")).toBeGreaterThan(43 * 3);
  });
});

test.each([
  ["2026-01-01", "2025-01-01", 13],
  ["2027-03-01", "2026-01-01", 15],
])("a demo of %s begins on %s", async (day, first, months) => {
  const demo = await filledOn(day, 6);
  expect(demo.summary.counts).toMatchObject({ branches: 7, months });
  const [span] = await rowsOf(
    demo,
    sql<{ first: string; last: string; from: string }>`
    SELECT min(occurred_on) AS first, max(occurred_on) AS last, (SELECT min(valid_from) FROM organization WHERE kind = 'BRANCH') AS "from" FROM record`,
  );
  expect(span?.from).toBe(first);
  expect((span?.last ?? "") < day).toBe(true);
  await demo.close();
});

test("the same day gives the same people and the same scores", async () => {
  const [one, two] = [await filledOn("2026-05-12", 6), await filledOn("2026-05-12", 6)];
  expect(await rowsOf(two, totals)).toEqual(await rowsOf(one, totals));
  const names = async (demo: Filled) => (await rowsOf(demo, people)).map(({ name }) => name).sort();
  expect(await names(two)).toEqual(await names(one));
  expect(two.summary).toEqual(one.summary);
  await Promise.all([one.close(), two.close()]);
});
