import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";

let group: AssessedGroup;
let office: Client;
const ids: Record<string, string> = {};

const at = <B>(code: string, body: B) => ({ params: { organizationId: ids[code] as string }, body });
const admitted = (name: string) => ({ memberState: "FULL" as const, groupId: null, validFrom: "2026-01-01", name });

beforeAll(async () => {
  group = await assessedGroup();
  group.clock.set("2026-04-01T02:00:00.000Z");
  office = await group.caller("april", "party_affairs_officer");
  for (const code of ["east", "west"]) ids[code] = await group.organization(code, { kind: "COMMITTEE" });
  ids.office = await group.organization("office", { kind: "GENERAL_BRANCH", parentId: ids.east });
  ids.branch = await group.organization("branch", { parentId: ids.office, name: "供电党支部" });
  ids.circle = await group.organization("circle", { kind: "GROUP", parentId: ids.branch });
  ids.young = await group.organization("young", { parentId: ids.office, validFrom: "2026-03-20" });
  for (const name of ["one", "two"]) await office.ask("admitPerson", at("branch", admitted(name)));
});
afterAll(() => group.close());

const below = async (code: string, on?: string, client = office) => {
  const query = { parentId: ids[code] as string, ...(on ? { on } : {}) };
  return (await client.ask("listOrganizations", { query })).items.map(({ name }) => name);
};
const found = async (q: string) =>
  (await office.ask("searchOrganizations", { query: { q } })).items.map(({ name, above }) => [
    name,
    above.map((one) => one.name).join("/"),
  ]);
const seen = (code: string, on?: string) =>
  office.ask("getOrganization", { params: { organizationId: ids[code] as string }, query: on ? { on } : {} });

test("renamed from a day on, it keeps its old name until the day before and is found by both", async () => {
  await office.ask("renameOrganization", at("branch", { name: "配电党支部", class: "生产类", on: "2026-03-10" }));
  expect((await seen("branch", "2026-03-09")).name).toBe("供电党支部");
  expect((await seen("branch", "2026-03-10")).name).toBe("配电党支部");
  const { name, places, above } = await seen("branch");
  expect(name).toBe("配电党支部");
  expect(above.map((one) => one.name)).toEqual(["group", "east", "office"]);
  expect(places.map((place) => [place.validFrom, place.validTo, place.name, place.class, place.parent?.name])).toEqual([
    ["2026-03-10", null, "配电党支部", "生产类", "office"],
    ["2026-01-01", "2026-03-09", "供电党支部", null, "office"],
  ]);
  expect(await found("gongdian")).toEqual([["配电党支部", "group/east/office"]]);
});

test("a change on the first day of its newest stretch rewrites that stretch", async () => {
  await office.ask("renameOrganization", at("branch", { name: "输电党支部", class: "生产类", on: "2026-03-10" }));
  const { places } = await seen("branch");
  expect(places.map(({ validFrom, name }) => [validFrom, name])).toEqual([
    ["2026-03-10", "输电党支部"],
    ["2026-01-01", "供电党支部"],
  ]);
});

test.each([
  ["2026-03-09", "organization.changed_later"],
  ["2025-12-31", "organization.before_start"],
  ["2026-04-02", "organization.change_in_future"],
])("a name from %s on is refused beside its day", async (on, code) => {
  const refusal = await group.refused(office, "renameOrganization", at("branch", { name: "x", class: null, on }), code);
  expect(refusal.field).toBe("on");
});

test("the same name and class again is no change", async () => {
  const body = { name: "输电党支部", class: "生产类", on: "2026-03-12" };
  await group.refused(office, "renameOrganization", at("branch", body), "organization.nothing_changes");
});

test("moved from a day on, everything below moves with it, and the day before all stands where it stood", async () => {
  await office.ask("moveOrganization", at("office", { parentId: ids.west as string, on: "2026-03-16" }));
  expect([await below("east", "2026-03-15"), await below("west", "2026-03-15")]).toEqual([["office"], []]);
  expect([await below("east", "2026-03-16"), await below("west", "2026-03-16")]).toEqual([[], ["office"]]);
  expect([await below("office", "2026-03-15"), await below("office")]).toEqual([
    ["输电党支部"],
    ["输电党支部", "young"],
  ]);
  expect((await seen("east", "2026-03-15")).members).toBe(2);
  expect([(await seen("east")).members, (await seen("west")).members]).toEqual([0, 2]);
  expect(await found("输电")).toEqual([["输电党支部", "group/west/office"]]);
  expect((await seen("branch")).places.map(({ validFrom }) => validFrom)).toEqual([
    "2026-03-16",
    "2026-03-10",
    "2026-01-01",
  ]);
});

test("stretches begin one after the other without gap or overlap, with the paths of their parents", async () => {
  const wrong = await group.query(`SELECT o.code, p.valid_from FROM organization_place p
    JOIN organization o ON o.id = p.organization_id
    LEFT JOIN organization_place a ON a.organization_id = p.parent_id AND a.valid_from <= p.valid_from
      AND (a.valid_to IS NULL OR a.valid_to >= p.valid_from)
    WHERE p.parent_id IS NOT NULL AND (a.path IS NULL OR p.path <> a.path || o.label || '.')
      OR p.valid_to IS NOT NULL AND NOT EXISTS (SELECT 1 FROM organization_place n
        WHERE n.organization_id = p.organization_id AND n.valid_from = p.valid_to + 1)`);
  expect(wrong).toEqual([]);
  const last =
    await group.query(`SELECT o.code FROM organization o JOIN organization_place p ON p.organization_id = o.id
    AND p.valid_to IS NULL WHERE (p.path, p.name, p.class, p.parent_id) IS DISTINCT FROM (o.path, o.name, o.class, o.parent_id)`);
  expect(last).toEqual([]);
});

test("what is set up later for a day before the move has moved along", async () => {
  ids.late = await group.organization("late", { parentId: ids.office, validFrom: "2026-03-01" });
  expect([await below("office", "2026-03-01"), await below("office")]).toEqual([
    ["供电党支部", "late"],
    ["输电党支部", "young", "late"],
  ]);
  expect((await seen("late")).places.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
    ["2026-03-16", null],
    ["2026-03-01", "2026-03-15"],
  ]);
});

test("whoever oversees the new place sees it at once, whoever oversees only the old one no more", async () => {
  const [east, west] = [
    await group.caller("east-officer", "party_affairs_officer", ids.east),
    await group.caller("west-officer", "party_affairs_officer", ids.west),
  ];
  expect([await below("east", undefined, east), await below("west", undefined, west)]).toEqual([[], ["office"]]);
  const hits = async (client: Client) =>
    (await client.ask("searchOrganizations", { query: { q: "输电" } })).items.map(({ code }) => code);
  expect([await hits(east), await hits(west)]).toEqual([[], ["branch"]]);
  const there = at("office", { parentId: ids.east as string, on: "2026-03-17" });
  await group.refused(east, "moveOrganization", there, "not_found");
  const refusal = await group.refused(west, "moveOrganization", there, "organization.parent_not_found");
  expect(refusal.field).toBe("parentId");
  await group.refused(
    east,
    "renameOrganization",
    at("office", { name: "x", class: null, on: "2026-03-20" }),
    "not_found",
  );
  await group.refused(east, "revokeOrganization", at("late", { lastDay: "2026-03-31", reason: "x" }), "not_found");
  await group.refused(east, "listFindings", { params: { organizationId: ids.office as string } }, "not_found");
});

test("a 党小组 that still has members isn't revoked, and a right that is to begin later isn't forgotten", async () => {
  ids.pair = await group.organization("pair", { kind: "GROUP", parentId: ids.branch });
  const member = { ...admitted("three"), groupId: ids.pair as string };
  const { personId } = await office.ask("admitPerson", at("branch", member));
  const ending = at("pair", { lastDay: "2026-04-30", reason: "并入其他党小组" });
  await group.refused(office, "revokeOrganization", ending, "organization.members_left");
  await group.query("UPDATE membership SET group_id = NULL WHERE person_id = $1", [personId]);
  await group.account("later", "employee");
  await group.query(
    `INSERT INTO role_grant (tenant_id, id, account_id, role, organization_id, valid_from)
     SELECT tenant_id, gen_random_uuid(), id, 'group_leader', $1, '2026-05-15' FROM account WHERE sign_in_name = 'later'`,
    [ids.pair],
  );
  const refusal = await group.refused(office, "revokeOrganization", ending, "organization.changed_later");
  expect(refusal.values.date).toBe("2026-05-15");
});

test("the history names parents only to those who may see them", async () => {
  const west = await group.caller("west-reader", "party_affairs_officer", ids.west);
  const params = { organizationId: ids.office as string };
  const { places } = await west.ask("getOrganization", { params });
  expect(places.map(({ parent }) => parent?.name ?? null)).toEqual(["west", null]);
});

test.each([
  ["below itself", "office", "branch", "2026-03-20", "organization.moved_below_itself"],
  ["under itself", "office", "office", "2026-03-20", "organization.moved_below_itself"],
  ["where it stands", "office", "west", "2026-03-20", "organization.nothing_changes"],
  ["under a kind that takes no such kind", "east", "branch", "2026-03-20", "organization.kind_not_under_parent"],
  ["under nobody", "office", "nobody", "2026-03-20", "organization.parent_not_found"],
])("a move %s is refused beside the parent", async (_where, code, parent, on, refused) => {
  const parentId = ids[parent] ?? "0197aaaa-0000-7000-8000-000000000000";
  const refusal = await group.refused(office, "moveOrganization", at(code, { parentId, on }), refused);
  expect(refusal.field).toBe("parentId");
});

test("a move before a later change, or below what stood elsewhere then, is refused beside its day", async () => {
  const back = { parentId: ids.east as string, on: "2026-03-10" };
  await group.refused(office, "moveOrganization", at("office", back), "organization.changed_later");
  ids.plain = await group.organization("plain", { parentId: ids.east });
  const below_ = { parentId: ids.office as string, on: "2026-03-10" };
  const refusal = await group.refused(office, "moveOrganization", at("plain", below_), "organization.changed_later");
  expect([refusal.field, refusal.values.date]).toEqual(["on", "2026-03-16"]);
});

test("a parent younger than the day is refused beside the day", async () => {
  ids.fresh = await group.organization("fresh", { kind: "COMMITTEE", validFrom: "2026-03-25" });
  const body = { parentId: ids.fresh, on: "2026-03-24" };
  const refusal = await group.refused(office, "moveOrganization", at("plain", body), "organization.older_than_parent");
  expect(refusal.field).toBe("on");
});

test("nothing moves, ends, begins or changes class in a month that isn't open; only a name may", async () => {
  await group.query(
    `INSERT INTO period (tenant_id, period_from, state, span, closing) VALUES ($1, '2026-02-01', 'closed', 'month', 1)`,
    [group.tenantId],
  );
  const moved = at("plain", { parentId: ids.west as string, on: "2026-02-28" });
  const refusal = await group.refused(office, "moveOrganization", moved, "organization.period_closed");
  expect([refusal.field, refusal.values.month]).toEqual(["on", "2026-02"]);
  const classed = at("plain", { name: "plain", class: "管理类", on: "2026-01-10" });
  await group.refused(office, "renameOrganization", classed, "organization.period_closed");
  const ended = at("plain", { lastDay: "2026-02-10", reason: "x" });
  await group.refused(office, "revokeOrganization", ended, "organization.period_closed");
  const body = { parentId: ids.east as string, kind: "BRANCH" as const, class: null, code: "n", name: "n" };
  const early = { body: { ...body, validFrom: "2026-02-28" } };
  expect((await group.refused(office, "createOrganization", early, "organization.period_closed")).field).toBe(
    "validFrom",
  );
  await office.ask("renameOrganization", at("plain", { name: "simple", class: null, on: "2026-02-10" }));
  expect([(await seen("plain", "2026-02-09")).name, (await seen("plain", "2026-02-10")).name]).toEqual([
    "plain",
    "simple",
  ]);
});

test("what goes below a restricted organisation is restricted with all below it", async () => {
  await office.ask("restrictOrganization", at("west", { restriction: "SECRET" as const }));
  expect((await seen("plain")).restriction).toBeNull();
  await office.ask("moveOrganization", at("plain", { parentId: ids.office as string, on: "2026-03-18" }));
  expect((await seen("plain")).restriction).toBe("SECRET");
});

test("sums along the tree and scores are made anew from the month of the change on", async () => {
  await group.fold();
  await office.ask("moveOrganization", at("plain", { parentId: ids.east as string, on: "2026-03-20" }));
  const waiting = await group.query<{ topic: string; month: string }>(
    "SELECT topic, to_char(month, 'YYYY-MM') AS month FROM outbox WHERE topic = 'tree.changed' OR organization_id = $1",
    [ids.plain],
  );
  expect(new Set(waiting.map(({ topic, month }) => `${topic} ${month}`))).toEqual(
    new Set(["tree.changed 2026-03", "score.dirty 2026-03", "score.dirty 2026-04"]),
  );
});
