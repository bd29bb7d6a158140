import { createHash } from "node:crypto";
import { en } from "@dutyloop/contract/messages/en.ts";
import { fillIn } from "@dutyloop/contract/messages/fill-in.ts";
import { zhCN } from "@dutyloop/contract/messages/zh-CN.ts";
import { indicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { leavesOf, schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { type DefinitionFile, validateDefinitions } from "@dutyloop/domain/assessment/validation/validation.ts";
import { templateBody } from "@dutyloop/domain/standards/things.ts";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { z } from "zod";
import type { SourceFile } from "./imports.ts";
import { readRepositoryFile, repositoryPaths } from "./source-files.ts";
import { tokensOf } from "./source-tokens.ts";

const paths = repositoryPaths();
const read = (pattern: RegExp): SourceFile[] =>
  paths.filter((path) => pattern.test(path)).map((path) => ({ path, text: readRepositoryFile(path) }));

const ruleIds = (JSON.parse(readRepositoryFile("domain/rules/rules.json")) as { id: string }[]).map(({ id }) => id);
const prefixes = [...new Set(ruleIds.map((id) => id.split("-")[0] as string))];

/** Rule ids a text names that the rule set doesn't have. */
function unknownRules({ path, text }: SourceFile): string[] {
  const named = text.match(new RegExp(`\\b(?:${prefixes.join("|")})-(?:[A-Z]?\\d+[a-z]?|M)\\b`, "g")) ?? [];
  return named.filter((id) => !ruleIds.includes(id)).map((id) => `${path}: ${id}`);
}

test("every rule named anywhere is in the rule set", () => {
  const places = read(/^(?:domain|contract|server|web|docs|e2e)\/.*\.(?:tsx?|ya?ml|sql|md)$/);
  expect(places.length).toBeGreaterThan(250);
  expect(new Set(ruleIds).size).toBe(ruleIds.length);
  expect(places.flatMap(unknownRules)).toEqual([]);
  expect(unknownRules({ path: "a.ts", text: "MTG-99 and MTG-01" })).toEqual(["a.ts: MTG-99"]);
});

const parameters = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** Codes that only one catalogue has, whose sentences take other values, or that have no sentence. */
function catalogueGaps(first: Record<string, string>, second: Record<string, string>): string[] {
  const codes = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return codes.filter((code) => {
    const [one = "", two = ""] = [first[code], second[code]];
    return one.trim() === "" || two.trim() === "" || parameters(one).join() !== parameters(two).join();
  });
}

test("both languages word every refusal with the same values", () => {
  expect(Object.keys(zhCN).length).toBeGreaterThan(60);
  expect(catalogueGaps(zhCN, en)).toEqual([]);
  expect(Object.values(zhCN).filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  // A Chinese term may stand behind its English word, in brackets.
  const inEnglish = Object.values(en).map((text) => text.replaceAll(/\([^)]*\)/g, ""));
  expect(inEnglish.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  expect(catalogueGaps({ a: "{x}", b: "b" }, { a: "{y}" })).toEqual(["a", "b"]);
  expect(fillIn("{minutes} min", { minutes: 3 })).toBe("3 min");
});

/** The codes given to refuse(…) in a file. */
function refusedCodes({ text }: SourceFile): string[] {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, index) => {
    const given = tokens[index + 2];
    const isCall = token.text === "refuse" && tokens[index + 1]?.text === "(" && given?.kind === "string";
    return isCall && given ? [given.text] : [];
  });
}

test("every refusal the program gives has a sentence, and every sentence belongs to a refusal", () => {
  const sources = read(/^(?:domain|contract|server)\/(?!messages\/(?:zh-CN|en)).*(?<!\.test)\.ts$/);
  const refused = new Set(sources.flatMap(refusedCodes));
  expect(refused.size).toBeGreaterThan(40);
  expect([...refused].filter((code) => !(code in zhCN))).toEqual([]);
  const mentioned = new Set(
    sources.flatMap(({ text }) =>
      tokensOf(text)
        .filter(({ kind }) => kind === "string")
        .map((token) => token.text),
    ),
  );
  // These two are made of a fixed beginning and a reason: request.field.too_short, discharge.waived.
  const isMentioned = (code: string) =>
    mentioned.has(code) ||
    (/^(?:request\.field|discharge)\./.test(code) && mentioned.has(code.split(".").at(-1) ?? ""));
  expect(Object.keys(zhCN).filter((code) => !isMentioned(code))).toEqual([]);
});

function libraryOf<S extends z.ZodType>(folder: string, schema: S): z.output<S>[] {
  const found = read(new RegExp(`^server/library/${folder}/[^/]+\\.yaml$`));
  expect(found.length, folder).toBeGreaterThan(0);
  return found.map(({ path, text }) => {
    const checked = schema.safeParse(parse(text));
    expect(checked.error?.issues ?? [], path).toEqual([]);
    return checked.data as z.output<S>;
  });
}

test("the built-in library fits its schemas and names only rules and indicators that exist", () => {
  const templates = libraryOf("templates", templateBody);
  const indicators = libraryOf("indicators", indicatorBody);
  const schemes = libraryOf("schemes", schemeBody);
  const named = templates.flatMap(({ rules, checks }) => [...rules, ...checks.flatMap(({ rule }) => rule ?? [])]);
  expect(named.filter((id) => !ruleIds.includes(id))).toEqual([]);
  const versions = new Set(indicators.map(({ code, version }) => `${code} ${version}`));
  const used = schemes.flatMap((scheme) => leavesOf(scheme).map((leaf) => `${leaf.indicator} ${leaf.version}`));
  expect(used.filter((version) => !versions.has(version))).toEqual([]);
  for (const list of [templates, indicators, schemes]) {
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
  }
});

test("every indicator and scheme of the library could be published: nothing that the validation refuses", () => {
  const files = (["indicator", "scheme"] as const).flatMap((kind): DefinitionFile[] =>
    read(new RegExp(`^server/library/${kind}s/[^/]+\\.yaml$`)).map(({ path, text }) => ({
      file: path,
      kind,
      body: parse(text) as unknown,
    })),
  );
  expect(files.length).toBeGreaterThan(30);
  expect(validateDefinitions(files, { indicators: [], schemes: [] })).toEqual([]);
});

/** SHA-256 of library files whose versions groups have in use. */
const published = {
  "indicators/attendance": "a879295c0d82bd1ab617ad2bc1600efad029c56ce10802e0d7d62ec8092d330c",
  "indicators/meetings_on_time": "6038a771f9cd0bbca8b742f4e0c68e98c7096aca8d184f5f6e9f02be207813a3",
  "indicators/record_standard": "488ff77c8330a26c6cc2a1ba98ea6945db00ef63daf7a29e392a58f8733d373a",
  "schemes/monthly": "70fed8d9a20e447a6798b8ce404e0aaeb097aa67ee209f0cc257a00009ba3b29",
};

test.each(Object.entries(published))(
  "%s is published and stays as it is; a change is a new version",
  (name, checksum) => {
    const text = readRepositoryFile(`server/library/${name}.yaml`);
    expect(createHash("sha256").update(text).digest("hex")).toBe(checksum);
  },
);
