import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { monthLockNumber } from "../../../platform/db/opening.ts";
import { withClient } from "../../../platform/embedded-postgres/index.ts";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { definitionText } from "../../../testing/definitions.ts";
import { untilWaiting } from "../../../testing/waiting.ts";
import { installSchemes } from "../index.ts";

let group: AssessedGroup;
let office: Client;
let eastern: Client;
const places: Record<string, string> = {};
beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  places.root = group.rootId;
  places.east = await group.organization("EAST", { kind: "COMMITTEE" });
  places.west = await group.organization("WEST", { kind: "COMMITTEE" });
  places.first = await group.organization("ZB-01", { parentId: places.east });
  places.second = await group.organization("ZB-02", { parentId: places.west });
  places.young = await group.organization("ZB-03", { parentId: places.west, validFrom: "2026-03-01" });
  await group.organization("XZ-01", { parentId: places.first, kind: "GROUP" });
  eastern = await group.caller("eastern", "party_affairs_officer", places.east);
  await group.fold();
});
afterAll(() => group.close());

const adopting = (place: string, version: number, periodFrom: string, code = "points") => ({
  params: { organizationId: places[place] as string },
  body: { code, version, periodFrom },
});
const leaf = (over: object = {}) => ({ kind: "leaf", indicator: "attendance", version: 1, fullMarks: "40", ...over });
const points = (children: object[], over: object = {}) =>
  definitionText({
    code: "points",
    name: { zh: "积分", en: "Points" },
    root: {
      kind: "sum",
      code: "points_total",
      name: { zh: "合计", en: "Total" },
      children,
      open: { additional: "10" },
    },
    ...over,
  });
const open = { from: "30", to: "50" };

async function publish(client: Client, place: string, text: string): Promise<number> {
  const where = { params: { organizationId: places[place] as string, kind: "scheme" as const, code: "points" } };
  const { revision } = await client.ask("saveDraft", { ...where, body: { text, revision: 0 } });
  return (await client.ask("publishDraft", { ...where, body: { revision } })).version;
}
/** Organisations and months that wait to be scored. */
async function waiting(): Promise<string[]> {
  const rows = await group.query<{ code: string; month: string }>(
    "SELECT o.code, to_char(month, 'YYYY-MM') AS month FROM outbox JOIN organization o ON o.id = organization_id ORDER BY 1, 2",
  );
  return rows.map(({ code, month }) => `${code} ${month}`);
}
async function versionOf(place: string, period = "2026-03"): Promise<number | string> {
  await group.fold();
  const params = { organizationId: places[place] as string, period };
  const got = await office.call("getScore", { params, query: { scheme: "points" } });
  return got.status === 200 ? got.answer.scheme.version : got.refusal.code;
}

test("a new group uses the built-in month's scheme from the beginning, once, and no other", async () => {
  const adoptions = () =>
    group.query("SELECT scheme_code, scheme_version, period_from::text AS period_from FROM scheme_adoption");
  const builtIn = [{ scheme_code: "monthly", scheme_version: 1, period_from: "2000-01-01" }];
  expect(await adoptions()).toEqual(builtIn);
  await group.application.installLibrary();
  expect(await adoptions()).toEqual(builtIn);
  await group.application.workshop.database.writing(group.tenantId, {}, (transaction) =>
    installSchemes(transaction, group.tenantId),
  );
  expect(await adoptions()).toEqual(builtIn);
});

test("what an organisation adopts holds for all below from that period on, and asks for their scores", async () => {
  expect(await publish(office, "root", points([leaf({ open }), { ...leaf(), indicator: "record_standard" }]))).toBe(1);
  expect(await versionOf("first")).not.toBe(1);
  expect(await office.ask("adoptScheme", adopting("root", 1, "2026-02-01"))).toEqual({
    changed: true,
    organizations: 6,
  });
  expect(await waiting()).toEqual([
    ...["EAST", "WEST", "ZB-01", "ZB-02"].flatMap((code) => [`${code} 2026-02`, `${code} 2026-03`]),
    "ZB-03 2026-03",
    "group 2026-02",
    "group 2026-03",
  ]);
  expect([await versionOf("first"), await versionOf("second"), await versionOf("young")]).toEqual([1, 1, 1]);
  expect(await versionOf("first", "2026-01")).not.toBe(1);
});

test("while one of the months from then to today is being closed, an adoption waits", async () => {
  await withClient(group.database.superUrl, async (closing) => {
    await closing.query("BEGIN");
    const march = [7_080_003, monthLockNumber(group.tenantId, "2026-03")];
    await closing.query("SELECT pg_advisory_xact_lock($1, $2)", march);
    const asked = office.ask("adoptScheme", adopting("root", 1, "2026-02-01"));
    await untilWaiting(closing, 1);
    await closing.query("ROLLBACK");
    await asked;
  });
});

test("to adopt the same again changes nothing and says so", async () => {
  expect(await office.ask("adoptScheme", adopting("root", 1, "2026-02-01"))).toEqual({
    changed: false,
    organizations: 0,
  });
  expect(await waiting()).toEqual([]);
});

describe("a committee below", () => {
  test("may change only what the scheme above leaves open", async () => {
    const where = { params: { organizationId: places.east as string, kind: "scheme" as const, code: "points" } };
    const tries: [object[], object, string][] = [
      [
        [leaf({ open, fullMarks: "60" }), { ...leaf(), indicator: "record_standard" }],
        { adapts: 1 },
        "definition.adapted_marks",
      ],
      [[leaf({ open })], { adapts: 1 }, "definition.adapted_closed"],
      [
        [leaf({ open }), { ...leaf(), indicator: "record_standard" }],
        { adapts: 1, coverageThreshold: "50" },
        "definition.adapted_closed",
      ],
      [
        [leaf({ open }), { ...leaf(), indicator: "record_standard" }, leaf({ indicator: "honours", fullMarks: "11" })],
        { adapts: 1 },
        "definition.adapted_too_much",
      ],
      [[leaf({ open }), { ...leaf(), indicator: "record_standard" }], {}, "definition.adapts_missing"],
    ];
    let revision = 0;
    for (const [children, over, code] of tries) {
      const text = points(children, over);
      ({ revision } = await eastern.ask("saveDraft", { ...where, body: { text, revision } }));
      const { problems } = await eastern.ask("validateDraft", where);
      expect(
        problems.map((problem) => problem.code),
        text,
      ).toContain(code);
      await group.refused(eastern, "publishDraft", { ...where, body: { revision } }, "draft.not_publishable");
    }
    await eastern.ask("deleteDraft", where);
  });

  test("adapts and adopts, and is scored by its own version while its neighbour keeps the one above", async () => {
    const adapted = points(
      [
        leaf({ open, fullMarks: "50" }),
        { ...leaf(), indicator: "record_standard" },
        leaf({ indicator: "honours", fullMarks: "10" }),
      ],
      { adapts: 1 },
    );
    expect(await publish(eastern, "east", adapted)).toBe(2);
    await eastern.ask("adoptScheme", adopting("east", 2, "2026-03-01"));
    expect([await versionOf("first"), await versionOf("second")]).toEqual([2, 1]);
    expect(await versionOf("first", "2026-02")).toBe(1);
    const [scheme] = (await eastern.ask("listSchemes", { query: { limit: 200 } })).items.filter(
      ({ code }) => code === "points",
    );
    expect(scheme?.versions).toMatchObject([
      { version: 2, adapts: 1, ownerId: places.east, ownerName: "EAST" },
      { version: 1, adapts: null, ownerName: null },
    ]);
    expect(scheme?.adoptions).toMatchObject([
      { organizationId: group.rootId, organizationName: null, periodFrom: "2026-02-01", version: 1 },
      { organizationId: places.east, organizationName: "EAST", periodFrom: "2026-03-01", version: 2 },
    ]);
  });

  test("tells what differs, and what a version costs a branch to type", async () => {
    const { changes } = await eastern.ask("diffSchemes", { params: { code: "points" }, query: { from: 1, to: 2 } });
    expect(changes).toMatchObject([
      { of: "leaf", code: "attendance", change: "changed", property: "fullMarks", from: "40", to: "50" },
      { of: "leaf", code: "honours", change: "added", to: "10" },
    ]);
    const { cost, adoptions } = await eastern.ask("getScheme", { params: { code: "points", version: 2 } });
    expect(cost.indicators.map(({ code }) => code).sort()).toEqual(["attendance", "honours", "record_standard"]);
    expect(cost.fields).toBe(cost.indicators.reduce((sum, { fields }) => sum + fields, 0));
    expect(adoptions).toHaveLength(1);
  });
});

describe("refused", () => {
  test.each<[string, Parameters<typeof adopting>, string]>([
    ["a version that isn't there", ["root", 9, "2026-03-01"], "adoption.version_unknown"],
    ["a scheme that isn't there", ["root", 1, "2026-03-01", "nothing"], "adoption.version_unknown"],
    ["a version made below", ["root", 2, "2026-03-01"], "adoption.version_unknown"],
    ["a version made beside it", ["west", 2, "2026-03-01"], "adoption.version_unknown"],
    ["a branch, which assesses nobody", ["first", 1, "2026-03-01"], "adoption.not_assessing"],
    ["a day inside a month", ["root", 1, "2026-03-02"], "adoption.not_a_period"],
    ["a month inside a quarter", ["root", 1, "2026-02-01", "quarterly"], "adoption.not_a_period"],
  ])("%s", async (_name, sending, code) => {
    await group.refused(office, "adoptScheme", adopting(...sending), code);
  });

  test("a version that is valid later", async () => {
    const version = await publish(
      office,
      "root",
      points([leaf({ open }), { ...leaf(), indicator: "record_standard" }], { validFrom: "2026-06" }),
    );
    expect(version).toBe(3);
    const { values } = await group.refused(
      office,
      "adoptScheme",
      adopting("root", 3, "2026-05-01"),
      "adoption.version_too_new",
    );
    expect(values.from).toBe("2026-06");
  });

  test("below, another version than the one above or an adaptation of it", async () => {
    await group.refused(eastern, "adoptScheme", adopting("east", 3, "2026-06-01"), "adoption.not_within_above");
    expect((await eastern.ask("adoptScheme", adopting("east", 1, "2026-06-01"))).changed).toBe(true);
  });

  test("whoever has no right there gets the answer for what isn't there", async () => {
    await group.refused(eastern, "adoptScheme", adopting("west", 1, "2026-03-01"), "not_found");
  });

  test("a period whose entries have ended, until it is opened again; the next one may change", async () => {
    group.clock.set("2026-04-07T06:00:00.000Z");
    const late = await group.caller("late", "party_affairs_officer");
    await group.fold();
    for (const month of ["2026-01", "2026-02", "2026-03"]) await late.ask("closePeriod", { params: { period: month } });
    for (const from of ["2026-01-01", "2026-02-01", "2026-03-01"]) {
      const body = { code: "monthly_safety", version: 1, periodFrom: from };
      const { values } = await group.refused(
        late,
        "adoptScheme",
        { params: { organizationId: group.rootId }, body },
        "adoption.period_closed",
      );
      expect(values.period).toBe(from.slice(0, 7));
    }
    expect((await late.ask("adoptScheme", adopting("root", 1, "2026-04-01", "monthly_safety"))).changed).toBe(true);
  });
});
