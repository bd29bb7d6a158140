import { type RouteName, routes } from "@dutyloop/contract/routes.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { password } from "../../testing/accounts.ts";
import { addressOf, Client } from "../../testing/client.ts";
import { usualInstant } from "../../testing/clock.ts";
import { type Founded, foundedStage } from "../../testing/founded.ts";
import { openStage, type Stage } from "../../testing/stage.ts";

let stage: Stage;
let group: Founded;
beforeAll(async () => {
  stage = await openStage();
  group = await foundedStage(stage);
  await group.account("visitor", "employee");
});
afterAll(() => stage.close());
beforeEach(() => stage.clock.set(usualInstant));

const status = async (client: Client) => (await client.call("getSession")).status;

test("a session ends after fifteen minutes without a request", async () => {
  const client = await group.client("visitor");
  stage.clock.forward(14);
  expect(await status(client)).toBe(200);
  stage.clock.forward(14);
  expect(await status(client)).toBe(200);
  stage.clock.forward(15);
  expect((await client.call("getSession")).refusal.code).toBe("sign_in.needed");
});

test("a page that nobody touches asks without keeping its session alive", async () => {
  const client = await group.client("visitor");
  const headers = { "x-unattended": "1" };
  stage.clock.forward(14);
  expect((await client.call("getSession", { headers })).status).toBe(200);
  stage.clock.forward(1);
  expect((await client.call("getSession", { headers })).refusal.code).toBe("sign_in.needed");
});

test("a session ends after twelve hours however busy it is", async () => {
  const client = await group.client("visitor");
  for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
    stage.clock.forward(10);
    expect(await status(client)).toBe(200);
  }
  stage.clock.forward(10);
  expect(await status(client)).toBe(401);
});

test("signing out ends the session at once, and tells the browser to forget what it kept", async () => {
  const client = await group.client("visitor");
  expect(await status(client)).toBe(200);
  const out = await client.call("signOut");
  expect(String(out.headers["set-cookie"])).toMatch(/dutyloop_session=;.*(Expires=Thu, 01 Jan 1970|Max-Age=0)/);
  expect(out.headers["clear-site-data"]).toBe('"cache", "storage"');
  expect(await status(client)).toBe(401);
});

test("signing out everywhere ends the sessions of all devices and of nobody else", async () => {
  await group.account("neighbour", "employee");
  const neighbour = await group.client("neighbour");
  const [first, second] = [await group.client("visitor"), await group.client("visitor")];
  expect(await status(second)).toBe(200);
  expect((await first.ask("signOutEverywhere")).ended).toBeGreaterThanOrEqual(2);
  expect([await status(first), await status(second), await status(neighbour)]).toEqual([401, 401, 200]);
});

test("each sign-in has a cookie of its own that scripts can't read", async () => {
  const got = await new Client(stage.server).signIn("visitor", password);
  const again = await new Client(stage.server).signIn("visitor", password);
  expect(String(got.headers["set-cookie"])).toMatch(
    /^dutyloop_session=dls_\d+_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  expect(got.headers["set-cookie"]).not.toEqual(again.headers["set-cookie"]);
});

test("over TLS the cookie is sent over TLS only, and the browser stays with TLS", async () => {
  const secure = await stage.application.server({
    webFolder: null,
    overTls: true,
    trustProxy: false,
    metricsToken: null,
  });
  const got = await new Client(secure).signIn("visitor", password);
  expect(String(got.headers["set-cookie"])).toContain("Secure");
  expect(got.headers["strict-transport-security"]).toContain("max-age=31536000");
  await secure.close();
});

test("neither a made-up cookie nor a token in its place opens anything", async () => {
  const client = new Client(stage.server);
  for (const value of [
    "",
    "x",
    `dls_${group.tenantId}_${"A".repeat(43)}`,
    `dls_99999_${"A".repeat(43)}`,
    `dlt_1_${"A".repeat(43)}`,
  ]) {
    client.cookie = `dutyloop_session=${value}`;
    expect((await client.call("getSession")).refusal.code).toBe("sign_in.needed");
  }
});

describe("without the CSRF token a browser can change nothing", () => {
  const writes = (Object.keys(routes) as RouteName[]).filter(
    (name) => routes[name].method !== "GET" && name !== "signIn" && name !== "setUp",
  );
  test.each(writes)("%s", async (name) => {
    const client = await group.client("visitor");
    const params = {
      tokenId: group.rootId,
      accountId: group.rootId,
      grantId: group.rootId,
      organizationId: group.rootId,
    };
    for (const given of [undefined, "", "wrong", `${client.csrf}x`]) {
      const response = await stage.server.inject({
        method: routes[name].method,
        url: addressOf(name, params),
        payload: {},
        headers: { cookie: client.cookie, ...(given === undefined ? {} : { "x-csrf-token": given }) },
      });
      expect([response.statusCode, (response.json() as { code: string }).code]).toEqual([403, "access.csrf"]);
    }
    expect(await status(client)).toBe(200);
  });
});
