import { expect, test } from "vitest";
import { type Absence, type MakeUp, makeUpRefusal } from "./make-up-rules.ts";

const absent: Absence = { occurredOn: "2026-03-10", presence: "leave", madeUp: false };
const refusal = (made: Partial<MakeUp> = {}, absence: Partial<Absence> = {}) =>
  makeUpRefusal({ ...absent, ...absence }, { madeUpOn: "2026-03-20", note: "", lateReason: "", ...made }, "2026-06-01")
    ?.code ?? null;

test("who was away makes up for it within 30 days without a word, later with a reason (MTG-19)", () => {
  expect(refusal()).toBeNull();
  expect(refusal({ madeUpOn: "2026-03-10" })).toBeNull();
  expect(refusal({ madeUpOn: "2026-04-09" })).toBeNull();
  expect(refusal({ madeUpOn: "2026-04-10" })).toBe("make_up.late_reason_missing");
  expect(refusal({ madeUpOn: "2026-04-10", lateReason: "住院" })).toBeNull();
});

test.each<[string, Partial<MakeUp>, Partial<Absence>]>([
  ["make_up.not_expected", {}, { presence: null }],
  ["make_up.was_present", {}, { presence: "present" }],
  ["make_up.twice", {}, { madeUp: true }],
  ["make_up.before_meeting", { madeUpOn: "2026-03-09" }, {}],
  ["record.date.in_future", { madeUpOn: "2026-06-02" }, {}],
  ["record.text.control_characters", { note: "\u0000" }, {}],
  ["record.text.control_characters", { lateReason: "\u202e" }, {}],
])("%s", (code, made, absence) => {
  expect(refusal(made, absence)).toBe(code);
});
