import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const domain = join(import.meta.dirname, "..");
const known = new Set(
  (JSON.parse(readFileSync(join(import.meta.dirname, "rules.json"), "utf8")) as { id: string }[]).map(
    (rule) => rule.id,
  ),
);
const sources = readdirSync(domain, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".ts") && !path.includes("node_modules"),
);
const named = sources.flatMap((path) => {
  const text = readFileSync(join(domain, path), "utf8");
  return [...text.matchAll(/\b(?:ORG|MTG|VOTE|MEM|SEC|PRV|RES|DEV|EDU)-\d+[a-z]?\b/g)].map(([id]) => ({ id, path }));
});

test("every rule named in the code is in the rule set", () => {
  expect(named.filter(({ id }) => !known.has(id))).toEqual([]);
});

test("the search looked at real code and found real rules", () => {
  expect(sources.length).toBeGreaterThan(30);
  expect(new Set(named.map(({ id }) => id)).size).toBeGreaterThan(10);
  expect(known.size).toBeGreaterThan(150);
});
