import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fill } from "./texts.ts";

const web = join(import.meta.dirname, "../..");
const files = readdirSync(web, { recursive: true, encoding: "utf8" }).filter(
  (file) => !file.startsWith("dist") && !file.includes("node_modules"),
);
const textFiles = files.filter((file) => /(^|[/-])texts\.ts$/.test(file) && file !== "app/language/texts.ts");
const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test("the dictionaries are found", () => {
  expect(textFiles.length).toBeGreaterThan(5);
});

describe.each(textFiles)("%s", (file) => {
  test("says everything in Chinese and in English, with the same parameters", async () => {
    const module = (await import(join(web, file))) as Record<string, unknown>;
    const tables = Object.values(module).filter(
      (value): value is { zh: Record<string, string>; en: Record<string, string> } =>
        typeof value === "object" && value !== null && "zh" in value && "en" in value,
    );
    expect(tables.length).toBeGreaterThan(0);
    for (const { zh, en } of tables) {
      expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
      for (const key of Object.keys(zh)) {
        expect(zh[key], key).not.toBe("");
        expect(en[key], key).not.toBe("");
        expect(en[key], key).not.toMatch(/\p{Script=Han}/u);
        expect(parameters(en[key]!), key).toEqual(parameters(zh[key]!));
      }
    }
  });
});

test("no page or component holds Chinese words of its own", () => {
  const components = files.filter((file) => file.endsWith(".tsx"));
  expect(components.length).toBeGreaterThan(20);
  const withoutComments = (file: string) =>
    readFileSync(join(web, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
  const offenders = components.filter((file) => /\p{Script=Han}/u.test(withoutComments(file)));
  expect(offenders).toEqual([]);
});

test("parameters take their places and unknown ones stay visible", () => {
  expect(fill("逾期 {days} 天", { days: 2 })).toBe("逾期 2 天");
  expect(fill("{a} of {b}", { a: 1 })).toBe("1 of {b}");
});
