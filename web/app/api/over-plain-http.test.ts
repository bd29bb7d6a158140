import { afterEach, expect, test, vi } from "vitest";
import { fingerprintOf } from "./fingerprint.ts";
import { newId } from "./new-id.ts";

afterEach(() => vi.unstubAllGlobals());

/** What a browser leaves of `crypto` where the page came over plain http. */
const overPlainHttp = () =>
  vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto), subtle: undefined });

test("over plain http a new record still gets a key, another one each time", () => {
  overPlainHttp();
  const ids = Array.from({ length: 50 }, newId);
  expect(new Set(ids).size).toBe(50);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("a file's fingerprint is the same over plain http as over https", async () => {
  const file = new Blob(["党支部工作手册"]);
  const overHttps = await fingerprintOf(file);
  overPlainHttp();
  expect(await fingerprintOf(file)).toBe(overHttps);
  expect(overHttps).toMatch(/^[0-9a-f]{64}$/);
});
