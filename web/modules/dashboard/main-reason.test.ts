import { expect, test } from "vitest";
import { mainReason, type Reason } from "./main-reason.ts";

const committee = { zh: "支委会", en: "Branch committee" };
const overdue = (templateName: Reason["templateName"], of: number): Reason => ({
  kind: "overdue",
  templateName,
  done: 0,
  of,
  since: "2026-03-10",
});
const attendance: Reason = { kind: "attendance", templateName: null, done: 71, of: 100, since: null };

test("overdue work comes before a share, with its name where it is of one kind", () => {
  expect(mainReason([attendance, overdue(committee, 2)])).toEqual({
    kind: "overdue",
    count: 2,
    templateName: committee,
  });
});

test("overdue work of several kinds is one number", () => {
  const lecture = { zh: "党课", en: "Party lecture" };
  expect(mainReason([overdue(committee, 2), overdue(lecture, 1)])).toEqual({
    kind: "overdue",
    count: 3,
    templateName: null,
  });
});

test("without overdue work the first share is said; without a reason nothing is", () => {
  expect(mainReason([attendance])).toEqual({ kind: "attendance", percent: 71 });
  expect(mainReason([])).toBeNull();
});
