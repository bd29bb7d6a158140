import { expect, test } from "vitest";
import { groupTemplate, meetingTemplate } from "../standards/testing.ts";
import { lineKey, lineOf, type WrittenLine } from "./plan-line-rules.ts";
import type { PlanLine } from "./things.ts";

const written = (changes: Partial<WrittenLine> = {}): WrittenLine => ({
  templateCode: "general_meeting",
  requirement: "basic",
  classes: [],
  kinds: [],
  cadence: null,
  direction: "",
  fromMonth: null,
  toMonth: null,
  ...changes,
});
const task = meetingTemplate({ code: "project", kind: "task", cadence: null });
const code = (changes: Partial<WrittenLine>, template = meetingTemplate()) => {
  const line = lineOf(written(changes), "line", template, 2026);
  return "refused" in line ? line.code : null;
};

test("基础性工作 has a frequency, of its own or of the template; 提升性工作 has a direction and needs no frequency", () => {
  expect(code({})).toBeNull();
  expect(code({}, task)).toBe("plan.cadence_missing");
  expect(code({ cadence: { every: "quarter", times: 1 } }, task)).toBeNull();
  expect(code({ requirement: "improving" })).toBe("plan.direction_missing");
  expect(code({ requirement: "improving", direction: " \n" })).toBe("plan.direction_missing");
  const improving = lineOf(written({ requirement: "improving", direction: "建设示范点" }), "line", task, 2026);
  expect(improving).toMatchObject({ cadence: { every: "year", times: 1 } });
});

test("what no plan can order is refused with its reason", () => {
  expect(lineOf(written(), "line", undefined, 2026)).toMatchObject({ code: "plan.template_unknown" });
  expect(code({}, meetingTemplate({ owedBy: "leader" }))).toBe("plan.template_not_owed");
  expect(code({ fromMonth: "2025-12" })).toBe("plan.month_outside_year");
  expect(code({ toMonth: "2027-01" })).toBe("plan.month_outside_year");
  expect(code({ fromMonth: "2026-06", toMonth: "2026-05" })).toBe("plan.months_reversed");
  expect(code({ fromMonth: "2026-06", toMonth: "2026-06" })).toBeNull();
  expect(code({ direction: "a\u0000" })).toBe("plan.control_characters");
});

test("two lines are the same requirement whatever the order of their classes, and other ones by anything that counts", () => {
  const keyOf = (changes: Partial<WrittenLine>, template = meetingTemplate()) =>
    lineKey(lineOf(written(changes), "any", template, 2026) as PlanLine, written(changes));
  const key = keyOf({});
  expect(keyOf({ cadence: { every: "quarter", times: 1 } })).toBe(key);
  expect(keyOf({ classes: ["A", "B"] })).toBe(keyOf({ classes: ["B", "A"] }));
  const others: Partial<WrittenLine>[] = [
    { classes: ["A"] },
    { kinds: ["BRANCH"] },
    { cadence: { every: "month", times: 1 } },
    { cadence: { every: "quarter", times: 2 } },
    { fromMonth: "2026-02" },
    { toMonth: "2026-11" },
    { direction: "往前" },
    { requirement: "improving", direction: "往前" },
  ];
  const keys = [key, keyOf({}, groupTemplate()), ...others.map((changes) => keyOf(changes))];
  expect(new Set(keys).size).toBe(keys.length);
});
