import { addDays } from "@dutyloop/domain/kernel/plain-date.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import type { Client } from "../../testing/client.ts";

let group: AssessedGroup;
let office: Client;
let east: string;
let west: string;
let branch: string;
beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  east = await group.organization("east", { kind: "COMMITTEE" });
  west = await group.organization("west", { kind: "COMMITTEE" });
  branch = await group.organization("branch", { parentId: east, name: "before" });
  await group.organization("team", { kind: "GROUP", parentId: branch });
  const member = { memberState: "FULL", groupId: null, validFrom: "2026-01-01" } as const;
  for (const name of ["one", "two"])
    await office.ask("admitPerson", { params: { organizationId: branch }, body: { ...member, name } });
  await fromEastToWest("2026-03-16");
});
afterAll(() => group.close());

/** The branch and its 党小组 stand elsewhere, under another name, from a day on. */
async function fromEastToWest(on: string) {
  const [from] = await group.query<{ path: string }>("SELECT path FROM organization WHERE id = $1", [east]);
  const [to] = await group.query<{ path: string }>("SELECT path FROM organization WHERE id = $1", [west]);
  await group.query(
    `WITH stretch AS (
       UPDATE organization_place SET valid_to = $2 WHERE path LIKE $1 || '%' AND path <> $1 RETURNING *
     ), next AS (
       INSERT INTO organization_place (tenant_id, organization_id, valid_from, parent_id, path, name, class)
       SELECT tenant_id, organization_id, $3, CASE WHEN organization_id = $5 THEN $6 ELSE parent_id END,
         $4 || substr(path, length($1) + 1), CASE WHEN organization_id = $5 THEN 'after' ELSE name END, class
       FROM stretch RETURNING *
     )
     UPDATE organization o SET parent_id = n.parent_id, path = n.path, name = n.name FROM next n WHERE n.organization_id = o.id`,
    [from?.path, addDays(on, -1), on, to?.path, branch, west],
  );
}

const below = async (parentId: string, on?: string, client = office) => {
  const { items } = await client.ask("listOrganizations", { query: { parentId, ...(on ? { on } : {}) } });
  return items.map(({ name, members, branches, hasChildren }) => [name, members, branches, hasChildren]);
};

test("the day before the move the branch stands at its old place under its old name, from that day on at the new", async () => {
  expect(await below(east, "2026-03-15")).toEqual([["before", 2, 1, false]]);
  expect(await below(west, "2026-03-15")).toEqual([]);
  expect(await below(east, "2026-03-16")).toEqual([]);
  expect(await below(west, "2026-03-16")).toEqual([["after", 2, 1, false]]);
  expect(await below(west)).toEqual(await below(west, "2026-03-16"));
});

test("members and branches are counted where they stood on the day", async () => {
  expect(await below(group.rootId, "2026-03-15")).toEqual([
    ["east", 2, 1, true],
    ["west", 0, 0, false],
  ]);
  expect(await below(group.rootId, "2026-03-16")).toEqual([
    ["east", 0, 0, false],
    ["west", 2, 1, true],
  ]);
  expect(await below(group.rootId, "2025-12-31")).toEqual([]);
});

test("one organisation tells its place, name, members and 党小组 of the day", async () => {
  const on = (day: string) => office.ask("getOrganization", { params: { organizationId: branch }, query: { on: day } });
  const [before, after] = [await on("2026-03-15"), await on("2026-03-16")];
  expect([before.name, before.parentId, before.members, before.fullMembers]).toEqual(["before", east, 2, 2]);
  expect([after.name, after.parentId, after.members, after.fullMembers]).toEqual(["after", west, 2, 2]);
  expect([before.groups.length, after.groups.length]).toEqual([1, 1]);
});

test("an organisation that doesn't stand on the day can be opened, with nothing in it", async () => {
  const params = { organizationId: branch };
  const early = await office.ask("getOrganization", { params, query: { on: "2025-12-31" } });
  expect([early.members, early.fullMembers, early.groups, early.posts]).toEqual([0, 0, [], []]);
});

test("whoever oversees only the old place neither sees nor counts what has left it, on no day", async () => {
  const away = await group.caller("east-only", "party_affairs_officer", east);
  expect(await below(east, "2026-03-15", away)).toEqual([]);
  const { items } = await away.ask("listOrganizations", { query: { on: "2026-03-15" } });
  // Its counts of that day are those of the organisation he oversees, without what has left his sight.
  expect(items.map(({ name, members, branches }) => [name, members, branches])).toEqual([["east", 0, 0]]);
  const seen = await away.ask("getOrganization", { params: { organizationId: east }, query: { on: "2026-03-15" } });
  expect([seen.members, seen.fullMembers, seen.hasChildren]).toEqual([0, 0, false]);
});

test("a day that isn't in the calendar is refused by field", async () => {
  const refused = await group.refused(
    office,
    "listOrganizations",
    { query: { parentId: east, on: "2026-02-30" } },
    "request.invalid",
  );
  expect(refused.problems?.map(({ path }) => path)).toEqual(["on"]);
});
