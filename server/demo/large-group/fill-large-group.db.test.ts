import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Application, openApplication } from "../../application.ts";
import { statusOfGroups } from "../../commands/status.ts";
import { configuredIn } from "../../platform/configuration/index.ts";
import type { Workshop } from "../../platform/ritual/perform.ts";
import { type FreshDatabase, freshDatabase } from "../../testing/database.ts";
import { rosterSentBack } from "../../testing/demo-roster.ts";
import { secondScores, standingScores } from "../../testing/second-scores.ts";
import { fillDemo } from "../fill-demo.ts";
import { fillLargeGroup, type LargeGroupAccess } from "./fill-large-group.ts";

const options = { password: "Demo-pass-2026", subsidiaries: 1 };

let database: FreshDatabase;
let folder: string;
let application: Application;
/** The day of the program's clock. */
let day = "2026-11-21";
let filled: LargeGroupAccess;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "dutyloop-large-"));
  application = await openApplication({
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
  await fillDemo(application, { password: options.password, branches: 3 });
  const underWay: Promise<unknown>[] = [];
  await expect(fillLargeGroup(endingAfter(application, 150, underWay), options)).rejects.toThrow("killed");
  await Promise.allSettled(underWay);
  // Whoever goes on does it a month later, in another quarter.
  day = "2027-01-04";
  filled = await fillLargeGroup(application, options);
});
afterAll(async () => {
  await application.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** The application as if it were killed after so many transactions; the last of them are still under way then. */
function endingAfter(whole: Application, writes: number, underWay: Promise<unknown>[]): Application {
  let left = writes;
  const { database: real } = whole.workshop;
  const writing: typeof real.writing = (tenantId, opening, work) => {
    left -= 1;
    if (left < 0) throw new Error("killed");
    const written = real.writing(tenantId, opening, work);
    underWay.push(written);
    return written;
  };
  const workshop: Workshop = { ...whole.workshop, database: { ...real, writing } };
  return { ...whole, workshop };
}

/** Reads as the demo's second group. */
async function rowsOf<Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  const { workshop } = application;
  const { tenant_id: tenantId } = await workshop.database.outside
    .selectFrom("tenant")
    .where("code", "=", filled.groupCode)
    .select("tenant_id")
    .executeTakeFirstOrThrow();
  return (await query.execute(workshop.database.reading(tenantId))).rows;
}

const recordCount = sql<{ records: number }>`SELECT count(*)::int AS records FROM record`;

describe("the demo's second group, killed while it was filled and filled again", () => {
  test("has by key what its plan says, and the first group stays as it is", async () => {
    const [first, second] = await statusOfGroups(application.workshop);
    expect(first?.group.code).toBe("lanyang");
    expect(first?.shape).toMatchObject({ committees: 1, generalBranches: 0, units: 0, regions: 0, restrictedUnits: 0 });
    expect(second?.group).toEqual({ code: "jichuan", name: "霁川科技集团党委" });
    expect(second?.shape).toEqual({
      committees: 3,
      generalBranches: 1,
      branches: 19,
      groups: 39,
      leadingGroups: 3,
      members: 437,
      units: 24,
      regions: 1,
      restrictedUnits: 1,
    });
    expect(second?.counts).toMatchObject({ committees: 3, general_branches: 1, branches: 19, people: 437, plans: 4 });
    expect(second?.backlog).toMatchObject({ outbox: 0, unsealedAudit: 0 });
  });

  test("tells of the months before the day on which it was founded, each meeting once", async () => {
    const ofMonths = await rowsOf(
      sql<{ month: string; records: number }>`
      SELECT to_char(occurred_on, 'YYYY-MM') AS month, count(*)::int AS records FROM record GROUP BY 1 ORDER BY 1`,
    );
    expect(ofMonths).toHaveLength(14);
    expect(ofMonths[0]?.month).toBe("2025-10");
    expect(ofMonths.at(-1)?.month).toBe("2026-11");
    const twice = await rowsOf(
      sql<{ day: string }>`SELECT occurred_on AS day FROM record
      GROUP BY organization_id, occurred_on, template_codes HAVING count(*) > 1`,
    );
    expect(twice).toEqual([]);
  });

  test("has closed the months before the last whole one", async () => {
    const closed = await rowsOf(
      sql<{ month: string }>`SELECT to_char(period_from, 'YYYY-MM') AS month FROM period
      WHERE span = 'month' AND state = 'closed' ORDER BY 1`,
    );
    expect(closed).toHaveLength(12);
    expect(closed.at(-1)?.month).toBe("2026-09");
  });

  test("has the scores that a second implementation in plain SQL gives", async () => {
    const standing = await rowsOf(standingScores);
    expect(standing.length).toBeGreaterThan(19 * 12);
    expect(standing).toEqual(await rowsOf(secondScores));
  });

  test("a company asks more of its branches than the group does, and they do it", async () => {
    const asked = await rowsOf(
      sql<{ owner: string; lines: string; done: boolean }>`
      SELECT o.code AS owner, string_agg(DISTINCT l.template_code, ' ' ORDER BY l.template_code) AS lines,
        bool_or(EXISTS (SELECT 1 FROM obligation ob WHERE ob.source_id = l.id AND ob.state = 'discharged')) AS done
      FROM plan p JOIN organization o ON o.id = p.organization_id JOIN plan_line l ON l.plan_id = p.id GROUP BY 1 ORDER BY 1`,
    );
    expect(asked).toEqual([
      { owner: "DW01", lines: "committee_meeting member_practice", done: true },
      { owner: "jichuan", lines: "general_meeting party_lecture theme_day", done: true },
    ]);
  });

  test("the group's own way of a 主题党日 is adapted by its company, each gone its way by reviews and adoption", async () => {
    const versions = await rowsOf(
      sql<{ owner: string; base: number; stage: string; reviews: number; adopted: boolean }>`
      SELECT o.code AS owner, v.base_version AS base,
        (SELECT a.to_stage FROM template_act a WHERE a.code = v.code AND a.version = v.version ORDER BY a.number DESC LIMIT 1) AS stage,
        (SELECT count(*)::int FROM template_review r WHERE r.code = v.code AND r.version = v.version AND r.reviewer_id <> v.published_by) AS reviews,
        EXISTS (SELECT 1 FROM template_adoption d WHERE d.code = v.code AND d.version = v.version AND d.organization_id = v.owner_id) AS adopted
      FROM template_version v JOIN organization o ON o.id = v.owner_id ORDER BY v.version`,
    );
    expect(versions).toEqual([
      { owner: "jichuan", base: 3, stage: "promoted", reviews: 2, adopted: true },
      { owner: "DW01", base: 1001, stage: "promoted", reviews: 2, adopted: true },
    ]);
  });

  test("names who can sign in, in the group's own list", () => {
    expect(filled.signIns.map(({ signInName }) => signInName)).toEqual(
      ["leader", "officer", "organizer", "discipline", "supervisor", "generalsecretary", "secretary", "member"].concat([
        "system",
        "security",
        "audit",
      ]),
    );
  });

  test("filled once more it stays as it is", async () => {
    const before = await rowsOf(recordCount);
    expect(await fillLargeGroup(application, options)).toEqual(filled);
    expect(await rowsOf(recordCount)).toEqual(before);
  });

  test("exports a roster of everybody outside the restricted unit that changes nothing when it is sent back", async () => {
    const { changes, unchanged } = await rosterSentBack(application, filled.groupCode, options.password);
    expect(changes).toBe(0);
    expect(unchanged.get("单位")).toBe(23);
    expect(unchanged.get("人员")).toBe(437);
  });
});
