import { expect, test } from "vitest";
import { memoryStore } from "../drafts/testing.ts";
import {
  broughtForward,
  dropPart,
  dropParts,
  type KeptPart,
  keepPart,
  keptPart,
  keptParts,
  nothingTyped,
  type PartOf,
} from "./kept-part.ts";

const of: PartOf = {
  recordId: "r-1",
  organizationId: "org",
  subjectId: "branch",
  subjectName: "化学运行党支部",
  title: "两个支部联合学习",
  occurredOn: "2026-03-18",
};
const leave = { presence: "leave", reason: "出差" } as const;
const present = { presence: "present", reason: "" } as const;
const absent = { presence: "absent", reason: "值班" } as const;
const part = { ...nothingTyped, marks: { one: leave }, guests: ["列席"] };
const kept: KeptPart = { of, key: "k-1", part, from: nothingTyped };

test("what a secretary typed of his part is there after a reload, for his account alone", () => {
  const store = memoryStore();
  keepPart("a", kept, store);
  expect(keptPart("a", of, store)).toEqual(kept);
  expect(keptPart("b", of, store)).toBeNull();
  expect(keptPart("a", { ...of, subjectId: "another" }, store)).toBeNull();
  keepPart("a", { ...kept, of: { ...of, recordId: "r-2" } }, store);
  dropPart("a", of, store);
  expect(keptParts("a", store).map((one) => one.of.recordId)).toEqual(["r-2"]);
  dropParts("a", store);
  expect(keptParts("a", store)).toEqual([]);
});

test.each(["no JSON", "{}", '{"key":"k","of":{"recordId":"r-1"},"part":{"marks":1},"from":{}}', "null"])(
  "what isn't a part is left alone: %s",
  (text) => {
    const store = memoryStore();
    store.setItem("dutyloop.part.a.r-1.branch", text);
    expect(keptPart("a", of, store)).toBeNull();
    expect(keptParts("a", store)).toEqual([]);
  },
);

test("where nothing changed meanwhile, what was typed stands as it is", () => {
  expect(broughtForward(kept, nothingTyped)).toEqual(part);
});

test("what was typed goes on top of a newer version, and whoever wasn't touched is as he stands there", () => {
  const from = { ...nothingTyped, marks: { one: present, two: present, three: present }, guests: ["甲"] };
  const typed = { ...from, marks: { ...from.marks, one: leave }, reason: "补正" };
  const now = { ...nothingTyped, marks: { one: absent, two: absent, three: present }, guests: ["甲", "乙"] };
  expect(broughtForward({ part: typed, from }, now)).toEqual({
    ...now,
    marks: { one: leave, two: absent, three: present },
    reason: "补正",
  });
});

test("a part that somebody else entered meanwhile keeps the marks that were typed here", () => {
  const now = { ...nothingTyped, marks: { one: present, two: present } };
  expect(broughtForward(kept, now)).toEqual({ ...part, marks: { one: leave, two: present } });
});
