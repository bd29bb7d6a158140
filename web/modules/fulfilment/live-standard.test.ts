import { expect, test } from "vitest";
import type { Draft, RecordForm } from "./draft.ts";
import { type Check, toldByForm, verdictOf } from "./live-standard.ts";

const template = { code: "theme_day" };
const roster = [
  { personId: "a", exempt: false },
  { personId: "b", exempt: false },
  { personId: "c", exempt: true },
] as RecordForm["roster"];
const form = { template } as unknown as RecordForm;
const draft = (part: Partial<Draft>) =>
  ({ title: "", minutes: "", topics: [], resolutions: [], lecturer: null, ...part }) as Draft;
const check = (name: string, parameters: object = {}, effect = "scored") =>
  ({ code: name, check: name, parameters, effect }) as unknown as Check;
const present = { presence: "present" as const, reason: "" };
const away = { presence: "leave" as const, reason: "出差" };
const told = (line: Check, part: Partial<Draft>, marks: Draft["marks"] = {}) =>
  toldByForm(line, draft(part), form, template, { roster, marks });

test("a line is ticked as soon as the form shows it", () => {
  expect(told(check("topic_named"), { title: " " })).toBe(false);
  expect(told(check("topic_named"), { title: "安全月" })).toBe(true);
  expect(told(check("attendance_taken"), {}, { a: present })).toBe(false);
  expect(told(check("attendance_taken"), {}, { a: present, b: present, c: away })).toBe(true);
  expect(told(check("minutes_written", { minimum: 3 }), { minutes: "两字" })).toBe(false);
  expect(told(check("minutes_written", { minimum: 3 }), { minutes: "三个字" })).toBe(true);
  expect(told(check("topic_covered", { topic: "t" }), { topics: ["t"] })).toBe(true);
  expect(told(check("lecturer_named"), { lecturer: "周" })).toBe(true);
});

test("half of those who count are there, once everybody is marked", () => {
  const half = check("half_present");
  expect(told(half, {}, { a: present, b: present })).toBeNull();
  expect(told(half, {}, { a: present, b: away, c: away })).toBe(true);
  expect(told(half, {}, { a: away, b: away, c: present })).toBe(false);
});

test("a paper is there once it is ticked, and who spoke last is told once something was voted on", () => {
  const plan = check("material_there", { material: "plan" });
  expect(told(plan, {})).toBe(false);
  expect(told(plan, { materials: [{ code: "plan", fileId: null }] })).toBe(true);
  const voted = (secretaryLast: boolean | null) =>
    told(check("secretary_last"), { resolutions: [{ secretaryLast }] as unknown as Draft["resolutions"] });
  expect([told(check("secretary_last"), {}), voted(null), voted(true)]).toEqual([null, false, true]);
});

test("what only the server judges isn't ticked", () => {
  expect(told(check("quorum", { rule: "VOTE-01" }), {})).toBeNull();
});

test("a type counts where its must lines are met, and says which one is missing (MTG-18)", () => {
  const lecture = {
    code: "party_lecture",
    checks: [check("topic_named", {}, "blocking"), check("lecturer_named", {}, "blocking"), check("half_present")],
  } as unknown as RecordForm["template"];
  const verdict = (part: Partial<Draft>) =>
    verdictOf(lecture, draft({ title: "党课", ...part }), form, { roster, marks: {} });
  expect(verdict({}).counts).toBe(false);
  expect(verdict({}).lacks.map(({ code }) => code)).toEqual(["lecturer_named"]);
  expect(verdict({ lecturer: "罗燕" })).toEqual({ counts: true, lacks: [] });
  const voting = { ...lecture, checks: [...lecture.checks, check("quorum", { rule: "VOTE-06" }, "blocking")] };
  expect(verdictOf(voting, draft({ title: "党课", lecturer: "罗燕" }), form, { roster, marks: {} }).counts).toBeNull();
});
