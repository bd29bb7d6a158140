import type { Body } from "@dutyloop/contract/endpoints.ts";
import { schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { password } from "../../../testing/accounts.ts";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";

type Upheld = Extract<Body<"answerDispute">, { outcome: "upheld" }>;
type Addition = Upheld["additions"][number];

let group: AssessedGroup;
let office: Client;
let secretary: Client;
let branch: string;
let outageFact: string;
let eventFact: string;
let disputeId: string;

const name = { zh: "两项", en: "Two lines" };
const leaf = (indicator: string, fullMarks: string) => ({ kind: "leaf" as const, indicator, version: 1, fullMarks });

async function assess(code: string, leaves: object[]): Promise<void> {
  const body = schemeBody.parse({
    code,
    version: 1,
    name,
    root: { kind: "sum", code: `${code}_all`, name, children: leaves },
  });
  const { tenantId, rootId } = group;
  await group.query(
    "INSERT INTO scheme_version (tenant_id, code, version, body, checksum) VALUES ($1, $2, 1, $3::jsonb, 'test')",
    [tenantId, code, JSON.stringify(body)],
  );
  await group.query(
    `INSERT INTO scheme_adoption (tenant_id, organization_id, scheme_code, period_from, scheme_version, adopted_at)
     VALUES ($1, $2, $3, '2026-01-01', 1, now())`,
    [tenantId, rootId, code],
  );
}

beforeAll(async () => {
  group = await assessedGroup();
  branch = await group.organization("A");
  await assess("two", [leaf("safety_events", "30"), leaf("outage_hours", "20"), leaf("area_brand_judged", "50")]);
  group.clock.set("2026-04-07T06:00:00.000Z");
  office = await group.caller("officer", "party_affairs_officer");
  secretary = await group.caller("secretary", "branch_secretary", branch);
  const data = await group.caller("data", "data_officer");
  for (const source of ["safety", "operations"]) {
    const figures =
      source === "safety"
        ? [{ metric: "safety_events", occurredOn: "2026-03-11", quantity: "1", attributes: { severity: "general" } }]
        : [{ metric: "outage_hours", occurredOn: "2026-03-11", quantity: "5" }];
    const body = {
      source,
      month: "2026-03",
      deliveries: [{ organizationCode: "A", figures }],
    } as Body<"importMeasures">;
    await data.ask("importMeasures", { params: { organizationId: group.rootId }, body });
  }
  await group.fold();
  const { items } = await office.ask("listPendingLeaves", { params: { period: "2026-03" } });
  for (const { organizationId, scheme, line } of items) {
    const body = {
      scheme: scheme.code,
      line,
      period: "2026-03",
      outcome: "zero" as const,
      value: null,
      reason: "没有报来",
    };
    await office.ask("settleLeaf", { params: { organizationId }, body });
  }
  await group.fold();
  await office.ask("startPublicity", { params: { period: "2026-03" } });
  await comes("2026-04-08");
  outageFact = await factOf("outage_hours");
  eventFact = await factOf("safety_events");
});
afterAll(() => group.close());

/** Another day: whoever works on it signs in again. */
async function comes(day: string): Promise<void> {
  group.clock.set(`${day}T06:00:00.000Z`);
  await office.signIn("officer", password, "group");
  await secretary.signIn("secretary", password, "group");
}

async function factOf(metric: string): Promise<string> {
  const [fact] = await group.query<{ id: string }>("SELECT id FROM fact WHERE attributes->>'metric' = $1", [metric]);
  return fact?.id as string;
}

const dispute = (line: string, factId: string | null) => ({
  params: { organizationId: branch },
  body: { scheme: "two", period: "2026-03", line, factId, reason: "数字不对" },
});
const upheld = (reversals: Upheld["reversals"], additions: Addition[] = []) => ({
  params: { disputeId },
  body: { outcome: "upheld" as const, answer: "属实", reversals, additions },
});

test("an answer that would leave a line without data is refused, also in the preview", async () => {
  disputeId = (await secretary.ask("raiseDispute", dispute("outage_hours", outageFact))).id;
  const takenAway = [{ factId: outageFact, change: null }];
  await group.refused(office, "answerDispute", upheld(takenAway), "dispute.leaf_would_be_pending");
  const preview = { params: { disputeId }, body: { reversals: takenAway, additions: [] } };
  await group.refused(office, "previewDispute", preview, "dispute.leaf_would_be_pending");
});

const outage = (over: Partial<Addition> = {}): Addition => ({
  kind: "metric",
  subjectId: null,
  occurredOn: "2026-03-12",
  countsOn: "2026-03-12",
  quantity: "1",
  base: null,
  attributes: { metric: "outage_hours" },
  ...over,
});

test("nothing but what the line's indicator reads is reversed, changed into or added", async () => {
  const refused = (reversals: Upheld["reversals"], additions: Addition[], code: string) =>
    group.refused(office, "answerDispute", upheld(reversals, additions), code);
  const code = "dispute.fact_not_of_line";
  await refused([{ factId: eventFact, change: { quantity: "0" } }], [], code);
  const moved = { attributes: { metric: "safety_events", severity: "general" } };
  await refused([{ factId: outageFact, change: moved }], [], code);
  await refused([], [outage(moved)], code);
  await refused([], [outage({ kind: "judgement", attributes: { indicator: "area_brand_judged", judge: "x" } })], code);
});

test("what is added is checked as an imported figure is", async () => {
  const refused = (over: Partial<Addition>, code: string) =>
    group.refused(office, "answerDispute", upheld([], [outage(over)]), code);
  await refused({ occurredOn: "2026-04-09" }, "measure.in_future");
  await refused({ base: "0" }, "measure.base_not_positive");
  await refused({ attributes: { metric: "outage_hours", area: "login_count" } }, "measure.red_line");
});

test("an officer who isn't a named judge gives no judgement by way of a dispute", async () => {
  const outageDispute = disputeId;
  disputeId = (await secretary.ask("raiseDispute", dispute("area_brand_judged", null))).id;
  const attributes = { indicator: "area_brand_judged", judge: "party_affairs_officer" };
  const points = outage({ kind: "judgement", quantity: "50", attributes });
  await group.refused(office, "answerDispute", upheld([], [points]), "judgement.not_named");
  const params = { disputeId };
  await office.ask("answerDispute", { params, body: { outcome: "rejected", answer: "由评委打分" } });
  disputeId = outageDispute;
});

test("a named judge gives points by way of a dispute as he would otherwise: as himself, and not more than there are", async () => {
  const outageDispute = disputeId;
  disputeId = (await secretary.ask("raiseDispute", dispute("area_brand_judged", null))).id;
  const [account] = await group.query<{ id: string }>("SELECT id FROM account WHERE sign_in_name = 'officer'");
  await office.ask("nameJudge", {
    params: { organizationId: group.rootId },
    body: {
      indicatorCode: "area_brand_judged",
      accountId: account?.id as string,
      validFrom: "2026-01-01",
      validTo: null,
    },
  });
  const judging = (quantity: string, judge = "party_affairs_officer") =>
    outage({ kind: "judgement", quantity, attributes: { indicator: "area_brand_judged", judge } });
  const refused = (addition: Addition, code: string) =>
    group.refused(office, "answerDispute", upheld([], [addition]), code);
  await refused(judging("80", "party_committee_leader"), "judgement.role_differs");
  await refused(judging("-1"), "judgement.points_out_of_range");
  await refused(judging("80.123456789"), "request.invalid");
  const { values } = await group.refused(
    office,
    "previewDispute",
    { params: { disputeId }, body: { reversals: [], additions: [judging("100.5")] } },
    "judgement.points_out_of_range",
  );
  expect(values.most).toBe("100");
  const preview = await office.ask("previewDispute", {
    params: { disputeId },
    body: { reversals: [], additions: [judging("80")] },
  });
  expect(preview.after.lines.find(({ code }) => code === "area_brand_judged")?.state).toBe("scored");
  await office.ask("answerDispute", {
    params: { disputeId },
    body: { outcome: "rejected", answer: "评委已评" },
  });
  disputeId = outageDispute;
});

test("a judge has one judgement however it came: none is added beside it, a later one takes its place", async () => {
  const outageDispute = disputeId;
  const attributes = { indicator: "area_brand_judged", judge: "party_affairs_officer" };
  const points = (quantity: string) => outage({ kind: "judgement", quantity, attributes });
  const raise = async () => {
    disputeId = (await secretary.ask("raiseDispute", dispute("area_brand_judged", null))).id;
  };
  const refused = (reversals: Upheld["reversals"], additions: Addition[]) =>
    group.refused(office, "answerDispute", upheld(reversals, additions), "judgement.given_already");
  const standing = () =>
    group.query<{ id: string; quantity: string }>(
      `SELECT id, quantity FROM fact f WHERE kind = 'judgement' AND sign = 1
         AND NOT EXISTS (SELECT 1 FROM fact s WHERE s.tenant_id = f.tenant_id AND s.corrects = f.id)`,
    );
  const judging = (quantity: string, reason: string) => ({
    params: { organizationId: branch },
    body: { indicatorCode: "area_brand_judged", period: "2026-03", points: quantity, reason },
  });
  await raise();
  await refused([], [points("80"), points("60")]);
  await office.ask("answerDispute", upheld([], [points("80")]));
  await raise();
  const [first] = await standing();
  const factId = first?.id as string;
  await refused([], [points("60")]);
  const preview = { params: { disputeId }, body: { reversals: [], additions: [points("60")] } };
  await group.refused(office, "previewDispute", preview, "judgement.given_already");
  await refused([{ factId, change: { quantity: "70" } }], [points("60")]);
  await office.ask("answerDispute", upheld([{ factId, change: { quantity: "70" } }]));
  const [corrected] = await standing();
  expect(await group.query("SELECT version, points, fact_id FROM judgement")).toEqual([
    { version: 2, points: "70", fact_id: corrected?.id },
  ]);
  expect(await office.ask("judge", judging("70", "属实"))).toMatchObject({ version: 2, changed: false });
  await raise();
  await office.ask("answerDispute", upheld([{ factId: corrected?.id as string, change: null }]));
  expect(await standing()).toEqual([]);
  const given = async () => {
    const { items } = await office.ask("listJudgements", { params: { organizationId: branch } });
    return items.map((one) => [one.points, one.standing]);
  };
  expect(await given()).toEqual([["70", false]]);
  expect(await office.ask("judge", judging("70", "属实"))).toMatchObject({ version: 3, changed: true });
  expect(await office.ask("judge", judging("65", "复核"))).toMatchObject({ version: 4, changed: true });
  expect((await standing()).map(({ quantity }) => quantity)).toEqual(["65"]);
  expect(await given()).toEqual([["65", true]]);
  disputeId = outageDispute;
});

test("with the right figure instead it is upheld, and the month is closed after its publicity", async () => {
  const corrected = upheld([{ factId: outageFact, change: { quantity: "2" } }]);
  expect((await office.ask("answerDispute", corrected)).state).toBe("upheld");
  await group.fold();
  await comes("2026-04-16");
  const closed = await office.ask("closePeriod", { params: { period: "2026-03" } });
  expect(closed.state).toBe("closed");
});
