import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "../../../platform/embedded-postgres/index.ts";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { untilWaiting } from "../../../testing/waiting.ts";

let group: AssessedGroup;
let office: Client;
const judges: Record<string, Client> = {};
const accounts: Record<string, string> = {};
const places: Record<string, string> = {};
beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  places.east = await group.organization("EAST", { kind: "COMMITTEE" });
  places.branch = await group.organization("ZB-01", { parentId: places.east });
  places.west = await group.organization("WEST", { kind: "COMMITTEE" });
  places.other = await group.organization("ZB-09", { parentId: places.west });
  judges.first = await group.caller("first", "organizer", places.east);
  judges.second = await group.caller("second", "supervisor", places.east);
  judges.western = await group.caller("western", "organizer", places.west);
  judges.general = await group.caller("general", "general_branch_secretary", places.branch);
  await group.caller("secretary", "branch_secretary", places.branch);
  const rows = await group.query<{ name: string; id: string }>("SELECT sign_in_name AS name, id FROM account");
  for (const { name, id } of rows) accounts[name] = id;
  const body = { code: "quarterly", version: 1, periodFrom: "2026-01-01" };
  await office.ask("adoptScheme", { params: { organizationId: group.rootId }, body });
  await group.fold();
});
afterAll(() => group.close());

type Naming = { indicatorCode?: string; validFrom?: string; validTo?: string | null };
const naming = (place: string, account: string, over: Naming = {}) => ({
  params: { organizationId: places[place] as string },
  body: {
    indicatorCode: "sampled_records",
    accountId: accounts[account] as string,
    validFrom: "2026-01-01",
    validTo: null,
    ...over,
  },
});
const judging = (
  over: { indicatorCode?: string; period?: string; points?: string; reason?: string } = {},
  place = "branch",
) => ({
  params: { organizationId: places[place] as string },
  body: { indicatorCode: "sampled_records", period: "2026-Q1", points: "90", reason: "记录完整", ...over },
});
const as = (name: string) => judges[name] as Client;
const standing = () =>
  group.query<{ quantity: string; sign: number; version: number }>(
    "SELECT quantity, sign, source_version AS version FROM fact WHERE kind = 'judgement' ORDER BY recorded_at, id",
  );
async function line() {
  await group.fold();
  const got = await office.ask("getScore", {
    params: { organizationId: places.branch as string, period: "2026-Q1" },
    query: { scheme: "quarterly" },
  });
  const found = got.lines.find(({ code }) => code === "sampled_records");
  return [found?.state, found?.points];
}

/** Does a thing twice while another transaction holds what both need, and then lets them go on. */
function heldUp<T>(hold: string, key: string, act: (points: string) => Promise<T>): Promise<T[]> {
  return withClient(group.database.superUrl, async (other) => {
    await other.query("BEGIN");
    await other.query(hold, [key]);
    const both = [act("50"), act("60")];
    await untilWaiting(other, 2);
    await other.query("ROLLBACK");
    return Promise.all(both);
  });
}

describe("naming", () => {
  test.each<[string, () => ReturnType<typeof naming>, string]>([
    ["an account whose role judges nothing", () => naming("east", "secretary"), "judge.account_cannot"],
    ["an account that judges elsewhere", () => naming("east", "western"), "judge.account_cannot"],
    ["an account that stands below", () => naming("east", "general"), "judge.account_cannot"],
    [
      "nobody's account",
      () => ({ ...naming("east", "first"), body: { ...naming("east", "first").body, accountId: group.rootId } }),
      "judge.account_cannot",
    ],
    [
      "an indicator that is counted",
      () => naming("east", "first", { indicatorCode: "attendance" }),
      "judge.indicator_not_judged",
    ],
    [
      "an indicator that isn't there",
      () => naming("east", "first", { indicatorCode: "nothing" }),
      "judge.indicator_not_judged",
    ],
    ["an end before the start", () => naming("east", "first", { validTo: "2025-12-31" }), "judge.end_before_start"],
  ])("refuses %s", async (_name, sending, code) => {
    await group.refused(office, "nameJudge", sending(), code);
  });

  test("names once, and tells who could be named", async () => {
    for (const name of ["first", "second"]) await office.ask("nameJudge", naming("east", name));
    await group.refused(
      office,
      "nameJudge",
      naming("east", "first", { validFrom: "2026-05-01" }),
      "judge.named_already",
    );
    const at = { params: { organizationId: places.east as string } };
    const { items } = await as("first").ask("listJudges", at);
    expect(items).toMatchObject([
      {
        accountId: accounts.first,
        self: true,
        indicatorCode: "sampled_records",
        indicatorName: { zh: expect.stringMatching(/抽查|抽/), en: expect.any(String) },
        judgedFor: [{ scheme: "quarterly", cadence: "quarter", fullMarks: "60", most: "100" }],
        organizationName: "EAST",
        validTo: null,
      },
      { accountId: accounts.second, self: false },
    ]);
    const candidates = (await office.ask("listJudgeCandidates", at)).items.map(({ accountId }) => accountId);
    expect(candidates.sort()).toEqual([accounts.office, accounts.first, accounts.second].sort());
  });

  test("of two namings at once one stands", async () => {
    const both = await heldUp("SELECT id FROM account WHERE id = $1 FOR UPDATE", accounts.western as string, () =>
      office.call("nameJudge", naming("west", "western")),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  });
});

describe("judging is refused", () => {
  test.each<[string, string, () => ReturnType<typeof judging>, string]>([
    ["of the branch he keeps himself", "general", () => judging(), "judgement.own_organization"],
    ["outside his place", "western", () => judging(), "not_found"],
    ["of another indicator", "first", () => judging({ indicatorCode: "area_youth_judged" }), "judgement.not_named"],
    ["of the organisation he stands at", "first", () => judging({}, "east"), "judgement.own_organization"],
    ["above the most", "first", () => judging({ points: "100.01" }), "judgement.points_out_of_range"],
    ["below zero", "first", () => judging({ points: "-0.01" }), "judgement.points_out_of_range"],
    ["before the period", "first", () => judging({ period: "2026-Q2" }), "judgement.period_not_begun"],
    ["for a period of another length", "first", () => judging({ period: "2026-03" }), "judgement.line_not_used"],
    ["before the scheme was in use", "first", () => judging({ period: "2025-Q4" }), "judgement.line_not_used"],
    ["for a period that there isn't", "first", () => judging({ period: "1800-Q1" }), "judgement.period_unknown"],
    ["without a reason", "first", () => judging({ reason: "  " }), "request.invalid"],
    ["with a number that isn't one", "first", () => judging({ points: "九十" }), "request.invalid"],
  ])("%s", async (_name, judge, sending, code) => {
    await group.refused(as(judge), "judge", sending(), code);
  });

  test("of a named judge above, to somebody who wasn't named", async () => {
    await group.refused(office, "judge", judging(), "judgement.not_named");
  });
});

describe("a judgement", () => {
  test("is a fact; with one of two judges the line is still pending, with both it is their mean", async () => {
    expect(await line()).toEqual(["pending", null]);
    expect(await as("first").ask("judge", judging())).toMatchObject({ version: 1, changed: true });
    expect(await line()).toEqual(["pending", null]);
    await as("second").ask("judge", judging({ points: "80.0" }));
    expect(await line()).toEqual(["scored", "51.00"]);
    const facts = await group.query(
      "SELECT quantity, counts_on::text AS day, attributes, details->>'reason' AS reason FROM fact WHERE kind = 'judgement' ORDER BY quantity",
    );
    expect(facts).toEqual([
      {
        quantity: "80",
        day: "2026-03-31",
        attributes: { indicator: "sampled_records", judge: "supervisor" },
        reason: "记录完整",
      },
      {
        quantity: "90",
        day: "2026-03-31",
        attributes: { indicator: "sampled_records", judge: "organizer" },
        reason: "记录完整",
      },
    ]);
  });

  test("given again as it was adds nothing", async () => {
    const before = await standing();
    expect(await as("first").ask("judge", judging({ points: "90.00" }))).toMatchObject({ version: 1, changed: false });
    expect(await standing()).toEqual(before);
  });

  test("changed is a reversing entry and a new one; the sheet follows", async () => {
    expect(await as("first").ask("judge", judging({ points: "70", reason: "复核后调整" }))).toMatchObject({
      version: 2,
      changed: true,
    });
    expect(
      (await standing())
        .filter(({ quantity }) => quantity !== "80")
        .map(({ sign, quantity, version }) => [sign, quantity, version]),
    ).toEqual(
      expect.arrayContaining([
        [1, "90", 1],
        [-1, "90", 1],
        [1, "70", 2],
      ]),
    );
    expect(await line()).toEqual(["scored", "45.00"]);
    const { items } = await office.ask("listJudgements", {
      params: { organizationId: places.east as string },
      query: { period: "2026-Q1", indicatorCode: "sampled_records" },
    });
    expect(items.map(({ points, version, reason, accountId }) => [points, version, reason, accountId]).sort()).toEqual([
      ["70", 2, "复核后调整", accounts.first],
      ["80", 1, "记录完整", accounts.second],
    ]);
  });

  test("by one person several times at once ends with one that stands", async () => {
    const give = (points: string) => as("first").ask("judge", judging({ points }));
    const got = await Promise.all(["61", "62", "63"].map(give));
    expect(got.map(({ version }) => version).sort()).toEqual([3, 4, 5]);
    const signs = (await standing())
      .filter(({ quantity }) => quantity !== "80")
      .reduce((sum, { sign }) => sum + sign, 0);
    expect(signs).toBe(1);
  });

  test("by one person twice at once for the first time is one, and a change of it", async () => {
    const key = `${group.tenantId} sampled_records ${places.other} 2026-03-31 ${accounts.western}`;
    const both = await heldUp("SELECT pg_advisory_xact_lock(hashtextextended($1, 7080008))", key, (points) =>
      as("western").ask("judge", judging({ points }, "other")),
    );
    expect(both.map(({ version }) => version).sort()).toEqual([1, 2]);
  });

  test("shows to others only within their places", async () => {
    const { items } = await as("western").ask("listJudgements", { params: { organizationId: places.west as string } });
    expect(items.map(({ organizationId }) => organizationId)).toEqual([places.other]);
    await group.refused(
      as("western"),
      "listJudgements",
      { params: { organizationId: places.east as string } },
      "not_found",
    );
  });
});

describe("the end of a judge's time", () => {
  const ending = (account: string, lastDay: string) => ({
    params: { organizationId: places.east as string },
    body: { indicatorCode: "sampled_records", accountId: accounts[account] as string, lastDay },
  });

  test("is refused where there is none, or before it began", async () => {
    await group.refused(office, "endJudge", ending("western", "2026-03-17"), "judge.not_named");
    await group.refused(office, "endJudge", ending("first", "2025-12-31"), "judge.end_before_start");
  });

  test("lets what was given stand and nothing more be given; he can be named again", async () => {
    const before = await line();
    await office.ask("endJudge", ending("first", "2026-03-17"));
    await group.refused(as("first"), "judge", judging({ points: "10" }), "judgement.not_named");
    expect(await line()).toEqual(before);
    await office.ask("nameJudge", naming("east", "first", { validFrom: "2026-03-18" }));
    expect((await as("first").ask("judge", judging({ points: "10" }))).changed).toBe(true);
  });
});
