import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";

let group: AssessedGroup;
let office: Client;
let secretary: Client;
let data: Client;
let branch: string;
const march = { source: "safety", month: "2026-03" };
const event = (quantity: string, occurredOn = "2026-03-11") => ({
  kind: "metric" as const,
  metric: "safety_events",
  occurredOn,
  quantity,
  attributes: { severity: "general" },
});

beforeAll(async () => {
  group = await assessedGroup();
  branch = await group.organization("ZB-01");
  await group.office.ask("adoptScheme", {
    params: { organizationId: group.rootId },
    body: { code: "monthly_safety", version: 1, periodFrom: "2026-03-01" },
  });
  await comes("2026-04-07");
  const deliveries = [{ organizationCode: "ZB-01", figures: [event("3"), event("1", "2026-03-20")] }];
  await data.ask("importMeasures", { params: { organizationId: group.rootId }, body: { ...march, deliveries } });
  await group.fold();
  await office.ask("startPublicity", { params: { period: "2026-03" } });
  await comes("2026-04-08");
});
afterAll(() => group.close());

let callers = 0;
/** Another day: whoever works on it signs in anew. */
async function comes(day: string): Promise<void> {
  callers += 1;
  group.clock.set(`${day}T06:00:00.000Z`);
  office = await group.caller(`office${callers}`, "party_affairs_officer");
  data = await group.caller(`data${callers}`, "data_officer");
  secretary = await group.caller(`secretary${callers}`, "branch_secretary", branch);
}

async function figures(which: "in_force" | "all", source = "safety") {
  const query = { ...march, source, which };
  return (await data.ask("listFigures", { params: { organizationId: branch }, query })).items;
}
async function receipt() {
  const { items } = await data.ask("listReceipts", { params: { organizationId: group.rootId }, query: march });
  return items.map(({ deliveries, figures: count }) => [deliveries, count]);
}

test("what a dispute put instead and besides stands among the delivered figures, says so, and is counted", async () => {
  const delivered = await figures("in_force");
  const [three, one] = delivered.map(({ factId }) => factId);
  const { id } = await secretary.ask("raiseDispute", {
    params: { organizationId: branch },
    body: { scheme: "monthly_safety", period: "2026-03", line: "safety_events", factId: three ?? null, reason: "多了" },
  });
  const addition = {
    kind: "metric" as const,
    subjectId: null,
    occurredOn: "2026-03-25",
    countsOn: "2026-03-25",
    quantity: "5",
    base: null,
    attributes: { metric: "safety_events", severity: "general" },
  };
  const reversals = [
    { factId: three as string, change: { quantity: "2" } },
    { factId: one as string, change: null },
  ];
  const body: Body<"answerDispute"> = { outcome: "upheld", answer: "属实", reversals, additions: [addition] };
  await office.ask("answerDispute", { params: { disputeId: id }, body });
  const shown = (items: typeof delivered) =>
    items.map(({ quantity, origin, state, reason }) => [quantity, origin, state, reason].join(" "));
  expect(shown(await figures("in_force")).sort()).toEqual(["2 dispute in_force 属实", "5 dispute in_force 属实"]);
  expect(shown(await figures("all")).sort()).toEqual([
    "1 delivery corrected 属实",
    "2 dispute in_force 属实",
    "3 delivery corrected 属实",
    "5 dispute in_force 属实",
  ]);
  expect(await figures("all", "operations")).toEqual([]);
  expect(await receipt()).toEqual([[1, 2]]);
});

test("what a dispute booked isn't corrected as a delivered figure, also after the close", async () => {
  await comes("2026-04-16");
  await group.fold();
  await office.ask("closePeriod", { params: { period: "2026-03" } });
  const [booked] = await figures("in_force");
  const body = { ...march, factId: booked?.factId as string, instead: null, reason: "再改" };
  await group.refused(data, "correctFigure", { params: { organizationId: branch }, body }, "measure.figure_unknown");
});
