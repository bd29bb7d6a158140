import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Endpoint } from "@dutyloop/contract/endpoint.ts";
import { endpoints } from "@dutyloop/contract/endpoints.ts";
import { en } from "@dutyloop/contract/messages/en.ts";
import { isRefusalCode } from "@dutyloop/contract/messages/refusals.ts";
import { zhCN } from "@dutyloop/contract/messages/zh-CN.ts";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

async function programsOf(part: string): Promise<{ file: string; text: string }[]> {
  const files = (await readdir(`${root}${part}`, { recursive: true })).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.|node_modules|messages/.test(file),
  );
  return Promise.all(
    files.map(async (file) => ({ file: `${part}/${file}`, text: await readFile(`${root}${part}/${file}`, "utf8") })),
  );
}

/** Every code that the program refuses with, and the file that does. */
async function codesInPrograms(): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (const part of ["domain", "server"]) {
    for (const { file, text } of await programsOf(part)) {
      for (const [, code] of text.matchAll(/(?:refuse|problem|none)\(\s*"([a-z_.]+)"/g))
        codes.set(code as string, file);
      for (const [, code] of text.matchAll(
        /"((?:request|server|idempotency|sign_in|token|access|discharge)\.[a-z_.]+)"/g,
      )) {
        const isSetting = /dutyloop\.|\.tenant/.test(code as string);
        if (!isSetting) codes.set(code as string, file);
      }
    }
  }
  return codes;
}

test("every code that the program refuses with has its sentence", async () => {
  const codes = await codesInPrograms();
  expect(codes.size).toBeGreaterThan(60);
  const actions = new Set(Object.values(endpoints).map(({ access }) => access as string));
  const silent = [...codes].filter(([code]) => !isRefusalCode(code) && !actions.has(code));
  expect(silent).toEqual([]);
});

test("every code that an endpoint says it may refuse with has its sentence", () => {
  for (const [name, endpoint] of Object.entries(endpoints))
    for (const code of (endpoint as Endpoint).refusals ?? [])
      expect(isRefusalCode(code), `${name}: ${code}`).toBe(true);
});

test("no sentence is of a code that nothing refuses with", async () => {
  const texts = await Promise.all(["domain", "server", "contract", "web"].flatMap(async (part) => programsOf(part)));
  const all = texts
    .flat()
    .map(({ text }) => text)
    .join("\n");
  expect(Object.keys(zhCN).filter((code) => !all.includes(`"${code}"`))).toEqual([]);
});

describe("both languages have a sentence of the same values", () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
  test.each(Object.keys(zhCN) as (keyof typeof zhCN)[])("%s", (code) => {
    expect(places(en[code])).toEqual(places(zhCN[code]));
    expect(zhCN[code]).toMatch(/\p{Script=Han}/u);
    expect(en[code]).not.toMatch(
      /\p{Script=Han}/u.test(en[code].replace(/（.*?）|\(列席\)|列席/g, "")) ? /never/ : /^$/,
    );
  });
});
