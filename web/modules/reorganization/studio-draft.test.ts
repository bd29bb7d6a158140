import { expect, test } from "vitest";
import {
  forgetStudioDraft,
  readStudioDraft,
  type StudioDraft,
  saveStudioDraft,
  studioDraftName,
} from "./studio-draft.ts";

function memoryStore(): Storage {
  const store = Object.create({
    getItem: (key: string) => (store as Record<string, string>)[key] ?? null,
    setItem: (key: string, value: string) => {
      (store as Record<string, string>)[key] = value;
    },
    removeItem: (key: string) => {
      delete (store as Record<string, string>)[key];
    },
  }) as Storage;
  return store;
}
const name = studioDraftName("me", "committee");
const draft: StudioDraft = {
  name: "一部门一支部",
  decision: "",
  effectiveOn: "2026-03-16",
  acts: [{ act: "revoke", organizationId: "joint" }],
};

test("a plan survives a reload, and is gone once it is applied", () => {
  const store = memoryStore();
  expect(readStudioDraft(name, store)).toBeNull();
  expect(saveStudioDraft(name, draft, store)).toBe(true);
  expect(readStudioDraft(name, store)).toEqual(draft);
  forgetStudioDraft(name, store);
  expect(readStudioDraft(name, store)).toBeNull();
});

test("what is no plan is read as none, and a full store stops nobody", () => {
  const store = memoryStore();
  store.setItem(name, "{");
  expect(readStudioDraft(name, store)).toBeNull();
  store.setItem(name, JSON.stringify({ acts: 1 }));
  expect(readStudioDraft(name, store)).toBeNull();
  const full = {
    ...{ getItem: () => null, removeItem: () => {} },
    setItem: () => {
      throw new Error("full");
    },
  };
  expect(saveStudioDraft(name, draft, full)).toBe(false);
});

test("it lies among the drafts of its account, which leave the device at sign-out", () => {
  expect(name.startsWith("dutyloop.draft.me.")).toBe(true);
  expect(studioDraftName("me", "other")).not.toBe(name);
});
