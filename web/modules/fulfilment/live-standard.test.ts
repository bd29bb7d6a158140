import { expect, test } from "vitest";
import type { Draft, RecordForm } from "./draft.ts";
import { toldByForm } from "./live-standard.ts";

const template = { code: "theme_day" };
const form = { template, roster: [{ personId: "a" }, { personId: "b" }] } as unknown as RecordForm;
const draft = (part: Partial<Draft>) =>
  ({ title: "", minutes: "", topics: [], lecturer: null, marks: {}, ...part }) as Draft;
const check = (name: string, parameters: object = {}) =>
  ({ check: name, parameters }) as Parameters<typeof toldByForm>[0];
const present = { presence: "present" as const, reason: "" };

test("a line is ticked as soon as the form shows it", () => {
  expect(toldByForm(check("topic_named"), draft({ title: " " }), form, template)).toBe(false);
  expect(toldByForm(check("topic_named"), draft({ title: "安全月" }), form, template)).toBe(true);
  expect(toldByForm(check("attendance_taken"), draft({ marks: { a: present } }), form, template)).toBe(false);
  expect(toldByForm(check("attendance_taken"), draft({ marks: { a: present, b: present } }), form, template)).toBe(
    true,
  );
  expect(toldByForm(check("minutes_written", { minimum: 3 }), draft({ minutes: "两字" }), form, template)).toBe(false);
  expect(toldByForm(check("minutes_written", { minimum: 3 }), draft({ minutes: "三个字" }), form, template)).toBe(true);
  expect(toldByForm(check("topic_covered", { topic: "t" }), draft({ topics: ["t"] }), form, template)).toBe(true);
  expect(toldByForm(check("lecturer_named"), draft({ lecturer: "周" }), form, template)).toBe(true);
});

test("what only the server judges isn't ticked", () => {
  expect(toldByForm(check("quorum", { rule: "VOTE-01" }), draft({}), form, template)).toBeNull();
});
