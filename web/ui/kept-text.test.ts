import { expect, test } from "vitest";
import { forgetKept, readKept, writeKept } from "./kept-text.ts";

function memory(): Storage {
  const store: Record<string, string> = {};
  const act = {
    getItem: (name: string) => store[name] ?? null,
    setItem: (name: string, text: string) => {
      store[name] = text;
    },
    removeItem: (name: string) => {
      delete store[name];
    },
  };
  return Object.assign(store as unknown as Storage, act);
}

test("what was typed is there again after a reload, and gone once it was sent", () => {
  const store = memory();
  writeKept("close 2026-03", "会议推迟", "", store);
  expect(readKept("close 2026-03", store)).toBe("会议推迟");
  expect(readKept("close 2026-04", store)).toBeNull();
  writeKept("close 2026-03", "", "", store);
  expect(readKept("close 2026-03", store)).toBeNull();
});

test("another account finds nothing of what was typed, and what else the tab keeps stays", () => {
  const store = memory();
  store.setItem("other", "1");
  writeKept("judge", "很好", "", store);
  forgetKept(store);
  expect(readKept("judge", store)).toBeNull();
  expect(store.getItem("other")).toBe("1");
});

test("a store that refuses stops nobody from typing", () => {
  const refuse = () => {
    throw new Error("full");
  };
  const store = { getItem: refuse, setItem: refuse, removeItem: refuse };
  expect(() => writeKept("a", "b", "", store)).not.toThrow();
  expect(readKept("a", store)).toBeNull();
});
