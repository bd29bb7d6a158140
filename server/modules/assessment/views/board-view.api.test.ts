import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { password } from "../../../testing/accounts.ts";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { bookFacts, passed } from "../../../testing/score-facts.ts";

type Board = Answer<"getBoard">;

let group: AssessedGroup;
let leader: Client;
let committee: string;
const ids: Record<string, string> = {};
const office = () => group.office;
const board = (
  query: { period: string; history?: number; class?: string; after?: string; limit?: number },
  organizationId = group.rootId,
) => office().ask("getBoard", { params: { organizationId }, query });
const shown = ({ items }: Board) => items.map(({ organizationName, rank, total }) => [organizationName, rank, total]);

beforeAll(async () => {
  group = await assessedGroup();
  leader = await group.caller("leader", "party_committee_leader");
  committee = await group.organization("A", { kind: "COMMITTEE" });
  const other = await group.organization("B", { kind: "COMMITTEE" });
  const branch = async (code: string, parentId: string, over = {}) => {
    ids[code] = await group.organization(code, { parentId, class: "生产类", ...over });
  };
  for (const code of ["a1", "a2", "a3", "a4"]) await branch(code, committee);
  for (const code of ["b1", "b2", "secret"]) await branch(code, other);
  await branch("o1", other, { class: "机关类" });
  await branch("late", other, { validFrom: "2026-02-10" });
  await group.query("UPDATE organization SET restriction = 'SECRET' WHERE id = $1", [ids.secret]);
  const inMonth = (month: string, passes: Record<string, string>) =>
    Object.entries(passes).map(([code, quantity]) => passed(ids[code] as string, month, quantity));
  await bookFacts(group, [
    ...inMonth("2026-01", { a1: "7", a2: "9", a3: "10", a4: "5", b1: "6", b2: "8", secret: "9", o1: "4" }),
    ...inMonth("2026-02", { a1: "10", a2: "9", a3: "9", a4: "7", b1: "8", secret: "9.5", o1: "5", late: "10" }),
  ]);
});
afterAll(() => group.close());

test("a board ranks inside a class: equal totals share a rank, who has no rank comes last, restricted units nowhere", async () => {
  const answer = await board({ period: "2026-02" });
  expect(answer.class).toBe("生产类");
  expect(shown(answer)).toEqual([
    ["a1", 1, "100.00"],
    ["a2", 2, "90.00"],
    ["a3", 2, "90.00"],
    ["b1", 4, "80.00"],
    ["a4", 5, "70.00"],
    ["late", null, "100.00"],
  ]);
  expect(answer).toMatchObject({ organizations: 6, ranked: 5, mean: "86.00", state: "trial", next: null });
  expect(answer.classes.map((one) => one.class)).toEqual(["机关类", "生产类"]);
  expect(shown(await board({ period: "2026-02", class: "机关类" }))).toEqual([["o1", 1, "50.00"]]);
});

test("each page is read from where the one before ended, with the ranks of the whole", async () => {
  const whole = await board({ period: "2026-02" });
  for (const limit of [1, 2, 4]) {
    const pages: Board["items"] = [];
    let after: string | undefined;
    do {
      const page: Board = await board({ period: "2026-02", limit, ...(after === undefined ? {} : { after }) });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      pages.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(pages).toEqual(whole.items);
  }
  const stray = { params: { organizationId: group.rootId }, query: { period: "2026-02", after: "nowhere" } };
  expect((await office().call("getBoard", stray)).refusal.code).toBe("not_found");
});

test("an organisation's board holds its own subtree, ranked among itself", async () => {
  const answer = await board({ period: "2026-02" }, committee);
  expect(shown(answer)).toEqual([
    ["a1", 1, "100.00"],
    ["a2", 2, "90.00"],
    ["a3", 2, "90.00"],
    ["a4", 4, "70.00"],
  ]);
  expect(answer.mean).toBe("87.50");
});

test("a row shows the change, the history and where most was lost", async () => {
  const { items, historyPeriods } = await board({ period: "2026-02", history: 12 });
  expect(historyPeriods).toHaveLength(12);
  expect(historyPeriods.slice(-2)).toEqual(["2026-01", "2026-02"]);
  expect(items[1]).toMatchObject({ change: "0.00", before: null, adjustment: null });
  expect(items[0]?.change).toBe("30.00");
  expect(items[0]?.history.slice(-2)).toEqual(["70.00", "100.00"]);
  expect(items[0]?.weakest).toBeNull();
  expect(items[1]?.weakest).toMatchObject({ code: "record_standard", points: "27.00", fullMarks: "30" });
});

const publish = async (period: string, organizationId: string) =>
  leader.ask("publishBoard", { params: { organizationId }, body: { scheme: "monthly", period, class: "生产类" } });

test("in publicity it says until when; published it is frozen, and the next one compares with it", async () => {
  group.clock.set("2026-03-09T02:00:00.000Z");
  const office2 = await group.caller("office2", "party_affairs_officer");
  await office2.ask("startPublicity", { params: { period: "2026-01" } });
  leader = await group.caller("leader2", "party_committee_leader");
  const early = await group.caller("early", "party_member", ids.a4);
  const atA4 = { organizationId: ids.a4 as string };
  expect((await early.ask("listPublishedBoards", { params: atA4 })).items).toEqual([]);
  const tooEarly = { params: atA4, query: { assessorId: group.rootId, period: "2026-01" } };
  expect((await early.call("getPublishedBoard", tooEarly)).refusal.code).toBe("board.not_public");
  expect((await early.ask("getScore", { params: { ...atA4, period: "2026-01" } })).ranks).toEqual([]);
  group.clock.set("2026-03-10T02:00:00.000Z");
  await office2.signIn("office2", password, "group");
  expect(
    await office2.ask("getBoard", { params: { organizationId: group.rootId }, query: { period: "2026-01" } }),
  ).toMatchObject({
    state: "publicity",
    publicity: { from: "2026-03-10", to: "2026-03-16" },
    publishedAt: null,
  });
  const stands = await group.caller("member", "party_member", ids.a4);
  const listed = await stands.ask("listPublishedBoards", { params: { organizationId: ids.a4 as string } });
  expect(listed.items.map(({ assessorName, state, period }) => [assessorName, state, period])).toEqual([
    ["A", "publicity", "2026-01"],
    ["group", "publicity", "2026-01"],
  ]);
  group.clock.set("2026-03-17T02:00:00.000Z");
  leader = await group.caller("leader3", "party_committee_leader");
  await publish("2026-01", group.rootId);
  await group.query("UPDATE organization SET name = 'renamed' WHERE id = $1", [ids.a3]);
  const officer = await group.caller("office3", "party_affairs_officer");
  const ask = (period: string) =>
    officer.ask("getBoard", { params: { organizationId: group.rootId }, query: { period } });
  const published = await ask("2026-01");
  expect(published.state).toBe("published");
  expect(shown(published).slice(0, 3)).toEqual([
    ["a3", 1, "100.00"],
    ["a2", 2, "90.00"],
    ["b2", 3, "80.00"],
  ]);
  const next = await ask("2026-02");
  expect(next.previousBoard).toBe("2026-01");
  expect(next.items.map(({ before }) => before?.rank ?? null)).toEqual([4, 2, 1, 5, 6, null]);
  expect(next.items[2]?.organizationName).toBe("renamed");
});

test("who stands on a published board reads it, without lines; in a trial, from elsewhere or restricted nobody does", async () => {
  const member = await group.caller("member2", "party_member", ids.a4);
  const asked = (organizationId: string | undefined, period: string, assessorId = group.rootId) => ({
    params: { organizationId: organizationId as string },
    query: { assessorId, period, limit: 2 },
  });
  const first = await member.ask("getPublishedBoard", asked(ids.a4, "2026-01"));
  expect(first).toMatchObject({ state: "published", organizations: 6, ranked: 6, class: "生产类" });
  expect(first.items.map(({ organizationName, rank }) => [organizationName, rank])).toEqual([
    ["a3", 1],
    ["a2", 2],
  ]);
  expect(Object.keys(first.items[0] ?? {})).not.toContain("weakest");
  const second = await member.ask("getPublishedBoard", {
    ...asked(ids.a4, "2026-01"),
    query: { ...asked(ids.a4, "2026-01").query, after: first.next as string },
  });
  expect(second.items.map(({ organizationName, rank }) => [organizationName, rank])).toEqual([
    ["b2", 3],
    ["a1", 4],
  ]);
  const trial = await member.call("getPublishedBoard", asked(ids.a4, "2026-02"));
  expect(trial.refusal.code).toBe("board.not_public");
  const elsewhere = await member.call("getPublishedBoard", asked(ids.a4, "2026-01", ids.b1));
  expect(elsewhere.refusal.code).toBe("board.not_public");
  expect((await member.call("getPublishedBoard", asked(ids.b1, "2026-01"))).refusal.code).toBe("not_found");
  const secret = await group.caller("secretMember", "party_member", ids.secret);
  expect((await secret.call("getPublishedBoard", asked(ids.secret, "2026-01"))).refusal.code).toBe("board.not_public");
  expect((await secret.ask("listPublishedBoards", { params: { organizationId: ids.secret as string } })).items).toEqual(
    [],
  );
  const { items } = await member.ask("listPublishedBoards", { params: { organizationId: ids.a4 as string } });
  expect(items.map(({ assessorName, state }) => [assessorName, state])).toEqual([
    ["A", "publicity"],
    ["group", "published"],
  ]);
});
