import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import type { Role } from "@dutyloop/domain/identity/things.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client, Sending } from "../../../testing/client.ts";
import { rosterOn } from "../roster.ts";

/** Four members who look alike to everybody whom MEM-12 doesn't name: one of them is to correct something. */
let group: AssessedGroup;
let branch: string;
let beside: string;
let organizer: Client;
const people: Record<string, string> = {};
const reason = "不可外传的处置理由";
const readers = new Map<string, Client>();
beforeAll(async () => {
  group = await assessedGroup();
  branch = await group.organization("a");
  beside = await group.organization("b");
  organizer = await group.caller("organizer", "organizer");
  for (const name of ["plain", "correcting", "corrected", "removed", "expelled", "dead"])
    people[name] = await enter(branch, name);
  people.beside = await enter(beside, "beside");
  for (const state of ["APPLICANT", "ACTIVIST", "CANDIDATE"] as const)
    people[state] = await enter(branch, state, state);
  people.cancelled = await enter(branch, "cancelled", "PROBATIONARY");
  await dispose("correcting", { to: "CORRECTING", on: "2026-03-01", correctionMonths: 2 });
  await dispose("corrected", { to: "CORRECTING", on: "2026-01-10", correctionMonths: 1 });
  await dispose("corrected", { to: "FULL", on: "2026-02-15" });
  await dispose("removed", { to: "REMOVED", on: "2026-03-01", removal: "QUIT" });
  await dispose("expelled", { to: "EXPELLED", on: "2026-03-01" });
  await dispose("beside", { to: "CORRECTING", on: "2026-03-01", correctionMonths: 2 });
  await dispose("cancelled", { to: "CANCELLED", on: "2026-03-01", approver: { kind: "COMMITTEE", authorised: false } });
  await group.office.ask("changeMemberState", {
    params: { personId: people.dead as string },
    body: { to: "DECEASED", on: "2026-03-01", evidence: ["death_record"], decidedBy: "支部委员会" },
  });
  readers.set("officer", group.office);
  for (const role of ["branch_secretary", "branch_committee_member", "general_branch_secretary"] satisfies Role[])
    readers.set(role, await group.caller(role, role));
});
afterAll(() => group.close());

async function enter(organizationId: string, name: string, memberState: Body<"admitPerson">["memberState"] = "FULL") {
  const body = { name, memberState, groupId: null, validFrom: "2026-01-01" };
  return (await group.office.ask("admitPerson", { params: { organizationId }, body })).personId;
}
async function dispose(name: string, body: Partial<Body<"disposeOfMember">> & { to: Body<"disposeOfMember">["to"] }) {
  const papers = [
    "reason",
    "helper_plan",
    "branch_resolution",
    "committee_approval",
    "change_record",
    "removal_record",
  ];
  const evidence = [...papers, "discipline_decision"] as Body<"disposeOfMember">["evidence"];
  const given = { on: "2026-03-01", evidence, decidedBy: "党委", reason, ...body };
  await organizer.ask("disposeOfMember", { params: { personId: people[name] as string }, body: given });
}
type Query = NonNullable<Sending<"listPeople">["query"]>;
const list = async (client: Client, query: Query = {}) =>
  (await client.ask("listPeople", { params: { organizationId: branch }, query: { sort: "name", ...query } })).items;
const names = async (client: Client, query: Query = {}) => (await list(client, query)).map(({ name }) => name);
const shown = (client: Client, name: string) =>
  client.ask("getPerson", { params: { personId: people[name] as string } });
const others = () => [...readers];

test("who is to correct something reads as a full member in every list, filter and as-of read", async () => {
  for (const [role, client] of others()) {
    for (const on of ["2026-03-10", "2026-02-01"]) {
      const of = new Map((await list(client, { on })).map(({ name, memberState }) => [name, memberState]));
      expect([of.get("plain"), of.get("correcting"), of.get("corrected")], role).toEqual(["FULL", "FULL", "FULL"]);
    }
    expect(await names(client, { states: "CORRECTING" }), role).toEqual([]);
    expect(await names(client, { states: "FULL" }), role).toEqual(["corrected", "correcting", "plain"]);
  }
});

test("whoever is gone reads alike, whatever the reason, and is found only as gone", async () => {
  for (const [role, client] of others()) {
    expect(await names(client, { states: "LEFT" }), role).toEqual(["cancelled", "dead", "expelled", "removed"]);
    for (const states of ["REMOVED", "EXPELLED", "DECEASED", "CANCELLED", "TRANSFERRED_OUT"])
      expect(await names(client, { states }), `${role} ${states}`).toEqual([]);
  }
  expect(await names(group.office, { on: "2026-02-28" })).toContain("removed");
});

/** What tells one person from another on his page, apart from name and ids. */
const looks = ({ memberState, states, acts, posts }: Answer<"getPerson">) => ({ memberState, states, acts, posts });

test("the pages of those alike are alike: states, acts and days between them", async () => {
  for (const [role, client] of others()) {
    const plain = looks(await shown(client, "plain"));
    expect(looks(await shown(client, "correcting")), role).toEqual(plain);
    expect(looks(await shown(client, "corrected")), role).toEqual(plain);
    const removed = await shown(client, "removed");
    expect(removed.acts, role).toEqual([]);
    expect(looks(await shown(client, "dead")), role).toEqual(looks(removed));
    expect(JSON.stringify(removed), role).not.toContain(reason);
  }
});

test("those whom MEM-12 names read state, rule and ground within their scope", async () => {
  const correcting = await shown(organizer, "correcting");
  expect([correcting.memberState, correcting.acts[0]?.rule, correcting.acts[0]?.reason]).toEqual([
    "CORRECTING",
    "MEM-05",
    reason,
  ]);
  expect(await names(organizer, { states: "CORRECTING" })).toEqual(["correcting"]);
  const discipline = await group.caller("discipline", "discipline_officer", beside);
  const request = { params: { organizationId: beside } };
  expect((await discipline.ask("listDispositions", request)).items.map(({ personName }) => personName)).toEqual([
    "beside",
  ]);
  const outside = await discipline.call("listDispositions", { params: { organizationId: branch } });
  expect(outside.refusal.code).toBe("not_found");
});

test("dispositions are listed newest first, page by page, with the end of a correction that nobody has decided", async () => {
  const params = { organizationId: group.rootId };
  const whole = await organizer.ask("listDispositions", { params });
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const query: { limit: number; after?: string } = { limit: 1, ...(after ? { after } : {}) };
    const page: Answer<"listDispositions"> = await organizer.ask("listDispositions", { params, query });
    seen.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect(seen).toEqual(whole.items.map(({ id }) => id));
  expect(whole.items.find(({ personName }) => personName === "correcting")).toMatchObject({
    endsOn: "2026-05-01",
    undecided: false,
  });
});

test("figures of an organisation don't tell: who corrects something counts as a full member", async () => {
  const { fullMembers, probationaryMembers, members } = await group.office.ask("getOrganization", {
    params: { organizationId: branch },
  });
  expect([fullMembers, probationaryMembers, members]).toEqual([3, 0, 3]);
});

test("a change refused to somebody who doesn't see tells nothing about who corrects something", async () => {
  const attempt = (name: string, body: Partial<Body<"changeMemberState">>) =>
    group.office.call("changeMemberState", {
      params: { personId: people[name] as string },
      body: { to: "SUSPENDED", on: "2026-03-10", evidence: [], decidedBy: "x", ...body },
    });
  for (const body of [{}, { to: "FULL" as const }, { evidence: ["meeting_decision" as const] }, { on: "2025-12-01" }]) {
    const [plain, hidden, once] = [
      await attempt("plain", body),
      await attempt("correcting", body),
      await attempt("corrected", body),
    ];
    const told = ({ refusal: { code, values, field } }: typeof plain) => ({ code, values, field });
    expect(told(hidden)).toEqual(told(plain));
    expect(told(once)).toEqual(told(plain));
  }
  const whole = {
    evidence: ["meeting_decision", "search_record"],
    suspension: "LOST",
    awaySince: "2025-08-01",
  } as const;
  const got = await attempt("correcting", { ...whole, evidence: [...whole.evidence] });
  expect(got.refusal).toMatchObject({ code: "member.through_organizer", values: {} });
});

test("who is on the way into the Party is there only for those who develop members", async () => {
  const onTheWay = ["ACTIVIST", "APPLICANT", "CANDIDATE"];
  const committee = readers.get("branch_committee_member") as Client;
  expect(await names(group.office, { states: onTheWay.join(",") })).toEqual(onTheWay);
  expect(await names(committee, { states: onTheWay.join(",") })).toEqual([]);
  expect((await names(committee)).filter((name) => onTheWay.includes(name))).toEqual([]);
  const got = await committee.call("getPerson", { params: { personId: people.ACTIVIST as string } });
  expect(got.refusal.code).toBe("not_found");
});

test("neither state nor ground of a disposition stands in the audit, and the ground in no other table", async () => {
  const entries = await group.query<{ text: string }>(
    "SELECT a::text AS text FROM audit_entry a WHERE action = 'organization.dispose_of_member'",
  );
  expect(entries.length).toBeGreaterThan(0);
  for (const { text } of entries) expect(text).not.toMatch(/CORRECTING|REMOVED|EXPELLED|处置/);
  const tables = await group.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  for (const { name } of tables) {
    if (name === "member_act") continue;
    expect(await group.query(`SELECT 1 FROM ${name} t WHERE t::text LIKE $1`, [`%${reason}%`]), name).toEqual([]);
  }
});

test("a form and its roster call who corrects something a full member who votes", async () => {
  const database = group.application.workshop.database.reading(group.tenantId);
  const roster = await rosterOn(database, group.tenantId, branch, "2026-03-10");
  expect(roster.find(({ name }) => name === "correcting")?.memberState).toBe("FULL");
});

test("neither an appointment nor a new application tells why somebody is gone", async () => {
  await group.query("UPDATE person SET born_on = '1980-01-01'");
  const params = { organizationId: branch };
  for (const name of ["removed", "expelled", "cancelled", "dead"]) {
    const personId = people[name] as string;
    const post = { personId, post: "COMMITTEE_MEMBER" as const, validFrom: "2026-03-10", validTo: null };
    const gone = await group.refused(group.office, "appoint", { params, body: post }, "appointment.not_a_member");
    expect(gone.values, name).toEqual({});
    const body = { on: "2026-03-10", papers: ["membership_application" as const], person: { personId } };
    const again = await group.refused(group.office, "beginApplication", { params, body }, "member.through_organizer");
    expect([again.field, again.values], name).toEqual(["personId", {}]);
  }
});

test("a 党小组 counts its members and nobody who is on the way", async () => {
  const groupId = await group.organization("circle", { kind: "GROUP", parentId: branch });
  for (const memberState of ["APPLICANT", "FULL"] as const) {
    const body = { name: memberState, memberState, groupId, validFrom: "2026-01-01" };
    await group.office.ask("admitPerson", { params: { organizationId: branch }, body });
  }
  const { groups } = await group.office.ask("getOrganization", { params: { organizationId: branch } });
  expect(groups.map(({ members }) => members)).toEqual([1]);
});
