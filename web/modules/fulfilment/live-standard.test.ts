import { expect, test } from "vitest";
import type { Draft, RecordForm } from "./draft.ts";
import { toldByForm } from "./live-standard.ts";

const form = { roster: [{ personId: "a" }, { personId: "b" }] } as unknown as RecordForm;
const draft = (part: Partial<Draft>) =>
  ({ title: "", minutes: "", topics: [], lecturer: null, marks: {}, ...part }) as Draft;
const check = (name: string, parameters: object = {}) =>
  ({ check: name, parameters }) as Parameters<typeof toldByForm>[0];
const present = { presence: "present" as const, reason: "" };

test("a line is ticked as soon as the form shows it", () => {
  expect(toldByForm(check("topic_named"), draft({ title: " " }), form)).toBe(false);
  expect(toldByForm(check("topic_named"), draft({ title: "安全月" }), form)).toBe(true);
  expect(toldByForm(check("attendance_taken"), draft({ marks: { a: present } }), form)).toBe(false);
  expect(toldByForm(check("attendance_taken"), draft({ marks: { a: present, b: present } }), form)).toBe(true);
  expect(toldByForm(check("minutes_written", { minimum: 3 }), draft({ minutes: "两字" }), form)).toBe(false);
  expect(toldByForm(check("minutes_written", { minimum: 3 }), draft({ minutes: "三个字" }), form)).toBe(true);
  expect(toldByForm(check("topic_covered", { topic: "t" }), draft({ topics: ["t"] }), form)).toBe(true);
  expect(toldByForm(check("lecturer_named"), draft({ lecturer: "周" }), form)).toBe(true);
});

test("what only the server judges isn't ticked", () => {
  expect(toldByForm(check("quorum", { rule: "VOTE-01" }), draft({}), form)).toBeNull();
});
