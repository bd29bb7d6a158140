import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { addFigures, noDuties } from "@dutyloop/domain/duties/matrix-rules.ts";
import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../../testing/client.ts";
import {
  attendanceOf,
  type JointBranches,
  type JointHost,
  jointBranches,
  themeDay,
} from "../../../testing/joint-branches.ts";

type Matrix = Answer<"getDutyMatrix">;
type Query = { level?: "children" | "all"; on?: string; template?: string; after?: string; limit?: number };

let group: JointBranches;
let office: Client;
let committee: string;
let hosts: [JointHost, JointHost, JointHost];
const year = 2026;

beforeAll(async () => {
  group = await jointBranches([6, 5, 4]);
  hosts = group.hosts as typeof hosts;
  office = await group.lasting("officer", "party_affairs_officer", group.rootId);
  committee = await group.organization("committee", { kind: "COMMITTEE" });
  const [first, second, third] = hosts;
  const joining = { organizationId: second.id, subjectId: second.id, attendance: attendanceOf(second, 4), guests: [] };
  const submit = (host: JointHost, over: Parameters<typeof themeDay>[1], key: string) =>
    group.secretary.ask("submitRecord", {
      params: { organizationId: host.id },
      body: themeDay(host, over),
      headers: { "idempotency-key": `matrix-${key}` },
    });
  // One joint record on time, and one that comes late.
  await submit(first, { hosts: [joining], occurredOn: "2026-03-12" }, "joint");
  await submit(third, { occurredOn: "2026-02-11" }, "late-record");
  const [duty] = await group.query<{ id: string }>(
    "SELECT id FROM obligation WHERE organization_id = $1 AND template_code = 'theme_day' AND due_on < '2026-02-10'",
    [third.id],
  );
  const obligationId = duty?.id ?? "";
  const body = { obligationIds: [obligationId], reason: "停产" };
  await office.ask("waiveObligations", { params: { organizationId: group.rootId }, body });
  // The second branch leads its life elsewhere from 1 March on.
  await office.ask("moveOrganization", {
    params: { organizationId: second.id },
    body: { parentId: committee, on: "2026-03-01" },
  });
  // A leader of the committee belongs to the first branch, and one to the second.
  for (const [personId, post] of [
    [first.personIds[0], "SECRETARY"],
    [second.personIds[4], "DEPUTY_SECRETARY"],
  ])
    await group.query(
      `INSERT INTO appointment (tenant_id, id, person_id, organization_id, post, valid_from)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, '2026-01-01')`,
      [group.tenantId, personId, committee, post],
    );
  await group.count();
});
afterAll(() => group.close());

const ask = (organizationId: string, query: Query = {}, client = office) =>
  client.ask("getDutyMatrix", { params: { organizationId }, query: { year, ...query } });
const months = (cells: readonly (DutyFigures | null)[]) => cells.map((cell) => cell ?? noDuties);
/** The rows and what is elsewhere, added up month by month. */
function sum({ items, elsewhere }: Pick<Matrix, "items" | "elsewhere">): DutyFigures[] {
  const years = [...items.map((row) => months(row.months)), ...(elsewhere ? [months(elsewhere)] : [])];
  return Array.from({ length: 12 }, (_, index) =>
    years.reduce((all, one) => addFigures(all, one[index] ?? noDuties), noDuties),
  );
}
const named = ({ items }: Matrix) => items.map(({ organizationName }) => organizationName);
const rowOf = (matrix: Matrix, id: string) => matrix.items.find(({ organizationId }) => organizationId === id);

test("the totals are the sum of the rows at every level, by children and by every organisation", async () => {
  for (const id of [group.rootId, group.generalId, committee, hosts[0].id]) {
    const [byChild, all] = await Promise.all([ask(id), ask(id, { level: "all" })]);
    expect(sum(byChild)).toEqual(byChild.totals);
    expect(sum(all)).toEqual(all.totals);
    expect(all.totals).toEqual(byChild.totals);
    for (const { own, organizationId, months: cells } of byChild.items) {
      const below = own ? [] : (await ask(organizationId)).totals;
      for (const [index, cell] of cells.entries()) if (!own && cell) expect(below[index]).toEqual(cell);
    }
  }
  const { totals } = await ask(group.rootId);
  expect(totals.slice(0, 4)).toEqual([
    { owed: 2, done: 0, overdue: 2, late: 0 },
    { owed: 3, done: 1, overdue: 2, late: 1 },
    { owed: 9, done: 2, overdue: 0, late: 0 },
    { owed: 3, done: 0, overdue: 0, late: 0 },
  ]);
});

test("the figures of one month and the workbench say what the matrix says", async () => {
  for (const id of [group.rootId, group.generalId, committee]) {
    const matrix = await ask(id);
    for (const period of ["2026-01", "2026-02", "2026-03"]) {
      const index = Number(period.slice(5)) - 1;
      const figures = await office.ask("getDutyFigures", { params: { organizationId: id }, query: { period } });
      expect(figures.total).toEqual(matrix.totals[index]);
      expect(figures.rows.map((row) => row.figures)).toEqual(matrix.items.flatMap((row) => row.months[index] ?? []));
      const page = await office.ask("getWorkbench", { params: { organizationId: id }, query: { period } });
      const { meetings, overdue, lateEntries } = page.figures;
      expect({ owed: meetings.of, done: meetings.done, overdue: overdue.obligations, late: lateEntries }).toEqual(
        figures.total,
      );
    }
  }
});

test("a branch that moved stands in each month where it stood at its end, and on a given day where it stood on it", async () => {
  const second = hosts[1].id;
  const there = (cells: Matrix["items"][number]["months"] | undefined) => cells?.map((cell) => cell !== null);
  const split = [true, true, ...Array.from({ length: 10 }, () => false)];
  expect(there(rowOf(await ask(group.generalId), second)?.months)).toEqual(split);
  expect(there(rowOf(await ask(committee), second)?.months)).toEqual(split.map((one) => !one));
  const before = await ask(group.generalId, { on: "2026-02-15" });
  expect(there(rowOf(before, second)?.months)).toEqual(split.map(() => true));
  expect(sum(before)).toEqual(before.totals);
  expect(rowOf(await ask(committee, { on: "2026-02-15" }), second)).toBeUndefined();
  const all = await ask(committee, { on: "2026-03-18", level: "all" });
  expect(sum(all)).toEqual(all.totals);
  expect(rowOf(all, second)?.months[0]).toEqual({ owed: 1, done: 0, overdue: 1, late: 0 });
});

test("one kind of work by itself adds up to the whole", async () => {
  const codes = ["theme_day", "party_lecture", "general_meeting"];
  for (const level of ["children", "all"] as const) {
    const parts = await Promise.all(codes.map((template) => ask(group.rootId, { level, template })));
    for (const part of parts) expect(sum(part)).toEqual(part.totals);
    const together = parts.reduce(
      (all, { totals }) => all.map((cell, index) => addFigures(cell, totals[index] ?? noDuties)),
      Array.from({ length: 12 }, () => noDuties),
    );
    expect(together).toEqual((await ask(group.rootId)).totals);
  }
});

test("pages follow each other without a gap, and the last tells what is elsewhere", async () => {
  const whole = await ask(group.rootId, { level: "all" });
  const seen: string[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < 10; pages += 1) {
    const page = await ask(group.rootId, { level: "all", limit: 2, ...(after === undefined ? {} : { after }) });
    seen.push(...named(page));
    if (page.next === null) break;
    after = page.next;
  }
  expect(seen).toEqual(named(whole));
});

test("who stood here then and stands where the caller sees nothing now is counted without a name", async () => {
  const limited = await group.lasting("limited", "party_affairs_officer", group.generalId);
  for (const level of ["children", "all"] as const) {
    const matrix = await ask(group.generalId, { level }, limited);
    expect(named(matrix)).not.toContain("branch1");
    expect(matrix.elsewhere?.map((cell) => cell?.owed ?? null).slice(0, 3)).toEqual([1, 1, null]);
    expect(sum(matrix)).toEqual(matrix.totals);
  }
  await group.refused(
    limited,
    "getDutyMatrix",
    { params: { organizationId: committee }, query: { year } },
    "not_found",
  );
});

test("a branch sees its own row and nobody else's", async () => {
  const secretary = await group.lasting("own", "branch_secretary", hosts[0].id);
  const matrix = await ask(hosts[0].id, {}, secretary);
  expect(named(matrix)).toEqual(["branch0"]);
  expect(matrix.totals[2]).toEqual({ owed: 3, done: 1, overdue: 0, late: 0 });
  await group.refused(
    secretary,
    "getDutyMatrix",
    { params: { organizationId: group.generalId }, query: { year } },
    "not_found",
  );
});

test("leaders of a committee are counted at the meetings of their own branches", async () => {
  const { items } = await ask(committee);
  expect(items[0]?.leaders?.slice(1, 4)).toEqual([
    { expected: 0, attended: 0 },
    { expected: 2, attended: 1 },
    { expected: 0, attended: 0 },
  ]);
  expect(items.find(({ kind }) => kind === "BRANCH")?.leaders).toBeNull();
});

test("what was typed and what the system filled in is told by month and organisation, and is typed once", async () => {
  const burden = await office.ask("getBurden", { params: { organizationId: group.rootId }, query: { year } });
  const stored = await group.query<{ typed: number; filled: number }>(
    "SELECT sum(typed_fields)::int AS typed, sum(filled_fields)::int AS filled FROM record",
  );
  const total = (key: "typed" | "filled" | "records") => burden.months.reduce((all, one) => all + one[key], 0);
  expect({ typed: total("typed"), filled: total("filled") }).toEqual(stored[0]);
  expect(total("filled")).toBe(6 + 4 + 4);
  // Day, place, title, two times, minutes, topic; of those who joined one mark and its reason.
  expect(burden.months[2]).toMatchObject({ records: 2, typed: 7 + 2 });
  expect(burden.branches).toBe(3);
  expect(burden.rows.reduce((all, row) => all + row.typed, 0)).toBe(total("typed"));
});
