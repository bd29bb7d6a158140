import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addSecurityHeaders } from "../http/security-headers.ts";
import { addHelp } from "./serve.ts";

const app = Fastify();
const clone = join(import.meta.dirname, "../../..");

beforeAll(async () => {
  const web = mkdtempSync(join(tmpdir(), "dutyloop-help-"));
  const sheet =
    '<html lang="zh-CN"><title>__HELP_TITLE__</title><style nonce="__CSP_NONCE__"></style>__HELP_BODY__</html>';
  writeFileSync(join(web, "help.html"), sheet);
  addSecurityHeaders(app, false);
  await addHelp(app, web, clone);
});
afterAll(() => app.close());

const get = (url: string, language = "zh-CN,zh;q=0.9") => app.inject({ url, headers: { "accept-language": language } });

test("the guide opens without signing in, in the language that the browser asks for", async () => {
  expect((await get("/help")).headers.location).toBe("/help/zh");
  expect((await get("/help", "en-GB")).headers.location).toBe("/help/en");
  expect((await get("/help/errors/password.expired?x=1", "en")).headers.location).toBe(
    "/help/en/errors/password.expired?x=1",
  );
});

test("a chapter is a whole page with its title, its language and the nonce of its answer", async () => {
  const answer = await get("/help/en/guide/secretary");
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
  const nonce = /nonce-([^']+)'/.exec(String(answer.headers["content-security-policy"]))?.[1];
  expect(answer.body).toContain(`<style nonce="${nonce}">`);
  expect(answer.body).toContain('<html lang="en">');
  expect(answer.body).not.toMatch(/__HELP|__CSP/);
});

test("a search is answered without any script", async () => {
  expect((await get(`/help/zh/search?q=${encodeURIComponent("公示")}`)).body).toContain("<mark>公示</mark>");
});

test("what isn't there is a page that says so; it leads nowhere else", async () => {
  const missing = await get("/help/zh/guide/nothing");
  expect(missing.statusCode).toBe(404);
  expect(missing.body).toContain("没有这一页");
  expect((await get("/help//example.org")).headers.location).toMatch(/^\/help\/zh\//);
  expect((await get("/help/pictures/..%2f..%2f..%2fpackage.json")).statusCode).toBeGreaterThanOrEqual(400);
});
