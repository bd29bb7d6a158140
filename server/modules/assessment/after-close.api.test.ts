import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import type { Client } from "../../testing/client.ts";
import { bookFacts } from "../../testing/score-facts.ts";
import { whatDiffersAnew } from "../../testing/scores-anew.ts";
import { closeSettled } from "../../testing/settled-periods.ts";
import { stoodSince } from "../../testing/stood-since.ts";
import { assessBy, trialIndicator, trialScheme } from "../../testing/trial-schemes.ts";
import { markMissingSheets } from "./mark-missing-sheets.ts";
import { recomputeCompared } from "./recompute-compared.ts";

let group: AssessedGroup;
let office: Client;
let committee: string;
let young: string;
const period = "2026-03";

const score = (organizationId: string, scheme: string, of = period): Promise<Answer<"getScore">> =>
  office.ask("getScore", { params: { organizationId, period: of }, query: { scheme } });
const overdue = (organizationId: string, quantity: string, over: object = {}) => {
  const attributes = { severity: "general" };
  return { organizationId, kind: "finding.overdue", countsOn: `${period}-20`, quantity, attributes, ...over };
};

/** A branch with two findings overdue below a committee that rolls its month up, closed. */
beforeAll(async () => {
  group = await assessedGroup();
  committee = await group.organization("C", { kind: "COMMITTEE" });
  const branch = await group.organization("A", { parentId: committee });
  const below = { form: "rollup", scheme: "findings", line: null, weighting: "equal" } as const;
  await assessBy(
    group,
    [trialIndicator("of_branches", { aggregation: below })],
    [
      trialScheme("findings", ["overdue_findings"]),
      trialScheme("of_below", ["of_branches"], { appliesTo: { kinds: ["COMMITTEE"] } }),
    ],
  );
  await bookFacts(group, [overdue(branch, "1"), overdue(branch, "1")]);
  group.clock.set("2026-04-07T06:00:00.000Z");
  office = await group.caller("office.2", "party_affairs_officer");
  await markMissingSheets(group.application.workshop, group.tenantId, 3);
  await group.fold();
  for (const month of ["2026-01", "2026-02", period]) {
    await closeSettled(group, office, month);
  }
}, 60_000);
afterAll(() => group.close());

test("an organisation set up after the close leaves its committee's closed figure and the arithmetic of it", async () => {
  const before = await score(committee, "of_below");
  expect(before.total).toBe("96.00");
  young = await stoodSince(group, "YOUNG", "2026-01-01", { parentId: committee, validFrom: "2026-04-01" });
  await bookFacts(group, [overdue(young, "1", { postedIn: "2026-04", closing: 9 })]);
  await markMissingSheets(group.application.workshop, group.tenantId, 3);
  await group.fold();
  const after = await score(committee, "of_below");
  const figures = ({ lines, total }: typeof after) => ({ total, lines: lines.map(({ since: _, ...line }) => line) });
  expect(figures(after)).toEqual(figures(before));
  expect(after.lines.map(({ arithmetic }) => arithmetic.form)).not.toContain("stored");
  // (96 + 98) ÷ 2: what came afterwards counts in the adjusted figure.
  expect(after.adjustment).toMatchObject({ published: "96.00", adjusted: "97.00" });
});

test("its own closed month says that nothing was published, what it comes to by now, and why", async () => {
  const own = await score(young, "findings");
  expect([own.total, own.coverage, own.changes]).toEqual([null, "0.00", null]);
  expect(own.lines.map(({ points, state }) => [points, state])).toEqual([
    [null, "not_applicable"],
    [null, "not_applicable"],
  ]);
  expect(own.adjustment).toMatchObject({ published: null, adjusted: "98.00", adjustment: null, facts: 1 });
  const params = { organizationId: young, period, lineCode: "overdue_findings" };
  const { items } = await office.ask("listScoreFacts", { params, query: { scheme: "findings" } });
  expect(items.map(({ afterClose }) => afterClose)).toEqual([true]);
  const listed = await office.ask("listAdjustments", {
    params: { organizationId: committee },
    query: { period: "2026-04" },
  });
  expect(listed.items).toMatchObject([{ organizationId: young, published: null, adjusted: "98.00", change: null }]);
});

test("the mean of its quarter counts the month, alone and on the board of the quarter", async () => {
  expect((await score(young, "findings", "2026-Q1")).total).toBe("98.00");
  const query = { scheme: "findings", period: "2026-Q1", class: "" };
  const { items } = await office.ask("getBoard", { params: { organizationId: committee }, query });
  expect(items.map(({ organizationName, total }) => [organizationName, total])).toContainEqual(["YOUNG", "98.00"]);
});

test("worked out again from the facts alone every closed sheet stays, one by one and all at once", async () => {
  expect(await whatDiffersAnew(group.application.workshop, group.tenantId)).toEqual([]);
  for (const schemeCode of ["findings", "of_below"]) {
    const recomputed = { schemeCode, from: "2026-01", to: period } as const;
    const { workshop } = group.application;
    const compared = await recomputeCompared(workshop.database, group.tenantId, recomputed, workshop.clock());
    expect(compared).toMatchObject({ differing: 0, frozenDiffering: 0 });
    expect(compared.sheets).toBeGreaterThan(0);
  }
});
