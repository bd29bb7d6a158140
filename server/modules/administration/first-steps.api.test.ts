import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type Founded, foundedStage } from "../../testing/founded.ts";
import { openStage, type Stage } from "../../testing/stage.ts";

let stage: Stage;
let group: Founded;
let office: Client;
beforeAll(async () => {
  stage = await openStage();
  group = await foundedStage(stage);
});
afterAll(() => stage.close());

async function doneFor(client: Client): Promise<string[]> {
  const { steps } = await client.ask("getFirstSteps", {});
  return steps.filter(({ done }) => done).map(({ step }) => step);
}

test("a new group has nothing done, and each administrator sees which step is his", async () => {
  const { steps } = await (await group.client("system")).ask("getFirstSteps", {});
  expect(steps.map(({ step, done, mine }) => `${step} ${done} ${mine}`)).toEqual([
    "accounts false true",
    "grants false false",
    "roster false false",
    "appointments false false",
    "plan false false",
    "scheme false false",
  ]);
  expect((await (await group.client("audit")).ask("getFirstSteps", {})).steps).toEqual([]);
});

test("a step is done when its outcome is there, and open again when that goes", async () => {
  const system = await group.client("system");
  await group.account("office", "party_affairs_officer");
  office = await group.client("office");
  expect(await doneFor(system)).toEqual(["accounts", "grants"]);
  const security = await group.client("security");
  const { items } = await security.ask("listGrants", { query: {} });
  const grantId = items.find(({ role }) => role === "party_affairs_officer")?.id as string;
  await security.ask("revokeGrant", { params: { grantId } });
  expect(await doneFor(system)).toEqual(["accounts"]);
  await group.account("officer", "party_affairs_officer");
  office = await group.client("officer");
  expect(await doneFor(office)).toEqual(["accounts", "grants"]);
});

test("organisations alone are no roster; with people it is, and a post is a post", async () => {
  const { id } = await office.ask("createOrganization", {
    body: { parentId: group.rootId, kind: "BRANCH", class: null, name: "一支部", code: "one", validFrom: "2026-01-01" },
  });
  expect(await doneFor(office)).toEqual(["accounts", "grants"]);
  const { personId } = await office.ask("admitPerson", {
    params: { organizationId: id },
    body: { name: "王小红", memberState: "FULL", groupId: null, validFrom: "2026-01-01" },
  });
  expect(await doneFor(office)).toEqual(["accounts", "grants", "roster"]);
  await office.ask("appoint", {
    params: { organizationId: id },
    body: { personId, post: "SECRETARY", validFrom: "2026-01-01", validTo: null },
  });
  expect(await doneFor(office)).toEqual(["accounts", "grants", "roster", "appointments"]);
});

test("a plan, and a scheme that the group itself adopts, end the list for everybody", async () => {
  await office.ask("issuePlan", {
    body: { organizationId: group.rootId, year: 2026, name: "年度计划", templateCodes: ["theme_day"] },
  });
  expect(await doneFor(office)).toEqual(["accounts", "grants", "roster", "appointments", "plan"]);
  await office.ask("adoptScheme", {
    params: { organizationId: group.rootId },
    body: { code: "quarterly", version: 1, periodFrom: "2026-04-01" },
  });
  for (const client of [office, await group.client("system")])
    expect((await client.ask("getFirstSteps", {})).steps).toEqual([]);
});
