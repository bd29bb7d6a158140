import { endpoints } from "@dutyloop/contract/endpoints.ts";
import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { routes } from "@dutyloop/contract/routes.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type Founded, foundedStage } from "../../testing/founded.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { tableMarks } from "../../testing/table-marks.ts";
import { escapeHtml } from "./escape-html.ts";

let stage: Stage;
let group: Founded;
let office: Client;
beforeAll(async () => {
  stage = await openStage();
  group = await foundedStage(stage);
  await group.account("office", "party_affairs_officer");
  office = await group.client("office");
});
afterAll(() => stage.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  stage.server.inject({ method: "GET", url, headers: { cookie: office.cookie, ...headers } });

test.each([
  "/healthz",
  "/readyz",
  "/metrics",
  "/api/docs",
  "/api/v1/openapi.json",
  "/api/v1/setup",
  "/api/v1/templates",
  "/api/v1/nothing",
  "/nothing",
  "/api/v1/organizations/x",
])("%s carries the security headers and its number", async (url) => {
  const { headers } = await get(url);
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("object-src 'none'");
  expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toMatch(/unsafe|\*|https?:/);
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-request-id": expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/),
  });
  expect(headers).not.toHaveProperty("strict-transport-security");
  expect(headers).not.toHaveProperty("x-powered-by");
});

test("answers of the API are kept by no cache, and each page has a nonce of its own", async () => {
  expect((await get("/api/v1/templates")).headers["cache-control"]).toBe("no-store");
  const nonces = await Promise.all([get("/api/docs"), get("/api/docs")]);
  const [first, second] = nonces.map(
    ({ headers }) => /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1],
  );
  expect(first).not.toBe(second);
  expect(nonces[0]?.body).toContain(`<style nonce="${first}">`);
});

test.each([
  ["an address that isn't there", "GET", "/api/v1/nothing", 404, "not_found"],
  ["a method that isn't there", "PATCH", "/api/v1/templates", 404, "not_found"],
  ["an address that can't be read", "GET", "/api/v1/organizations/%zz", 400, "request.invalid"],
  ["an address with a NUL", "GET", "/api/v1/organizations/%00", 400, "request.invalid"],
  ["an id that is none", "GET", "/api/v1/organizations/1%20or%201=1", 400, "request.invalid"],
  ["an id of a thousand characters", "GET", `/api/v1/organizations/${"a".repeat(1000)}`, 400, "request.invalid"],
  ["a limit above the greatest", "GET", "/api/v1/organizations?limit=201", 400, "request.invalid"],
  ["a limit that is no number", "GET", "/api/v1/organizations?limit=NaN", 400, "request.invalid"],
] as const)("%s is answered like every refusal, in both languages", async (_name, method, url, status, code) => {
  for (const language of ["zh", "en"] as const) {
    const headers = { cookie: office.cookie, "x-csrf-token": office.csrf, "accept-language": language };
    const response = await stage.server.inject({ method, url, headers });
    expect([response.statusCode, response.json()]).toEqual([
      status,
      expect.objectContaining({
        code,
        message: wordRefusal(language, code, {}),
        values: {},
        requestId: response.headers["x-request-id"],
      }),
    ]);
  }
});

const root = () => `/api/v1/organizations/${group.rootId}`;
test.each([
  ["organizations", () => "/api/v1/organizations?after=%00"],
  ["people", () => `${root()}/people?after=x%20y`],
  ["people, with half a character", () => `${root()}/people?after=%ED%A0%80`],
  ["records", () => `${root()}/records?after=2026-02-30%20x`],
  ["obligations", () => `${root()}/obligations?after=x`],
])("a made-up page key of %s is a mistake of the caller, not a fault", async (_name, url) => {
  const response = await get(url());
  expect([200, 400]).toContain(response.statusCode);
  if (response.statusCode === 400) expect(response.json()).toMatchObject({ code: "request.invalid" });
});

test("a made-up page key of accounts, grants or the audit is a mistake of the caller, not a fault", async () => {
  for (const [name, route] of [
    ["security", "listGrants"],
    ["security", "listAccounts"],
    ["audit", "listAudit"],
  ] as const) {
    const client = await group.client(name);
    for (const after of ["x", "\0", "' OR 1=1 --"])
      expect([200, 400]).toContain((await client.call(route, { query: { after } })).status);
  }
});

test.each(["nul \0 inside", "half \ud800 character"])("a name with %j is refused and changes nothing", async (name) => {
  const before = await tableMarks(stage.database.superUrl);
  const body = {
    parentId: group.rootId,
    kind: "BRANCH" as const,
    class: null,
    code: "nul",
    name,
    validFrom: "2026-01-01",
  };
  const got = await office.call("createOrganization", { body });
  expect([got.status, got.refusal.code]).toEqual([400, "request.invalid"]);
  expect(await tableMarks(stage.database.superUrl)).toEqual(before);
});

test("each field that is wrong is named, with a sentence of its own", async () => {
  const body = { parentId: "x", kind: "CLUB", name: "", code: "-", validFrom: "2026-02-30", extra: 1 };
  const got = await office.call("createOrganization", { body: body as never });
  const problems = Object.fromEntries(
    (got.refusal.problems ?? []).map(({ path, code, message }) => [path, [code, message.length > 3]]),
  );
  expect(problems).toEqual({
    parentId: ["request.field.wrong_value", true],
    kind: ["request.field.wrong_value", true],
    class: ["request.field.missing", true],
    code: ["request.field.code_form", true],
    name: ["request.field.too_short", true],
    validFrom: ["request.date_not_in_calendar", true],
    extra: ["request.field.unknown", true],
  });
});

test("the page of the API lists every endpoint with its words, in both languages", async () => {
  for (const language of ["zh", "en"] as const) {
    const { body } = await get("/api/docs", { "accept-language": language });
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const { path } = routes[name as keyof typeof routes];
      expect(body).toContain(`<section id="${name}">`);
      expect(body).toContain(path);
      expect(body).toContain(escapeHtml(endpoint.summary[language]));
    }
    expect(body).not.toMatch(/<script|undefined|\{\w+\}/);
  }
});

test("the document for programs is served as it is kept", async () => {
  const { openApiText } = await import("../../openapi.ts");
  expect(JSON.parse((await get("/api/v1/openapi.json")).body)).toEqual(JSON.parse(openApiText()));
});
