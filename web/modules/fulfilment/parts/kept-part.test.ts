import { expect, test } from "vitest";
import { writeKept } from "../../../ui/kept-text.ts";
import { keptPart } from "./kept-part.ts";

function holding(text: string) {
  const store = new Map<string, string>();
  const memory = {
    getItem: (name: string) => store.get(name) ?? null,
    setItem: (name: string, value: string) => void store.set(name, value),
    removeItem: (name: string) => void store.delete(name),
  };
  writeKept("part", text, "", memory);
  return memory;
}

test("what a secretary typed of his part is there after a reload; what isn't a part is left alone", () => {
  const marks = { one: { presence: "leave", reason: "出差" } };
  const kept = keptPart("part", holding(JSON.stringify({ marks, guests: ["列席"], deviations: [], reason: "" })));
  expect(kept).toEqual({ marks, guests: ["列席"], deviations: [], reason: "" });
  expect(keptPart("part", holding('{"marks":1}'))).toBeNull();
  expect(keptPart("part", holding("no JSON"))).toBeNull();
  expect(keptPart("part", holding(""))).toBeNull();
});
