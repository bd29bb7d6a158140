import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import type { Client } from "../../testing/client.ts";
import { bookFacts, passed } from "../../testing/score-facts.ts";

let group: AssessedGroup;
let office: Client;
let overseas: string;
const ids: Record<string, string> = {};
beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  overseas = await group.organization("overseas", { kind: "COMMITTEE" });
  for (const code of ["a", "b", "c"])
    ids[code] = await group.organization(code, { class: "生产类", parentId: code === "b" ? overseas : group.rootId });
  const month = (name: string) => [
    passed(ids.a as string, name, "7"),
    passed(ids.b as string, name, "9"),
    passed(ids.c as string, name, "8"),
  ];
  await bookFacts(group, [...month("2026-01"), ...month("2026-02")]);
});
afterAll(() => group.close());

const board = async (period: string) => {
  const answer = await office.ask("getBoard", { params: { organizationId: group.rootId }, query: { period } });
  return {
    rows: answer.items.map(({ organizationName, rank }) => `${organizationName} ${rank}`),
    sizes: [answer.organizations, answer.ranked, answer.mean],
  };
};
const marking = (organizationId: string | undefined, restriction: "OVERSEAS" | "SECRET" | null) => ({
  params: { organizationId: organizationId as string },
  body: { restriction },
});

test("a marked organisation and all below it leave the boards; the others' ranks and the mean close up", async () => {
  expect(await board("2026-02")).toEqual({ rows: ["b 1", "c 2", "a 3"], sizes: [3, 3, "80.00"] });
  expect(await office.ask("restrictOrganization", marking(overseas, "OVERSEAS"))).toEqual({ organizations: 2 });
  await group.fold();
  expect(await board("2026-02")).toEqual({ rows: ["c 1", "a 2"], sizes: [2, 2, "75.00"] });
  const { restriction } = await office.ask("getOrganization", { params: { organizationId: ids.b as string } });
  expect(restriction).toBe("OVERSEAS");
  const own = await office.ask("getScore", {
    params: { organizationId: ids.b as string, period: "2026-02" },
    query: {},
  });
  expect([own.total, own.ranks]).toEqual(["90.00", []]);
});

test("what is set up below it is restricted from the beginning", async () => {
  ids.d = await group.organization("d", { class: "生产类", parentId: overseas });
  await bookFacts(group, [passed(ids.d, "2026-02", "10")]);
  expect((await board("2026-02")).rows).toEqual(["c 1", "a 2"]);
});

test("the same again changes nothing; below it the mark isn't lifted alone", async () => {
  expect(await office.ask("restrictOrganization", marking(overseas, "OVERSEAS"))).toEqual({ organizations: 0 });
  await group.refused(office, "restrictOrganization", marking(ids.b, null), "organization.restricted_above");
});

test("who has no right there gets the answer for what isn't there", async () => {
  const away = await group.caller("away", "party_affairs_officer", ids.a);
  await group.refused(away, "restrictOrganization", marking(overseas, null), "not_found");
});

test("lifted, they are ranked again in periods that aren't closed, and it is audited", async () => {
  await office.ask("restrictOrganization", marking(overseas, null));
  await group.fold();
  expect((await board("2026-02")).rows).toEqual(["d 1", "b 2", "c 3", "a 4"]);
  const entries = await group.query<{ object: string }>(
    "SELECT object FROM audit_entry WHERE action = 'organization.restrict' ORDER BY recorded_at, id",
  );
  expect(entries.map(({ object }) => object)).toEqual(Array.from({ length: 3 }, () => `organization ${overseas}`));
});

test("on a published board its row goes, and the ranks of the others stay as they were published", async () => {
  group.clock.set("2026-02-09T06:00:00.000Z");
  office = await group.caller("february", "party_affairs_officer");
  await group.fold();
  const { items } = await office.ask("listPendingLeaves", { params: { period: "2026-01" } });
  expect(items).toEqual([]);
  await office.ask("startPublicity", { params: { period: "2026-01" } });
  group.clock.set("2026-02-27T06:00:00.000Z");
  office = await group.caller("later", "party_affairs_officer");
  await office.ask("closePeriod", { params: { period: "2026-01" } });
  const published = { scheme: "monthly", period: "2026-01", class: "生产类" };
  const leader = await group.caller("leader", "party_committee_leader");
  await leader.ask("publishBoard", { params: { organizationId: group.rootId }, body: published });
  expect((await board("2026-01")).rows).toEqual(["b 1", "c 2", "a 3", "d null"]);
  await office.ask("restrictOrganization", marking(overseas, "OVERSEAS"));
  await group.fold();
  expect((await board("2026-01")).rows).toEqual(["c 2", "a 3"]);
  const params = { organizationId: ids.b as string };
  expect((await office.ask("listPublishedBoards", { params })).items).toEqual([]);
});
