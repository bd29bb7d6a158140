import { templateBody } from "@dutyloop/domain/standards/things.ts";
import { expect, test } from "vitest";
import { readDraft } from "../../../app/drafts/draft-text.ts";
import { blankTemplate, templateFrom } from "./starting-template.ts";
import { checkNames, checkParameters, freshItems, openParts, recordFields } from "./template-parts.ts";

const read = (text: string) => {
  const found = readDraft(text);
  if ("line" in found) throw new Error("unreadable");
  return found.body;
};
const named = { zh: "名称", en: "Name" };
const whole = { ...read(blankTemplate("own")), name: named };
const wrong = (over: object) => {
  const parsed = templateBody.safeParse({ ...whole, ...over });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
};

test("a blank template only lacks its name", () => {
  expect(wrong({})).toEqual([]);
  expect(wrong({ name: { zh: "", en: "" } })).toEqual(["name.zh", "name.en"]);
});

test("every part that the form offers is one that a template knows", () => {
  expect(wrong({ fields: recordFields, open: openParts })).toEqual([]);
  expect(new Set(recordFields).size).toBe(14);
});

test.each(checkNames)("the check %s begins with its parameters", (check) => {
  const lacking = { topic_covered: ["checks.0.parameters.topic"], material_there: ["checks.0.parameters.material"] };
  const item = { ...freshItems.checks, code: "any", name: named, check, parameters: checkParameters[check] };
  expect(wrong({ checks: [item] })).toEqual(lacking[check as keyof typeof lacking] ?? []);
});

test.each(["topics", "steps", "materials"] as const)("a fresh item of %s only lacks its words", (list) => {
  expect(wrong({ [list]: [{ ...freshItems[list], code: "any", name: named }] })).toEqual([]);
});

test.each([
  ["the library's", null, null, 3],
  ["one from above", "top", null, 3],
  ["an own template", "east", null, undefined],
  ["an own adaptation", "east", 2, 2],
])("%s", (_name, ownerId, base, adapts) => {
  const draft = read(templateFrom({ version: 3, ownerId, base, body: { ...whole, version: 3 } }, "east"));
  expect(draft.adapts).toBe(adapts);
  expect(draft).not.toHaveProperty("version");
});
