import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../../testing/client.ts";
import { type Example, openExample } from "../../../testing/example-branch.ts";
import { openStage } from "../../../testing/stage.ts";

let example: Example;
let office: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  example.clock.set("2026-07-20T01:00:00.000Z");
  office = await example.client("office2", "party_affairs_officer", example.rootId);
  await example.settle();
  for (const month of ["01", "02", "03", "04", "05", "06"])
    await office.ask("closePeriod", { params: { period: `2026-${month}` } });
});
afterAll(() => example.close());

const close = (period: string) => office.call("closePeriod", { params: { period } });

test("a half-year waits for a quarter with pending leaves, also where nobody has looked at that quarter", async () => {
  await example.adopt("quarterly");
  const { status, refusal } = await close("2026-H1");
  expect([status, refusal]).toMatchObject([422, { code: "period.sub_period_open", values: { open: "2026-Q1" } }]);
});
