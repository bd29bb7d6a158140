import { expect, test } from "vitest";
import { asksWhyLate, bodyOf, draftFrom, type RecordForm } from "./draft.ts";

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
