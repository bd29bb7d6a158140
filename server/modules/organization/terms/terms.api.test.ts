import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";

let group: AssessedGroup;
let office: Client;
const ids: Record<string, string> = {};

beforeAll(async () => {
  group = await assessedGroup();
  const from = { validFrom: "2026-01-01" };
  ids.north = await group.organization("north", { kind: "COMMITTEE", ...from });
  for (const code of ["late", "soon", "fresh", "silent"])
    ids[code] = await group.organization(code, { parentId: ids.north, ...from });
  ids.task = await group.organization("task", {
    kind: "TEMP_BRANCH",
    boundTo: "迎峰度夏",
    approval: "2026 No. 1",
    ...from,
  });
  ids.circle = await group.organization("circle", { kind: "GROUP", parentId: ids.fresh, ...from });
  ids.south = await group.organization("canary-south", from);
  for (const code of ["late", "soon", "fresh", "south"])
    await group.office.ask("beginTerm", at(code, { beganOn: "2026-01-05" }));
  await moveTo("2028-12-20T02:00:00.000Z");
  await office.ask("extendTerm", at("fresh", { months: 10, approval: "党委〔2028〕12号" }));
});
afterAll(() => group.close());

const at = <B>(code: string, body: B) => ({ params: { organizationId: ids[code] as string }, body });

/** An officer with a new password on another day: sessions end, passwords and grants run out. */
async function moveTo(instant: string): Promise<void> {
  group.clock.set(instant);
  office = await callerNow(`office-${instant.slice(0, 10)}`, group.rootId);
}
async function callerNow(signInName: string, organizationId: string): Promise<Client> {
  const client = await group.caller(signInName, "party_affairs_officer", organizationId);
  await group.query("UPDATE role_grant SET valid_to = NULL WHERE valid_to = '2026-12-31'");
  return client;
}
const listed = async (code: string, which: "due" | "all" = "due") => {
  const params = { organizationId: ids[code] as string };
  return office.ask("listTerms", { params, query: { which } });
};

test("a branch's term is three years to the day, a committee's five; kinds without a term have none", async () => {
  const term = await office.ask("getTerm", at("late", undefined));
  expect(term).toMatchObject({ months: 36, current: { beganOn: "2026-01-05", endsOn: "2029-01-05" }, earlier: [] });
  expect((await office.ask("getTerm", at("north", undefined))).months).toBe(60);
  await group.refused(office, "beginTerm", at("circle", { beganOn: "2026-02-01" }), "term.kind_without_term");
  const { values } = await group.refused(
    office,
    "beginTerm",
    at("task", { beganOn: "2026-02-01" }),
    "organization.temporary_act.term_election",
  );
  expect(values.rule).toBe("ORG-06");
});

test("the countdown and the newest reminder stand beside the term", async () => {
  const { current } = await office.ask("getTerm", at("late", undefined));
  expect(current).toMatchObject({
    state: "approaching",
    daysLeft: 16,
    reminder: { on: "2028-12-05", monthsBefore: 1, overdue: 0, rule: "ORG-16", to: "organization" },
  });
});

test("an approved extension moves the end and keeps the regular one", async () => {
  const { current } = await office.ask("getTerm", at("fresh", undefined));
  expect(current).toMatchObject({
    regularEndsOn: "2029-01-05",
    endsOn: "2029-11-05",
    approval: "党委〔2028〕12号",
    state: "in_term",
    reminder: null,
  });
});

test.each([
  [{ months: 6, approval: " " }, "term.move_without_approval", "approval"],
  [{ months: 0, approval: "x" }, "term.months_invalid", "months"],
  [{ months: 13, approval: "x" }, "term.extended_too_long", "months"],
  [{ months: -3, approval: "x" }, "term.not_later", "months"],
])("an extension by %o is refused by ORG-17", async (body, code, field) => {
  const refusal = await group.refused(office, "extendTerm", at("soon", body), code);
  expect([refusal.values.rule, refusal.field]).toEqual(["ORG-17", field]);
});

test("a second extension has to reach further than the first", async () => {
  await group.refused(office, "extendTerm", at("fresh", { months: 10, approval: "x" }), "term.not_later");
  await group.refused(office, "extendTerm", at("silent", { months: 6, approval: "x" }), "term.none");
});

test.each([
  ["2025-12-31", "term.before_organization"],
  ["2028-12-21", "term.in_future"],
  ["2026-01-05", "term.not_after_current"],
])("an election on %s is refused beside its day", async (beganOn, code) => {
  const refusal = await group.refused(office, "beginTerm", at("soon", { beganOn }), code);
  expect(refusal.field).toBe("beganOn");
});

test("a day that isn't in the calendar is named by its field", async () => {
  const refusal = await group.refused(office, "beginTerm", at("soon", { beganOn: "2026-02-30" }), "request.invalid");
  expect(refusal.problems?.map(({ path }) => path)).toEqual(["beganOn"]);
});

test("应换必换 lists who is near or past the end, soonest first, and nobody from another subtree", async () => {
  const { items, counts, next } = await listed("north");
  expect(items.map(({ name, term }) => [name, term?.state])).toEqual([
    ["late", "approaching"],
    ["soon", "approaching"],
  ]);
  expect([counts, next]).toEqual([{ overdue: 0, due: 0, approaching: 2, in_term: 1, unknown: 2 }, null]);
  const all = await listed("north", "all");
  expect(all.items.map(({ name }) => name)).toEqual(["late", "soon", "fresh", "north", "silent"]);
  expect(JSON.stringify(all)).not.toContain("canary");
});

test("the list is paged by key without gaps or repetitions", async () => {
  const names: string[] = [];
  let after: string | null = "";
  while (after !== null) {
    const params = { organizationId: ids.north as string };
    const page: { items: { name: string }[]; next: string | null } = await office.ask("listTerms", {
      params,
      query: { which: "all", limit: 2, ...(after === "" ? {} : { after }) },
    });
    names.push(...page.items.map(({ name }) => name));
    after = page.next;
  }
  expect(names).toEqual(["late", "soon", "fresh", "north", "silent"]);
});

test("who has a right elsewhere gets the answer for what isn't there", async () => {
  const away = await callerNow("away", ids.south as string);
  const there = { params: { organizationId: ids.north as string } };
  await group.refused(away, "listTerms", there, "not_found");
  await group.refused(away, "getTerm", there, "not_found");
  await group.refused(away, "beginTerm", at("late", { beganOn: "2028-12-01" }), "not_found");
  await group.refused(away, "extendTerm", at("late", { months: 6, approval: "x" }), "not_found");
});

test("past its end a term is overdue, and the weekly reminder goes to the superior; the next election ends it", async () => {
  await moveTo("2029-01-20T02:00:00.000Z");
  const before = await office.ask("getTerm", at("late", undefined));
  expect(before.current).toMatchObject({ state: "overdue", daysLeft: -15, reminder: { overdue: 2, to: "superior" } });
  await office.ask("beginTerm", at("late", { beganOn: "2029-01-18" }));
  const after = await office.ask("getTerm", at("late", undefined));
  expect(after.current).toMatchObject({ state: "in_term", endsOn: "2032-01-18" });
  expect(after.earlier).toMatchObject([{ beganOn: "2026-01-05", endedOn: "2029-01-17" }]);
  expect((await listed("north")).counts).toMatchObject({ overdue: 1, in_term: 2 });
});
