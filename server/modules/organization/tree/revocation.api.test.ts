import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { postDueFacts } from "../../duties/index.ts";

let group: AssessedGroup;
let office: Client;
const ids: Record<string, string> = {};

const at = <B>(code: string, body: B) => ({ params: { organizationId: ids[code] as string }, body });
const ending = (code: string, lastDay: string) => at(code, { lastDay, reason: "党委〔2026〕9号" });

beforeAll(async () => {
  group = await assessedGroup();
  group.clock.set("2026-04-10T02:00:00.000Z");
  office = await group.caller("april", "party_affairs_officer");
  ids.top = group.rootId;
  ids.east = await group.organization("east", { kind: "COMMITTEE" });
  ids.branch = await group.organization("branch", { parentId: ids.east });
  ids.circle = await group.organization("circle", { kind: "GROUP", parentId: ids.branch });
  const body = { name: "one", memberState: "FULL" as const, groupId: null, validFrom: "2026-01-01" };
  const { personId } = await office.ask("admitPerson", at("branch", body));
  ids.person = personId;
  const post = { personId, validFrom: "2026-01-01", validTo: null };
  await office.ask("appoint", at("branch", { ...post, post: "SECRETARY" as const }));
  await office.ask("beginTerm", at("branch", { beganOn: "2026-01-05" }));
  const plan = { organizationId: ids.east, year: 2026, name: "p", templateCodes: ["theme_day"] };
  await office.ask("issuePlan", { body: plan });
  await postDueFacts(group.application.workshop, group.tenantId);
});
afterAll(() => group.close());

const duties = async () =>
  group.query<{ month: string; state: string }>(
    "SELECT to_char(due_on, 'YYYY-MM') AS month, state FROM obligation WHERE organization_id = $1 ORDER BY due_on",
    [ids.branch],
  );

test.each([
  ["with an organisation below", "east", "organization.children_left", 1],
  ["with members", "branch", "organization.members_left", 1],
])("an organisation %s can't end; the refusal points at the re-organisation", async (_with, code, refused, count) => {
  const refusal = await group.refused(office, "revokeOrganization", ending(code, "2026-03-31"), refused);
  expect(refusal.values.count).toBe(count);
  expect(refusal.message).toContain("组织调整");
});

test("with a transfer under way it can't end", async () => {
  await group.query("UPDATE membership SET valid_to = '2026-03-20' WHERE person_id = $1", [ids.person]);
  await group.query(
    `INSERT INTO person_transfer (tenant_id, id, person_id, from_organization_id, outside_name, issued_on, valid_days, state)
     VALUES ($1, gen_random_uuid(), $2, $3, 'x', '2026-03-10', 90, 'issued')`,
    [group.tenantId, ids.person, ids.branch],
  );
  await group.refused(office, "revokeOrganization", ending("branch", "2026-03-31"), "organization.transfers_left");
  await group.query("UPDATE person_transfer SET state = 'returned', settled_on = '2026-03-20'");
});

test.each([
  ["2025-12-31", "organization.before_start"],
  ["2026-03-19", "organization.members_left"],
])("the last day %s is refused", async (lastDay, code) => {
  await group.refused(office, "revokeOrganization", ending("branch", lastDay), code);
});

test("the top stays", async () => {
  await group.refused(office, "revokeOrganization", ending("top", "2026-03-31"), "organization.top_stays");
});

test("it ends with its 党小组, posts, term and rights, and what is still open and due later is waived", async () => {
  await group.caller("secretary", "branch_secretary", ids.branch);
  expect((await duties()).map(({ state }) => state)).toEqual(Array.from({ length: 12 }, () => "todo"));
  const answer = await office.ask("revokeOrganization", ending("branch", "2026-03-20"));
  expect(answer).toEqual({ groups: 1, appointments: 1, duties: 10, grants: 1 });
  const waived = (await duties()).flatMap(({ month, state }) => (state === "waived" ? [month] : []));
  expect(waived).toEqual(Array.from({ length: 10 }, (_, i) => `2026-${String(i + 3).padStart(2, "0")}`));
  const due = await group.query<{ month: string; sum: number }>(
    `SELECT to_char(counts_on, 'YYYY-MM') AS month, sum(sign)::int FROM fact WHERE organization_id = $1 AND kind = 'obligation.due'
     GROUP BY 1 ORDER BY 1`,
    [ids.branch],
  );
  expect(due).toEqual([
    { month: "2026-01", sum: 1 },
    { month: "2026-02", sum: 1 },
    { month: "2026-03", sum: 0 },
  ]);
  const ends = await group.query(
    `SELECT valid_to::text AS day FROM organization WHERE id = ANY($1) UNION
     SELECT valid_to::text FROM organization_place WHERE organization_id = ANY($1) UNION
     SELECT valid_to::text FROM appointment WHERE organization_id = ANY($1) UNION
     SELECT valid_to::text FROM role_grant WHERE organization_id = ANY($1) UNION
     SELECT ended_on::text FROM term_of_office WHERE organization_id = ANY($1)`,
    [[ids.branch, ids.circle]],
  );
  expect(ends).toEqual([{ day: "2026-03-20" }]);
});

test("those who oversee it still open it, it stands in the tree of its last day and no longer", async () => {
  const { validTo, members } = await office.ask("getOrganization", {
    params: { organizationId: ids.branch as string },
  });
  expect([validTo, members]).toEqual(["2026-03-20", 0]);
  const below = async (on: string) =>
    (await office.ask("listOrganizations", { query: { parentId: ids.east as string, on } })).items.map(
      ({ name }) => name,
    );
  expect([await below("2026-03-20"), await below("2026-03-21")]).toEqual([["branch"], []]);
});

test("an organisation that has ended is neither renamed, moved nor ended again", async () => {
  await group.refused(office, "revokeOrganization", ending("branch", "2026-03-25"), "organization.ended");
  const renamed = at("branch", { name: "x", class: null, on: "2026-03-21" });
  await group.refused(office, "renameOrganization", renamed, "organization.ended");
  const moved = at("branch", { parentId: ids.top as string, on: "2026-03-21" });
  await group.refused(office, "moveOrganization", moved, "organization.ended");
  const below = { parentId: ids.branch as string, kind: "GROUP" as const, class: null, code: "g", name: "g" };
  const early = { body: { ...below, validFrom: "2026-03-10" } };
  await group.refused(office, "createOrganization", early, "organization.parent_ended");
});

test("once nothing is below any more, the superior can end too, on a day to come", async () => {
  await office.ask("revokeOrganization", ending("east", "2026-12-31"));
  const { validTo } = await office.ask("getOrganization", { params: { organizationId: ids.east as string } });
  expect(validTo).toBe("2026-12-31");
});

test("an end without a reason, or on a day that isn't in the calendar, is refused by field", async () => {
  const body = { lastDay: "2026-02-30", reason: " " };
  const refusal = await group.refused(office, "revokeOrganization", at("branch", body), "request.invalid");
  expect(refusal.problems?.map(({ path }) => path).sort()).toEqual(["lastDay", "reason"]);
});

test("an organisation that the last administrator of a kind has the right on doesn't end before there is another", async () => {
  const leaf = await group.organization("leaf");
  ids.leaf = leaf;
  await group.caller("auditor-below", "audit_administrator", leaf);
  const atTop = "role = 'audit_administrator' AND organization_id = $1 AND valid_to IS NULL";
  await group.query(`UPDATE role_grant SET valid_to = '2026-04-30' WHERE ${atTop}`, [group.rootId]);
  const refused = await group.refused(
    office,
    "revokeOrganization",
    ending("leaf", "2026-04-30"),
    "organization.last_administrator",
  );
  expect(refused.values).toEqual({ role: "audit_administrator" });
  await group.query(
    "UPDATE role_grant SET valid_to = NULL WHERE role = 'audit_administrator' AND organization_id = $1",
    [group.rootId],
  );
  expect(await office.ask("revokeOrganization", ending("leaf", "2026-04-09"))).toMatchObject({ grants: 1 });
});
