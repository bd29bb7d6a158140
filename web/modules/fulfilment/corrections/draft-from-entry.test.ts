import { expect, test } from "vitest";
import { bodyOf, type RecordBody } from "../draft.ts";
import { form } from "../drafts/testing.ts";
import { draftFromEntry } from "./draft-from-entry.ts";

const entry: RecordBody = {
  subjectId: "branch",
  templateCodes: ["theme_party_day", "party_lecture"],
  title: "主题",
  occurredOn: "2026-03-18",
  startTime: "09:00",
  endTime: null,
  place: "会议室",
  chairId: "p1",
  recorderId: null,
  lecturer: "罗燕",
  minutes: "纪要",
  topics: ["a", { template: "party_lecture", code: "b" }],
  resolutions: [{ title: "表决", for: 2, against: 0, abstain: 0, written: 1, personnel: true, secretaryLast: true }],
  attendance: [
    { personId: "p1", presence: "present", reason: null },
    { personId: "p2", presence: "leave", reason: "出差" },
  ],
  guests: [{ name: "列席的人" }],
  fileIds: ["f".repeat(64)],
  lateReason: null,
};

test("a form that is opened and not changed sends exactly what stands", () => {
  const draft = draftFromEntry(entry, "r", "k");
  const { draftId: _none, ...body } = bodyOf(draft, form);
  expect(body).toEqual(entry);
});

test("photographs that stand are shown from the record itself", () => {
  expect(draftFromEntry(entry, "r-1", "k").photos[0]?.thumbnail).toBe(`/api/v1/records/r-1/files/${"f".repeat(64)}`);
});
