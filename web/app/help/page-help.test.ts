import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pageHelp } from "./page-help.ts";

const router = readFileSync(join(import.meta.dirname, "../router.tsx"), "utf8");
/** The paths of router.tsx: those of `page(…)` and of `createRoute(… path: …)`. */
const routes = [...router.matchAll(/\bpage\(\s*"([^"]+)"|path: "([^"]+)"/g)].map(([, page, own]) => page ?? own ?? "");

test("every route has help, and all help belongs to a route", () => {
  expect(routes.length).toBeGreaterThan(45);
  expect(routes.length).toBe(new Set(routes).size);
  // A route that is missing on the right needs its sentences in web/app/help/pages/.
  expect(Object.keys(pageHelp).sort()).toEqual([...routes].sort());
});

test.each(Object.entries(pageHelp))("%s is told in three to six sentences, in both languages", (_route, { zh, en }) => {
  expect(zh.length).toBeGreaterThanOrEqual(3);
  expect(zh.length).toBeLessThanOrEqual(6);
  expect(en.length).toBe(zh.length);
  expect(zh.filter((sentence) => !/\p{Script=Han}.*。$/u.test(sentence))).toEqual([]);
  expect(en.filter((sentence) => /\p{Script=Han}/u.test(sentence) || !/[.:]$/.test(sentence))).toEqual([]);
});
