import type { Post } from "@dutyloop/domain/organization/things.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";

let group: AssessedGroup;
beforeAll(async () => {
  group = await assessedGroup();
});
afterAll(() => group.close());

/** A branch with a team: who holds which post since when, each with an account and the role of the post. */
async function teamOf(code: string, posts: readonly { name: string; post: Post; from?: string }[]) {
  const organizationId = await group.organization(code);
  const params = { organizationId };
  const [system, security] = [await group.client("system"), await group.client("security")];
  const people = new Map<string, { personId: string; accountId: string }>();
  const ids = new Map<string, string>();
  for (const { name, post, from = "2026-01-10" } of posts) {
    const known = people.get(name);
    const personId = known?.personId ?? (await admitted(params, name));
    const signInName = `${code}-${name}`;
    const accountId =
      known?.accountId ?? (await system.ask("openAccount", { body: { signInName, displayName: name, personId } })).id;
    people.set(name, { personId, accountId });
    const body = { personId, post, validFrom: from, validTo: null };
    ids.set(`${name} ${post}`, (await group.office.ask("appoint", { params, body })).id);
    const role = post === "SECRETARY" ? ("branch_secretary" as const) : ("branch_committee_member" as const);
    if (known === undefined)
      await security.ask("grantRole", { body: { accountId, role, organizationId, validFrom: from, validTo: null } });
  }
  const idOf = (key: string) => ids.get(key) as string;
  return {
    params,
    idOf,
    team: async (beganOn: string) => (await group.office.ask("getTeam", { params, query: { beganOn } })).items,
    person: (name: string) =>
      group.office.ask("getPerson", { params: { personId: people.get(name)?.personId as string } }),
    begin: (beganOn: string, ending: string[]) => ({ params, body: { beganOn, ending: ending.map(idOf) } }),
  };
}
const admitted = async (params: { organizationId: string }, name: string) => {
  const body = { name, memberState: "FULL" as const, groupId: null, validFrom: "2026-01-01" };
  return (await group.office.ask("admitPerson", { params, body })).personId;
};
const ends = (posts: readonly { post: Post; to: string | null; role: { until: string | null } | null }[]) =>
  posts.map(({ post, to, role }) => [post, to, role?.until ?? null]);

test("a person's posts say which role came with them, and until when", async () => {
  const { person } = await teamOf("posts", [{ name: "zhang", post: "SECRETARY" }]);
  const { posts } = await person("zhang");
  expect(posts.map(({ role }) => role)).toEqual([{ role: "branch_secretary", granted: true, until: null }]);
});

test("an election ends the posts of those who aren't re-elected, with their roles, as it was shown before", async () => {
  const { params, idOf, team, person, begin } = await teamOf("elects", [
    { name: "zhang", post: "SECRETARY" },
    { name: "li", post: "ORGANIZATION_MEMBER" },
    { name: "wang", post: "PUBLICITY_MEMBER" },
    { name: "wang", post: "DISCIPLINE_MEMBER" },
    { name: "zhao", post: "COMMITTEE_MEMBER", from: "2026-03-10" },
  ]);
  const shown = await team("2026-03-10");
  expect(shown.map(({ name, post, role }) => [name, post, role])).toEqual([
    ["zhang", "SECRETARY", "branch_secretary"],
    ["li", "ORGANIZATION_MEMBER", "branch_committee_member"],
    ["wang", "PUBLICITY_MEMBER", "branch_committee_member"],
    ["wang", "DISCIPLINE_MEMBER", "branch_committee_member"],
  ]);
  const ending = ["zhang SECRETARY", "wang DISCIPLINE_MEMBER"];
  await group.office.ask("beginTerm", begin("2026-03-10", ending));
  expect(ends((await person("zhang")).posts)).toEqual([["SECRETARY", "2026-03-09", "2026-03-09"]]);
  expect(ends((await person("li")).posts)).toEqual([["ORGANIZATION_MEMBER", null, null]]);
  const twice = (await person("wang")).posts;
  expect(ends(twice).sort()).toEqual([
    ["DISCIPLINE_MEMBER", "2026-03-09", null],
    ["PUBLICITY_MEMBER", null, null],
  ]);
  const entries = await group.query(
    "SELECT action FROM audit_entry WHERE object = $1 AND action LIKE '%begin_term' OR object = $2",
    [`organization ${params.organizationId}`, `appointment ${idOf("zhang SECRETARY")}`],
  );
  expect(entries).toEqual([{ action: "organization.appoint" }, { action: "organization.begin_term" }]);
});

test("both posts of one person end at once, and the role they both brought ends with them", async () => {
  const { person, begin } = await teamOf("both", [
    { name: "sun", post: "PUBLICITY_MEMBER" },
    { name: "sun", post: "DISCIPLINE_MEMBER" },
  ]);
  await group.office.ask("beginTerm", begin("2026-03-10", ["sun PUBLICITY_MEMBER", "sun DISCIPLINE_MEMBER"]));
  expect((await person("sun")).posts.map(({ to, role }) => [to, role?.until])).toEqual([
    ["2026-03-09", "2026-03-09"],
    ["2026-03-09", "2026-03-09"],
  ]);
});

test("a post that ended meanwhile, or begins with the new team, is refused and nothing is changed", async () => {
  const { team, begin, idOf } = await teamOf("changed", [
    { name: "zhou", post: "SECRETARY" },
    { name: "wu", post: "DEPUTY_SECRETARY", from: "2026-03-10" },
  ]);
  await group.refused(group.office, "beginTerm", begin("2026-03-10", ["wu DEPUTY_SECRETARY"]), "term.team_changed");
  const params = { appointmentId: idOf("zhou SECRETARY") };
  await group.office.ask("endAppointment", { params, body: { lastDay: "2026-02-28" } });
  expect(await team("2026-03-10")).toEqual([]);
  await group.refused(group.office, "beginTerm", begin("2026-03-10", ["zhou SECRETARY"]), "term.team_changed");
});

test("the secretary of another branch finds no team there, and who keeps no posts isn't told what they bring", async () => {
  const { params, person } = await teamOf("hidden", [{ name: "zheng", post: "SECRETARY" }]);
  const other = await group.caller("elsewhere", "branch_secretary", await group.organization("elsewhere"));
  await group.refused(other, "getTeam", { params, query: { beganOn: "2026-03-10" } }, "access.not_allowed");
  const kept = await person("zheng");
  const reader = await group.caller("reader", "organizer");
  const { posts } = await reader.ask("getPerson", { params: { personId: kept.id } });
  expect([kept.posts, posts].map(([one]) => one?.role?.role ?? null)).toEqual(["branch_secretary", null]);
});
