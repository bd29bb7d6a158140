import { expect, test } from "vitest";
import {
  asksWhyLate,
  bodyOf,
  draftFrom,
  draftName,
  forgetDrafts,
  type RecordForm,
  readDraft,
  saveDraft,
} from "./draft.ts";

const form = {
  subjectId: "branch",
  template: { code: "theme_party_day" },
  title: "3 月主题党日",
  occurredOn: "2026-03-18",
  place: "会议室",
  closedMonths: ["2026-01", "2026-02"],
  chairId: "p1",
  recorderId: null,
  roster: [{ personId: "p1" }, { personId: "p2" }, { personId: "p3" }],
} as unknown as RecordForm;

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

test("nobody is present until somebody says so", () => {
  expect(bodyOf(draftFrom(form, "k"), form).attendance).toEqual([]);
});

test("only people of the day's list are sent, with a reason or none", () => {
  const draft = draftFrom(form, "k");
  draft.marks = {
    p2: { presence: "leave", reason: " 出差 " },
    p1: { presence: "present", reason: "" },
    gone: { presence: "present", reason: "" },
  };
  expect(bodyOf(draft, form).attendance).toEqual([
    { personId: "p1", presence: "present", reason: null },
    { personId: "p2", presence: "leave", reason: "出差" },
  ]);
});

test("times that were not typed are sent as none, and the key is no part of the record", () => {
  const body = bodyOf(draftFrom(form, "k"), form);
  expect(body.startTime).toBeNull();
  expect(body).not.toHaveProperty("key");
});

test("a draft survives a reload with its key, and leaves the device with its account only", () => {
  const store = memoryStore();
  const mine = draftName("a", "theme_party_day", "branch");
  const other = draftName("b", "theme_party_day", "branch");
  saveDraft(mine, draftFrom(form, "key-1"), store);
  saveDraft(other, draftFrom(form, "key-2"), store);
  expect(readDraft(mine, store)?.key).toBe("key-1");
  forgetDrafts("a", store);
  expect(readDraft(mine, store)).toBeNull();
  expect(readDraft(other, store)?.key).toBe("key-2");
});

test("a broken draft is no draft, and a full store doesn't stop the typing", () => {
  const store = memoryStore();
  store.setItem("x", "{half");
  expect(readDraft("x", store)).toBeNull();
  const full = {
    ...store,
    setItem: () => {
      throw new Error("quota");
    },
    getItem: () => null,
    removeItem: () => {},
  };
  expect(saveDraft("x", draftFrom(form, "k"), full)).toBe(false);
});

test("a day in a month whose books are closed asks why it is entered only now, and so does the server's word", () => {
  const draft = draftFrom(form, "k");
  expect(asksWhyLate(draft, form, false)).toBe(false);
  expect(asksWhyLate({ ...draft, occurredOn: "2026-02-27" }, form, false)).toBe(true);
  expect(asksWhyLate(draft, form, true)).toBe(true);
  expect(asksWhyLate({ ...draft, lateReason: "倒班" }, form, false)).toBe(true);
});

test("a reason goes out as it was written, and none at all where there is none", () => {
  const draft = draftFrom(form, "k");
  expect(bodyOf({ ...draft, lateReason: " 倒班人员返岗后补录 " }, form).lateReason).toBe("倒班人员返岗后补录");
  expect(bodyOf({ ...draft, lateReason: "  " }, form).lateReason).toBeNull();
  expect(bodyOf(draft, form).lateReason).toBeNull();
});
