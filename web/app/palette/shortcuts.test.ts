import { expect, test } from "vitest";
import { askedBy, modifier } from "./shortcuts.ts";

const pressed = (key: string, over: Partial<Parameters<typeof askedBy>[0]> = {}) => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, target: null, isComposing: false },
  ...over,
});
const field = { closest: () => ({}) } as unknown as EventTarget;
const page = { closest: () => null } as unknown as EventTarget;

test.each([
  ["Ctrl-K opens the palette", pressed("k", { ctrlKey: true }), "palette"],
  ["⌘K too, also while typing", pressed("K", { metaKey: true, target: field }), "palette"],
  ["? shows the keys", pressed("?", { target: page }), "keys"],
  ["so does the full-width one", pressed("？", { target: page }), "keys"],
  ["? in a field is a question mark", pressed("?", { target: field }), null],
  ["what is being composed is left alone", pressed("?", { isComposing: true }), null],
  ["other keys are the page's", pressed("k", { target: page }), null],
] as const)("%s", (_what, event, asked) => {
  expect(askedBy(event)).toBe(asked);
});

test("the key is called as it is on the keyboard", () => {
  expect([modifier("MacIntel"), modifier("Linux x86_64")]).toEqual(["⌘", "Ctrl"]);
});
