import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { tablePrivileges } from "../../platform/db/privileges.ts";
import type { Client } from "../../testing/client.ts";
import { branchForEachDepartment, type DepartmentsGroup, departmentsGroup } from "../../testing/departments-group.ts";
import { meetingBody } from "../../testing/meeting.ts";
import { followingNow, whatDiffersAnew } from "../../testing/scores-anew.ts";
import { markMissingSheets } from "../assessment/index.ts";

// A hundred and more members, and everything is worked out several times.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

type Asked = Body<"previewReorganization">;

let group: DepartmentsGroup;
let secretary: Client;
let leader: Client;
const shape = [4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3];
let asked: Asked;
let begun: readonly string[];
let februaryBefore: string;
let before: Record<string, string[]>;
let following: ReadonlyMap<string, string>;
let recordId: string;
let reorganizationId: string;

const top = () => ({ params: { organizationId: group.committeeId } });
const effectiveOn = "2026-03-16";

beforeAll(async () => {
  group = await departmentsGroup(shape);
  const { joint, office } = group;
  const templateCodes = ["theme_day", "general_meeting", "party_lecture", "committee_meeting"];
  await office.ask("issuePlan", {
    body: { organizationId: group.rootId, year: 2026, name: "年度计划", templateCodes },
  });
  secretary = await group.caller("secretary.first", "branch_secretary", joint[0]?.id);
  leader = await group.caller("leader.mine", "party_committee_leader", group.committeeId);
  const first = joint[0];
  const memberIds = first?.departments.flatMap(({ personIds }) => personIds) ?? [];
  const body = meetingBody(
    { id: first?.id as string, mark: "", memberIds },
    { occurredOn: "2026-02-10", lateReason: "漏录" },
  );
  const submitted = await secretary.ask("submitRecord", {
    params: { organizationId: first?.id as string },
    body,
    headers: { "idempotency-key": "february" },
  });
  recordId = submitted.recordId;
  await markMissingSheets(group.application.workshop, group.tenantId, 13);
  await group.fold();
  februaryBefore = await february();
  following = await followingNow(group.application.workshop.database.reading(group.tenantId), group.tenantId);
  const { plan, begun: branches } = branchForEachDepartment(group, { secretaries: true });
  [asked, begun] = [plan, branches];
});
afterAll(() => group.close());

const february = async () =>
  (
    await group.officer.call("getBoard", {
      params: { organizationId: group.rootId },
      query: { period: "2026-02", class: "生产类", limit: 200 },
    })
  ).text;

const branchesOn = async (on: string) => {
  const { branches, members } = await group.officer.ask("getOrganization", { ...top(), query: { on } });
  return { branches, members };
};

/** Every row of every table as text, but for what only grows and for the labels that are used up. */
async function everyRow(): Promise<Record<string, string[]>> {
  const left = new Set([
    "audit_entry",
    "audit_unsealed",
    "audit_seal",
    "audit_anchor",
    "outbox",
    "count_request",
    "reorganization",
    "change_image",
    "session",
    "personal_token",
    "idempotency",
    "migration",
  ]);
  const tables: Record<string, string[]> = {};
  for (const table of Object.keys(tablePrivileges).filter((name) => !left.has(name))) {
    const rows = await group.query<{ row: string }>(
      `SELECT (to_jsonb(t) - 'next_label' - 'computed_at')::text AS row FROM ${table} t ORDER BY 1`,
    );
    tables[table] = rows.map(({ row }) => row);
  }
  return tables;
}

/** The first rows that only one of the two has. */
function differing(was: Record<string, string[]>, is: Record<string, string[]>): string[] {
  return Object.keys(is).flatMap((table) => {
    const [old, now] = [new Set(was[table]), new Set(is[table])];
    const gone = [...old].filter((row) => !now.has(row)).map((row) => `gone from ${table}: ${row}`);
    const come = [...now].filter((row) => !old.has(row)).map((row) => `come to ${table}: ${row}`);
    return [...gone, ...come].slice(0, 3);
  });
}

const preview = () => group.officer.ask("previewReorganization", { ...top(), body: asked });

test("the preview lists what 13 joint branches becoming 43 would do, and writes nothing", async () => {
  before = await everyRow();
  const { digest, refusals, effects } = await preview();
  expect(refusals).toEqual([]);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(effects?.ended.map(({ name }) => name)).toEqual(group.joint.map(({ name }) => name));
  expect(effects?.begun.map(({ members }) => members)).toEqual(Array.from({ length: 43 }, () => 3));
  expect([effects?.membersMoved.length, effects?.appointmentsEnded.length, effects?.appointmentsBegun.length]).toEqual([
    129, 13, 43,
  ]);
  expect(effects?.membersMoved[0]).toMatchObject({ personName: expect.stringMatching(/^党员/) });
  expect(effects?.sameness).toMatchObject({
    organization: true,
    leaders: true,
    rules: true,
    assessment: true,
    reasons: [],
  });
  expect(effects?.access).toMatchObject([
    { accountName: expect.stringContaining("secretary.first"), ends: true, organization: { name: "第1联合党支部" } },
    { accountName: expect.stringContaining("leader.mine"), ends: false, gained: { count: 43 } },
  ]);
  expect(effects?.successions).toHaveLength(43);
  expect(effects?.dutiesWaived).toBeGreaterThan(13);
  expect(differing(before, await everyRow())).toEqual([]);
});

test("it is applied as one act: 13 branches on the 15th, 43 on the 16th, the same members", async () => {
  const { digest } = await preview();
  const { id } = await group.officer.ask("applyReorganization", {
    ...top(),
    body: { ...asked, digest: digest as string },
  });
  reorganizationId = id;
  const entries = await group.query("SELECT 1 FROM audit_entry WHERE object = $1", [`reorganization ${id}`]);
  expect(entries).toHaveLength(1);
  await group.fold();
  expect(await branchesOn("2026-03-15")).toEqual({ branches: 13, members: 129 });
  expect(await branchesOn("2026-03-16")).toEqual({ branches: 43, members: 129 });
});

test("February's board is identical to the byte, and every figure is what its facts give", async () => {
  expect(await february()).toBe(februaryBefore);
  expect(await whatDiffersAnew(group.application.workshop, group.tenantId)).toEqual([]);
});

test("open duties of the old branches are waived; the new ones owe nothing for March and everything from April on", async () => {
  const old = await group.query<{ state: string; n: number }>(
    `SELECT state, count(*)::int AS n FROM obligation WHERE organization_id = ANY($1) AND due_on > '2026-03-15' GROUP BY 1`,
    [group.joint.map(({ id }) => id)],
  );
  const stored = await group.officer.ask("getReorganization", { params: { reorganizationId } });
  expect(old).toEqual([{ state: "waived", n: stored.effects.dutiesWaived }]);
  const fresh = await group.query<{ template: string; first: string; n: number }>(
    `SELECT template_code AS template, min(period_from)::text AS first, count(*)::int AS n FROM obligation
     WHERE organization_id = ANY($1) GROUP BY 1 ORDER BY 1`,
    [begun],
  );
  expect(fresh).toEqual([
    { template: "general_meeting", first: "2026-04-01", n: 43 * 3 },
    { template: "party_lecture", first: "2026-04-01", n: 43 * 3 },
    { template: "theme_day", first: "2026-04-01", n: 43 * 9 },
  ]);
  expect(stored.effects.dutiesIssued).toBe(43 * 15);
});

test("papers of a branch that ended are still reached by who oversees it, no longer by its secretary", async () => {
  group.clock.forward(1);
  const oversees = await leader.call("getRecord", { params: { recordId } });
  expect(oversees.status).toBe(200);
  const ended = await secretary.call("getRecord", { params: { recordId } });
  expect(ended.refusal.code).toBe("access.not_allowed");
  const {
    effects,
    undoable,
    effectiveOn: day,
  } = await group.officer.ask("getReorganization", {
    params: { reorganizationId },
  });
  expect([day, undoable, effects.begun.length]).toEqual([effectiveOn, true, 43]);
});

test("new branches are found by their names", async () => {
  const { items } = await group.officer.ask("searchOrganizations", { query: { q: "第43部门", limit: 10 } });
  expect(items.map(({ name }) => name)).toEqual(["第43部门党支部"]);
});

test("taken back, every table is as it was, and so is every score", async () => {
  await group.officer.ask("undoReorganization", { params: { reorganizationId }, body: { reason: "党委会另有决定" } });
  const entries = await group.query("SELECT 1 FROM audit_entry WHERE object = $1", [
    `reorganization ${reorganizationId}`,
  ]);
  expect(entries).toHaveLength(2);
  await group.fold();
  expect(differing(before, await everyRow())).toEqual([]);
  const after = await followingNow(group.application.workshop.database.reading(group.tenantId), group.tenantId);
  expect([...after].filter(([key, value]) => following.get(key) !== value)).toEqual([]);
  expect(after.size).toBe(following.size);
  expect(await branchesOn("2026-03-16")).toEqual({ branches: 13, members: 129 });
  const { undone } = await group.officer.ask("getReorganization", { params: { reorganizationId } });
  expect(undone?.reason).toBe("党委会另有决定");
  await group.refused(
    group.officer,
    "undoReorganization",
    { params: { reorganizationId }, body: { reason: "x" } },
    "reorganization.undone_before",
  );
});
