import type { Role } from "@dutyloop/domain/identity/things.ts";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openApplication } from "../../application.ts";
import { withClient } from "../../platform/embedded-postgres/index.ts";
import { Client } from "../../testing/client.ts";
import { usualInstant } from "../../testing/clock.ts";
import { type EventStream, listening, watchEvents } from "../../testing/event-stream.ts";
import { meetingBody } from "../../testing/meeting.ts";
import { openStage } from "../../testing/stage.ts";
import { buildWorld, type Group, type Site, type World } from "../../testing/world.ts";
import { foldAllScores } from "../assessment/index.ts";
import { foldAllCounts } from "../dashboard/index.ts";

let world: World;
let address: string;
let opened: EventStream[] = [];
let number = 0;
beforeAll(async () => {
  world = await buildWorld(await openStage());
  address = await listening(world.server);
  await fold();
  // What building the world told has to be over before anybody counts what he is told.
  for (const group of [world.alpha, world.beta]) {
    const { stream } = await watch(group, "party_committee_leader", group.root);
    await fence(group, [stream]);
  }
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(usualInstant));
afterEach(() => {
  for (const stream of opened) stream.close();
  opened = [];
});

async function fold(): Promise<void> {
  const { database, announce } = world.application.workshop;
  for (const { tenantId } of [world.alpha, world.beta]) {
    await foldAllScores(database, tenantId, world.clock(), () => false, announce);
    await foldAllCounts(database, tenantId, "2026-03-18", () => false, announce);
  }
}

type Watcher = { readonly client: Client; readonly stream: EventStream; readonly accountId: string };

async function watch(group: Group, role: Role, { id }: Site): Promise<Watcher> {
  number += 1;
  const name = `${group.code}.watcher${number}`;
  const accountId = await group.account(name, role, id);
  const client = await world.client(name);
  const stream = await watchEvents(address, client);
  opened.push(stream);
  await stream.until(({ event }) => event === "hello");
  return { client, stream, accountId };
}

/** Tells everybody of everything, so that what was told before it is known to have been all. */
async function fence({ code, tenantId }: Group, streams: readonly EventStream[]): Promise<void> {
  const topics = ["duties", "organizations", "records", "scores", "standards", "imports"] as const;
  const month = `20${code === "alpha" ? 77 : 78}-01` as const;
  world.application.workshop.announce(
    ...topics.map((topic) => ({ tenantId, topic, path: "", month, below: true }) as const),
  );
  for (const stream of streams) await stream.until(({ data }) => data.month === month);
}

/** What a stream was told before the fence, as topic, month and places. */
function toldTo({ told }: EventStream): [string, string | null, string[] | null][] {
  return told
    .filter(({ event, data }) => event === "changed" && !String(data.month).startsWith("207"))
    .map(({ data }) => [String(data.topic), data.month as string | null, data.organizations as string[] | null]);
}

async function submitAt(group: Group, branch: Group["first"], occurredOn: string): Promise<void> {
  const secretary = await group.account(`${group.code}.submits${number++}`, "branch_secretary", branch.id);
  const client = await world.client(`${group.code}.submits${number - 1}`);
  expect(secretary).toBeTruthy();
  await client.call("submitRecord", {
    params: { organizationId: branch.id },
    body: meetingBody(branch, { occurredOn, guests: [], attendance: meetingBody(branch).attendance }),
    headers: { "idempotency-key": `live-record-${occurredOn}-${branch.id}` },
  });
}

test("a record is told to its branch and those above it, by number and month alone; nobody else hears of it", async () => {
  const { alpha, beta } = world;
  const { first, second, general, root, other } = alpha;
  const [branch, member, leader, top] = [
    await watch(alpha, "branch_secretary", first),
    await watch(alpha, "party_member", first),
    await watch(alpha, "general_branch_secretary", general),
    await watch(alpha, "party_committee_leader", root),
  ];
  const strangers = [
    await watch(alpha, "branch_secretary", second),
    await watch(alpha, "party_affairs_officer", other),
    await watch(alpha, "party_member", general),
    await watch(alpha, "system_administrator", root),
    await watch(alpha, "audit_administrator", root),
    await watch(beta, "party_committee_leader", beta.root),
  ];
  await submitAt(alpha, first, "2026-03-12");
  await fold();
  const administrators = strangers.slice(3, 5);
  const hearing = [branch, member, leader, top, ...strangers.slice(0, 3)].map(({ stream }) => stream);
  await fence(alpha, hearing);
  await fence(beta, [strangers[5]?.stream as EventStream]);
  for (const { stream } of strangers) expect(toldTo(stream)).toEqual([]);
  for (const { stream } of administrators) expect(stream.told.map(({ event }) => event)).toEqual(["hello"]);
  const places = [
    [branch, [first.id]],
    [member, [first.id]],
    [leader, [general.id, first.id]],
    [top, [root.id, general.id, first.id]],
  ] as const;
  for (const [{ stream }, expected] of places) {
    expect(new Set(toldTo(stream).map(([topic, month]) => `${topic} ${month}`))).toEqual(
      new Set(["records null", "duties 2026-03", "scores 2026-03"]),
    );
    for (const [, , organizations] of toldTo(stream))
      expect([...(organizations ?? [])].sort()).toEqual([...expected].sort());
    expect(JSON.stringify(stream.told)).not.toContain("canary");
    expect(Object.keys(stream.told.find(({ event }) => event === "changed")?.data ?? {})).toEqual([
      "topic",
      "organizations",
      "month",
    ]);
  }
});

test("a plan of the top is told to everybody below without a place, and to no other group", async () => {
  const { alpha, beta } = world;
  const own = await watch(alpha, "branch_secretary", alpha.second);
  const foreign = await watch(beta, "branch_secretary", beta.first);
  const officer = await world.client("alpha.office");
  await officer.ask("issuePlan", {
    body: { organizationId: alpha.root.id, year: 2027, name: "2027", templateCodes: ["theme_day"] },
    headers: { "idempotency-key": "live-plan-of-2027" },
  });
  await fence(alpha, [own.stream]);
  await fence(beta, [foreign.stream]);
  expect(toldTo(own.stream)).toContainEqual(["duties", null, null]);
  expect(toldTo(foreign.stream)).toEqual([]);
});

test("what another program on the same database changes, as a worker of its own, is told as well", async () => {
  const { stream } = await watch(world.alpha, "branch_secretary", world.alpha.first);
  const worker = await openApplication(world.application.settings);
  const { tenantId, first } = world.alpha;
  worker.workshop.announce({ tenantId, topic: "scores", organizationId: first.id, month: "2026-02" });
  const told = await stream.until(({ data }) => data.month === "2026-02");
  expect(told?.data).toEqual({ topic: "scores", organizations: [first.id], month: "2026-02" });
  await worker.close();
});

test("the stream carries the headers of every answer, and none that lets a proxy keep it back", async () => {
  const { stream } = await watch(world.alpha, "branch_secretary", world.alpha.first);
  expect(stream.status).toBe(200);
  const shown = Object.fromEntries(stream.headers);
  expect(shown).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
    "x-content-type-options": "nosniff",
  });
  expect(shown["content-security-policy"]).toContain("default-src 'self'");
  expect(shown["x-request-id"]).toBeTruthy();
});

/** The last word of a stream, and how long it took to come. */
async function ending(stream: EventStream, act: () => Promise<unknown>): Promise<[string | undefined, boolean]> {
  const began = performance.now();
  await act();
  const last = await stream.until(({ event }) => event === "over" || event === "again");
  return [last?.event, performance.now() - began < 5000];
}

test("signing out, a revoked role, a closed account and a session that ran out close the stream within five seconds", async () => {
  const { alpha } = world;
  const [out, revoked, closed, idle] = [
    await watch(alpha, "branch_secretary", alpha.first),
    await watch(alpha, "party_committee_leader", alpha.other),
    await watch(alpha, "branch_secretary", alpha.first),
    await watch(alpha, "branch_secretary", alpha.first),
  ];
  const stays = await watch(alpha, "branch_secretary", alpha.first);
  expect(await ending(out.stream, () => out.client.ask("signOut"))).toEqual(["over", true]);
  const security = await world.client("alpha.security");
  const { items } = await security.ask("listGrants", { query: { limit: 200 } });
  const grant = items.find(({ accountId }) => accountId === revoked.accountId);
  const revoke = () => security.ask("revokeGrant", { params: { grantId: grant?.id ?? "" } });
  expect(await ending(revoked.stream, revoke)).toEqual(["again", true]);
  const system = await world.client("alpha.system");
  const close = () => system.ask("closeAccount", { params: { accountId: closed.accountId } });
  expect(await ending(closed.stream, close)).toEqual(["over", true]);
  expect(stays.stream.told.map(({ event }) => event)).toEqual(["hello"]);
  // Watching alone is no sign of the user.
  expect(await ending(idle.stream, async () => world.clock.forward(15))).toEqual(["over", true]);
});

test("an account keeps twelve pages open at once, and is told what to do about the next", async () => {
  const { client } = await watch(world.alpha, "branch_secretary", world.alpha.first);
  for (let more = 1; more < 12; more += 1) {
    const stream = await watchEvents(address, client);
    opened.push(stream);
    await stream.until(({ event }) => event === "hello");
  }
  const refused = await client.call("watchEvents");
  expect([refused.status, refused.refusal.code]).toEqual([429, "live.too_many"]);
  opened.pop()?.close();
  const again = await client.call("watchEvents", { query: { seconds: 0 } });
  expect([200, 429]).toContain(again.status);
});

test("once the line to the database is back, every page is told to look again", async () => {
  const { stream } = await watch(world.alpha, "branch_secretary", world.alpha.first);
  await withClient(world.database.superUrl, (superuser) =>
    superuser.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dutyloop live'"),
  );
  const told = await stream.until(({ data }) => data.topic === "imports" || data.topic === "duties");
  expect(told?.data).toEqual({ topic: "duties", organizations: null, month: null });
});

test("a stream ends by itself after the seconds it was asked for, and asks to be opened again", async () => {
  const { client } = await watch(world.alpha, "branch_secretary", world.alpha.first);
  const { text } = await client.call("watchEvents", { query: { seconds: 0 } });
  expect(text).toBe("event: hello\ndata: {}\n\nevent: again\ndata: {}\n\n");
  expect((await new Client(world.server).call("watchEvents")).refusal.code).toBe("sign_in.needed");
});
