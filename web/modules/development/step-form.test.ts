import { expect, test } from "vitest";
import { bodyOf, startOf } from "./step-form.ts";

const filled = {
  ...startOf("2026-03-18"),
  conclusion: "passed" as const,
  people: ["a", ""] as const,
  days: "3",
  hours: "20",
  noticeFrom: "2026-03-02",
  noticeTo: "2026-03-10",
  special: true,
  groupId: "g",
};

test("the form of a step starts with nothing ticked and no conclusion", () => {
  const { papers, conclusion, rights } = startOf("2026-03-18");
  expect([papers, conclusion, rights]).toEqual([[], "", false]);
});

test.each([
  [2, []],
  [5, ["supporters"]],
  [7, ["notice"]],
  [11, ["training"]],
  [12, ["conclusion"]],
  [13, ["conclusion", "approver"]],
  [17, ["conclusion", "approver", "special"]],
  [19, ["groupId"]],
])("step %i sends the day, the papers, their files and %j", (step, further) => {
  expect(Object.keys(bodyOf(step, filled)).toSorted()).toEqual(["files", "on", "papers", ...further].toSorted());
});

test("introducers whose rights nobody vouched for are sent as suspended, contacts aren't asked about", () => {
  expect(bodyOf(9, filled).supporters).toEqual([{ personId: "a", rightsSuspended: true }]);
  expect(bodyOf(9, { ...filled, rights: true }).supporters).toEqual([{ personId: "a", rightsSuspended: false }]);
  expect(bodyOf(5, filled).supporters).toEqual([{ personId: "a", rightsSuspended: false }]);
});

test("a notice without both of its days isn't sent", () => {
  expect(bodyOf(7, { ...filled, noticeTo: "" })).not.toHaveProperty("notice");
});

test("of the papers' files only their fingerprints are sent", () => {
  const scans = [{ name: "谈话记录.pdf", hash: "ab12" }];
  expect(bodyOf(2, { ...filled, scans }).files).toEqual(["ab12"]);
});
