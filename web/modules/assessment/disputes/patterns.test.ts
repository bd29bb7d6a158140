import { expect, test } from "vitest";
import type { Fact } from "../score/FactTable.tsx";
import { patternOf } from "./patterns.ts";

const fact: Fact = {
  id: "f-1",
  kind: "obligation.discharged",
  sign: 1,
  corrects: null,
  subjectName: "第二党小组",
  occurredOn: "2026-04-02",
  countsOn: "2026-03-31",
  postedIn: "2026-03",
  quantity: "1",
  base: null,
  templateName: { zh: "党小组会", en: "Group meeting" },
  timeliness: "late",
  attributes: {},
  daysLate: 2,
  daysUntilEntry: 1,
  reason: null,
  afterClose: false,
  recordId: null,
  recordedAt: "2026-04-03T00:00:00Z",
};
const templates = {
  party_lecture: { zh: "党课", en: "Lecture" },
  group_meeting: { zh: "党小组会", en: "Group meeting" },
};
const groups = [
  { id: "g-1", name: "第一党小组" },
  { id: "g-2", name: "第二党小组" },
];

test("a fact is booked again with its type of work, its timeliness and its 党小组", () => {
  expect(patternOf(fact, { templates, groups })).toMatchObject({
    subjectId: "g-2",
    attributes: { template: "group_meeting", timeliness: "late" },
  });
});

test("what has no type of work and no 党小组 gets none", () => {
  const finding = {
    ...fact,
    templateName: null,
    timeliness: null,
    subjectName: "甲党支部",
    attributes: { severity: "general" },
  };
  expect(patternOf(finding, { templates, groups })).toMatchObject({
    subjectId: null,
    attributes: { severity: "general" },
  });
});
