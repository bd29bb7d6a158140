import type { Body } from "@dutyloop/contract/endpoints.ts";
import {
  divide,
  format,
  multiply,
  parse,
  rational,
  toReadableText,
  sum as total,
} from "@dutyloop/domain/kernel/rational.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import { assessBy, trialIndicator, trialScheme } from "../../../testing/trial-schemes.ts";
import { markMissingSheets } from "../mark-missing-sheets.ts";

let group: AssessedGroup;
const ids: Record<string, string> = {};

/** What those below reached, by members; reads the total of another scheme. */
const below = (code: string, scheme: string) =>
  trialIndicator(code, { aggregation: { form: "rollup", scheme, line: null, weighting: "members" } });
const scheme = (code: string, kind: "BRANCH" | "COMMITTEE", indicator: string) =>
  trialScheme(code, [indicator], { appliesTo: { kinds: [kind] } });

async function admit(
  place: string,
  states: readonly Body<"admitPerson">["memberState"][],
  validFrom = "2026-01-01",
): Promise<void> {
  for (const [number, memberState] of states.entries())
    await group.office.ask("admitPerson", {
      params: { organizationId: ids[place] as string },
      body: { name: `${place}${number}`, memberState, groupId: null, validFrom },
    });
}

beforeAll(async () => {
  group = await assessedGroup();
  ids.east = await group.organization("east", { kind: "COMMITTEE" });
  ids.west = await group.organization("west", { kind: "COMMITTEE" });
  for (const code of ["one", "two", "three", "four"])
    ids[code] = await group.organization(code, { parentId: code === "four" ? ids.west : ids.east });
  await assessBy(
    group,
    [below("of_branches", "safe"), below("of_committees", "committees")],
    [
      scheme("safe", "BRANCH", "safety_events"),
      scheme("committees", "COMMITTEE", "of_branches"),
      scheme("whole", "COMMITTEE", "of_committees"),
    ],
    "2026-02-01",
  );
  await admit("one", ["FULL", "PROBATIONARY", "ACTIVIST"]);
  await admit("two", ["FULL", "FULL", "FULL", "FULL", "FULL"]);
  await group.query(
    `UPDATE membership m SET state = 'CORRECTING' FROM person p WHERE p.id = m.person_id AND p.name = 'two4'`,
  );
  await admit("three", ["FULL"]);
  await admit("four", ["FULL", "FULL", "FULL"]);
  // Who comes after the month's end is no member of it.
  await admit("one", ["FULL", "FULL"], "2026-03-01");
  const event = { occurredOn: "2026-02-11", metric: "safety_events", attributes: { severity: "general" } };
  const data = await group.caller("data", "data_officer");
  await data.ask("importMeasures", {
    params: { organizationId: group.rootId },
    body: {
      source: "safety",
      month: "2026-02",
      deliveries: [
        { organizationCode: "one", figures: [{ ...event, quantity: "3" }] },
        { organizationCode: "two", figures: [] },
        { organizationCode: "four", figures: [{ ...event, quantity: "1" }] },
      ],
    },
  });
  await markMissingSheets(group.application.workshop, group.tenantId, 1);
  await group.fold();
});
afterAll(() => group.close());

const shown = async (place: string, lineCode: string, query: { scheme: string; after?: string; limit?: number }) =>
  (
    await group.office.ask("listScoreChildren", {
      params: { organizationId: place, period: "2026-02", lineCode },
      query,
    })
  ).items.map(({ organizationName, points, fullMarks, state, members }) => ({
    organizationName,
    points,
    fullMarks,
    state,
    members,
  }));
type Shown = Awaited<ReturnType<typeof shown>>;

/** The line worked out by hand from what is shown below it: Σ points in percent × members ÷ Σ members. */
async function checkSum(place: string, lineCode: string, schemeCode: string, children: Shown): Promise<void> {
  const scored = children.flatMap(({ points, ...child }) => (points === null ? [] : [{ points, ...child }]));
  const weights = total(scored.map(({ members }) => rational(members)));
  const sum = total(
    scored.map(({ points, fullMarks, members }) =>
      multiply(divide(parse(points), parse(fullMarks)), rational(100 * members)),
    ),
  );
  const { lines } = await group.office.ask("getScore", {
    params: { organizationId: place, period: "2026-02" },
    query: { scheme: schemeCode },
  });
  const line = lines.find(({ code }) => code === lineCode);
  expect(line?.arithmetic).toMatchObject({
    origin: { of: "rollup", scored: scored.length, weights: toReadableText(weights, 4), sum: toReadableText(sum, 4) },
  });
  expect(line?.points).toBe(format(divide(sum, weights), 2));
}

test("who counts, who is awaited and whom nothing applies to are told apart, and what counts sums up to the line", async () => {
  const awaiting = await shown(ids.east as string, "of_branches", { scheme: "committees" });
  expect(awaiting).toEqual([
    { organizationName: "one", points: "94.00", fullMarks: "100", state: "scored", members: 2 },
    { organizationName: "two", points: "100.00", fullMarks: "100", state: "scored", members: 5 },
    { organizationName: "three", points: null, fullMarks: "100", state: "pending", members: 1 },
  ]);
  await checkSum(ids.east as string, "of_branches", "committees", awaiting);
  await group.office.ask("settleLeaf", {
    params: { organizationId: ids.three as string },
    body: {
      scheme: "safe",
      period: "2026-02",
      line: "safety_events",
      outcome: "not_applicable",
      value: null,
      reason: "没有施工",
    },
  });
  await group.fold();
  const settled = await shown(ids.east as string, "of_branches", { scheme: "committees" });
  expect(settled.map(({ state }) => state)).toEqual(["scored", "scored", "not_applicable"]);
});

test("a committee weighs with all the members below it at the month's end", async () => {
  const committees = await shown(group.rootId, "of_committees", { scheme: "whole" });
  expect(committees).toEqual([
    { organizationName: "east", points: "98.29", fullMarks: "100", state: "scored", members: 8 },
    { organizationName: "west", points: "98.00", fullMarks: "100", state: "scored", members: 3 },
  ]);
  await checkSum(group.rootId, "of_committees", "whole", committees);
});

test("once the month has closed, what is shown stays, whoever is entered for it later", async () => {
  await group.office.ask("closePeriod", { params: { period: "2026-01" } });
  await group.office.ask("closePeriod", { params: { period: "2026-02" } });
  const before = await shown(group.rootId, "of_committees", { scheme: "whole" });
  await admit("four", ["FULL", "FULL"]);
  expect(await shown(group.rootId, "of_committees", { scheme: "whole" })).toEqual(before);
  await checkSum(group.rootId, "of_committees", "whole", before);
});
