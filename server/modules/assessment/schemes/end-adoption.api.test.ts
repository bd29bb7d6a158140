import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { definitionText } from "../../../testing/definitions.ts";
import { bookFacts, passed } from "../../../testing/score-facts.ts";

let group: AssessedGroup;
let office: Client;
const places: Record<string, string> = {};

const leaf = (fullMarks: string) => ({
  kind: "leaf",
  indicator: "record_standard",
  version: 1,
  fullMarks,
  open: { from: "30", to: "50" },
});
const points = (fullMarks: string, over: object = {}) =>
  definitionText({
    code: "points",
    name: { zh: "积分", en: "Points" },
    root: {
      kind: "sum",
      code: "points_total",
      name: { zh: "合计", en: "Total" },
      children: [leaf(fullMarks), { kind: "leaf", indicator: "attendance", version: 1, fullMarks: "60" }],
    },
    ...over,
  });

async function publish(place: string, text: string): Promise<void> {
  const where = { params: { organizationId: places[place] as string, kind: "scheme" as const, code: "points" } };
  const { revision } = await office.ask("saveDraft", { ...where, body: { text, revision: 0 } });
  await office.ask("publishDraft", { ...where, body: { revision } });
}
const adopt = (place: string, code: string, version: number, periodFrom: string) =>
  office.ask("adoptScheme", {
    params: { organizationId: places[place] as string },
    body: { code, version, periodFrom },
  });
const ending = (place: string, periodFrom: string, code = "points") => ({
  params: { organizationId: places[place] as string },
  body: { code, periodFrom },
});

beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  places.root = group.rootId;
  for (const code of ["east", "west"]) places[code] = await group.organization(code, { kind: "COMMITTEE" });
  places.one = await group.organization("one", { parentId: places.east });
  places.two = await group.organization("two", { parentId: places.west });
  await publish("root", points("40"));
  await publish("east", points("30", { adapts: 1 }));
  await adopt("root", "points", 1, "2026-02-01");
  await adopt("east", "points", 2, "2026-02-01");
  await adopt("west", "monthly_full", 1, "2026-02-01");
  await bookFacts(
    group,
    ["2026-02", "2026-03"].flatMap((month) => [
      passed(places.one as string, month, "8"),
      passed(places.two as string, month, "6"),
    ]),
  );
});
afterAll(() => group.close());

/** Versions that sheets of a scheme were scored by, by organisation and month. */
async function sheets(code: string): Promise<string[]> {
  await group.fold();
  const rows = await group.query<{ name: string; month: string; version: number }>(
    `SELECT o.name, to_char(s.period_from, 'YYYY-MM') AS month, s.scheme_version AS version
     FROM score_sheet s JOIN organization o ON o.id = s.organization_id WHERE s.scheme_code = $1 AND o.kind = 'BRANCH'
     ORDER BY 1, 2`,
    [code],
  );
  return rows.map(({ name, month, version }) => `${name} ${month} v${version}`);
}

test("what can't be ended is refused", async () => {
  const refused = (sending: ReturnType<typeof ending>, code: string) =>
    group.refused(office, "endAdoption", sending, code);
  await refused(ending("east", "2026-01-01"), "adoption.none_here");
  await refused(ending("west", "2026-03-01"), "adoption.none_here");
  await refused(ending("east", "2026-03-01", "nothing"), "adoption.none_here");
  await refused(ending("east", "2026-03-02"), "adoption.not_a_period");
  const eastern = await group.caller("eastern", "party_affairs_officer", places.east);
  await group.refused(eastern, "endAdoption", ending("west", "2026-03-01", "monthly_full"), "not_found");
  await adopt("east", "points", 1, "2026-05-01");
  const { values } = await group.refused(office, "endAdoption", ending("east", "2026-03-01"), "adoption.newer_adopted");
  expect(values.from).toBe("2026-05-01");
});

test("an adoption that hasn't begun is ended before it does; an end may also come earlier", async () => {
  expect(await office.ask("endAdoption", ending("east", "2026-05-01"))).toEqual({ version: 1 });
  expect(await sheets("points")).toEqual(["one 2026-02 v2", "one 2026-03 v2", "two 2026-02 v1", "two 2026-03 v1"]);
  expect(await office.ask("endAdoption", ending("east", "2026-04-01"))).toEqual({ version: 1 });
  await group.refused(office, "endAdoption", ending("east", "2026-04-01"), "adoption.none_here");
});

test("where nothing is adopted above, the sheets of open periods go, and no sum counts them", async () => {
  expect(await sheets("monthly_full")).toEqual(["two 2026-02 v1", "two 2026-03 v1"]);
  expect(await office.ask("endAdoption", ending("west", "2026-03-01", "monthly_full"))).toEqual({ version: null });
  expect(await sheets("monthly_full")).toEqual(["two 2026-02 v1"]);
  expect(
    await group.query(
      "SELECT 1 FROM score_rollup WHERE scheme_code = 'monthly_full' AND period_from = '2026-03-01' AND organizations <> 0",
    ),
  ).toEqual([]);
  const params = { organizationId: places.two as string, period: "2026-03" };
  expect((await office.call("getScore", { params, query: { scheme: "monthly_full" } })).refusal.code).toBe("not_found");
  const { items } = await office.ask("listSchemes", { query: { limit: 200 } });
  expect(items.find(({ code }) => code === "monthly_full")?.adoptions).toMatchObject([
    { organizationId: places.west, version: 1, periodFrom: "2026-02-01", periodTo: "2026-02-28" },
  ]);
});

test("ended from the day it was adopted on, nothing of it is left", async () => {
  await office.ask("endAdoption", ending("west", "2026-02-01", "monthly_full"));
  expect(await sheets("monthly_full")).toEqual([]);
});

test("a closed period keeps its version and can't be stepped into; after it the version above holds again", async () => {
  group.clock.set("2026-04-07T06:00:00.000Z");
  office = await group.caller("april", "party_affairs_officer");
  await group.fold();
  for (const period of ["2026-01", "2026-02", "2026-03"]) await office.ask("closePeriod", { params: { period } });
  const { values } = await group.refused(office, "endAdoption", ending("east", "2026-03-01"), "adoption.period_closed");
  expect(values.period).toBe("2026-03");
  await bookFacts(group, [passed(places.one as string, "2026-04", "8", { countsOn: "2026-04-02", closing: 4 })]);
  expect(await sheets("points")).toEqual([
    "one 2026-02 v2",
    "one 2026-03 v2",
    "one 2026-04 v1",
    "two 2026-02 v1",
    "two 2026-03 v1",
  ]);
});

test("what has ended may be adopted again; ending it is audited", async () => {
  await adopt("east", "points", 2, "2026-04-01");
  expect((await sheets("points"))[2]).toBe("one 2026-04 v2");
  await office.ask("endAdoption", ending("east", "2026-04-01"));
  expect((await sheets("points"))[2]).toBe("one 2026-04 v1");
  const entries = await group.query<{ object: string }>(
    "SELECT object FROM audit_entry WHERE action = 'assessment.end_adoption' ORDER BY recorded_at DESC, id DESC LIMIT 1",
  );
  expect(entries).toEqual([{ object: `adoption of points by organization ${places.east}` }]);
});
