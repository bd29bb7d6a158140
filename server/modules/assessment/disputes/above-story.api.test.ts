import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { bookFacts, passed } from "../../../testing/score-facts.ts";
import { assessBy, trialIndicator, trialScheme } from "../../../testing/trial-schemes.ts";

let group: AssessedGroup;
let office: Client;
let secretary: Client;
let disputeId: string;
const ids: Record<string, string> = {};

/** A monthly scheme of one indicator. */
const scheme = (code: string, kind: "BRANCH" | "COMMITTEE", indicator: string) =>
  trialScheme(code, [indicator], { appliesTo: { kinds: [kind] } });
const rollup = (scheme: string) => ({ form: "rollup" as const, scheme, line: null, weighting: "equal" as const });

beforeAll(async () => {
  group = await assessedGroup();
  ids.committee = await group.organization("committee", { kind: "COMMITTEE" });
  for (const code of ["one", "two"]) ids[code] = await group.organization(code, { parentId: ids.committee });
  await assessBy(
    group,
    [
      trialIndicator("of_branches", { aggregation: rollup("branches") }),
      trialIndicator("of_committees", { aggregation: rollup("committees") }),
      trialIndicator("of_itself", { aggregation: { form: "figure", scheme: "committees" } }),
    ],
    [
      scheme("branches", "BRANCH", "record_standard"),
      scheme("committees", "COMMITTEE", "of_branches"),
      scheme("again", "COMMITTEE", "of_itself"),
      scheme("top", "COMMITTEE", "of_committees"),
    ],
    "2026-03-01",
  );
  await bookFacts(group, [passed(ids.one as string, "2026-03", "8")]);
  await group.query(
    `INSERT INTO fact_source (tenant_id, source_table, source_id, source_version, kind, part, sign, fact_id)
     SELECT tenant_id, source_table, source_id, source_version, kind, '', sign, id FROM fact`,
  );
  await comes("2026-04-07");
  for (const organizationId of [group.rootId, ids.committee as string])
    await office.ask("settleLeaf", {
      params: { organizationId },
      body: {
        scheme: "again",
        period: "2026-03",
        line: "of_itself",
        outcome: "zero",
        value: null,
        reason: "当月还没有数",
      },
    });
  await office.ask("startPublicity", { params: { period: "2026-03" } });
  await comes("2026-04-08");
  await group.fold();
});
afterAll(() => group.close());

/** Another day: whoever works on it signs in anew. */
async function comes(day: string): Promise<void> {
  group.clock.set(`${day}T06:00:00.000Z`);
  office = await group.caller(`office${day}`, "party_affairs_officer");
  secretary = await group.caller(`secretary${day}`, "branch_secretary", ids.one);
}

const factOf = async () => {
  const [fact] = await group.query<{ id: string }>("SELECT id FROM fact WHERE organization_id = $1", [ids.one]);
  return fact?.id as string;
};
const correcting = (factId: string, change: { quantity: string } | null) => ({
  params: { disputeId },
  body: { reversals: [{ factId, change }], additions: [] },
});
const summary = (above: Awaited<ReturnType<typeof preview>>["above"]) =>
  above.map(({ organizationName, scheme: { code }, totalBefore, totalAfter, lines }) => [
    `${organizationName} ${code} ${totalBefore} ${totalAfter}`,
    lines.at(-1)?.state,
  ]);
const preview = async (change: { quantity: string } | null) =>
  office.ask("previewDispute", correcting(await factOf(), change));

test("the preview lists what changes above, up to the top, each after what it reads", async () => {
  ({ id: disputeId } = await secretary.ask("raiseDispute", {
    params: { organizationId: ids.one as string },
    body: { scheme: "branches", period: "2026-03", line: "record_standard", factId: null, reason: "数字不对" },
  }));
  const { before, after, above } = await preview({ quantity: "6" });
  expect([before.total, after.total]).toEqual(["80.00", "60.00"]);
  expect(summary(above)).toEqual([
    ["committee committees 80.00 60.00", "scored"],
    ["committee again 80.00 60.00", "scored"],
    ["group committees 80.00 60.00", "scored"],
    ["group again 80.00 60.00", "scored"],
    ["group top 80.00 60.00", "scored"],
  ]);
  const without = await preview(null);
  expect(summary(without.above)).toEqual([
    ["committee committees 80.00 null", "not_applicable"],
    ["committee again 80.00 0.00", "scored"],
    ["group committees 80.00 null", "not_applicable"],
    ["group again 80.00 0.00", "scored"],
    ["group top 80.00 null", "not_applicable"],
  ]);
});

test("who answers from below is told what changes above without its name", async () => {
  const near = await group.caller("near", "party_affairs_officer", ids.committee);
  const { above } = await near.ask("previewDispute", correcting(await factOf(), { quantity: "6" }));
  expect(above.map(({ organizationName }) => organizationName)).toEqual(["committee", "committee", null, null, null]);
});

test("an answer that would leave a line above without data is listed so by the preview, and refused", async () => {
  // A line that nobody settled, because it had its data when the entries ended.
  await group.query("DELETE FROM settlement WHERE organization_id = $1", [ids.committee]);
  await group.query(
    "INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at) VALUES ($1, 'score.dirty', $2, '2026-03-01', now())",
    [group.tenantId, ids.committee],
  );
  await group.fold();
  const { above } = await preview(null);
  const line = above.flatMap(({ lines }) => lines).find(({ code }) => code === "of_itself");
  expect([line?.stateBefore, line?.before, line?.state, line?.after]).toEqual(["scored", "80.00", "pending", null]);
  const factId = await factOf();
  const upheld = { outcome: "upheld" as const, answer: "属实", ...correcting(factId, null).body };
  await group.refused(
    office,
    "answerDispute",
    { params: { disputeId }, body: upheld },
    "dispute.leaf_would_be_pending",
  );
});

test("once it is answered the sheets above are as the preview said", async () => {
  const said = (await preview({ quantity: "6" })).above;
  const { body } = correcting(await factOf(), { quantity: "6" });
  await office.ask("answerDispute", { params: { disputeId }, body: { outcome: "upheld", answer: "属实", ...body } });
  await group.fold();
  expect(said).toHaveLength(5);
  for (const { organizationId, scheme, totalAfter } of said) {
    const [sheet] = await group.query<{ total: string }>(
      `SELECT total::text AS total FROM score_sheet WHERE organization_id = $1 AND scheme_code = $2 AND period_from = '2026-03-01'
         AND basis = 'published'`,
      [organizationId, scheme.code],
    );
    expect([scheme.code, sheet?.total]).toEqual([scheme.code, totalAfter]);
  }
});
