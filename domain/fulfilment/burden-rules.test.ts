import fc from "fast-check";
import { expect, test } from "vitest";
import { burdenOf, type Prefill } from "./burden-rules.ts";

const prefill: Prefill = { occurredOn: "2026-03-18", place: "三楼", hostId: "a", recorderId: "b" };
const here = (personId: string) => ({ personId, presence: "present" as const });
const away = (personId: string, reason?: string) => ({
  personId,
  presence: "leave" as const,
  ...(reason === undefined ? {} : { reason }),
});
const entry = {
  title: "安全生产主题党日",
  occurredOn: "2026-03-18",
  startTime: null,
  endTime: null,
  place: "三楼",
  hostId: "a",
  recorderId: "b",
  lecturer: null,
  minutes: "学习方案",
  topics: [],
  resolutions: [],
  attendance: ["a", "b", "c"].map(here),
  guests: [],
  hosts: [],
};

test("what the form brought and nobody changed was filled in: day, place, chair, recorder, everybody present", () => {
  expect(burdenOf(entry, prefill)).toEqual({ typed: 2, filled: 7 });
});

test("what was changed was typed, and somebody away costs his mark and its reason", () => {
  const changed = { ...entry, occurredOn: "2026-03-10", place: "四楼", hostId: null, startTime: "14:00" };
  expect(burdenOf(changed, prefill)).toEqual({ typed: 2 + 3, filled: 4 });
  const attendance = [here("a"), away("b", "出差"), away("c")];
  expect(burdenOf({ ...entry, attendance }, prefill)).toEqual({ typed: 2 + 3, filled: 5 });
});

test("topics are one field, a resolution four, an election three and two for each candidate, a guest one", () => {
  const vote = { title: "接收", for: 5, against: 0, abstain: 1 };
  expect(burdenOf({ ...entry, topics: ["study", "vote"], resolutions: [vote] }, prefill).typed).toBe(2 + 1 + 4);
  expect(burdenOf({ ...entry, resolutions: [{ ...vote, written: 1, secretaryLast: true }] }, prefill).typed).toBe(
    2 + 6,
  );
  expect(
    burdenOf({ ...entry, guests: [{ personId: null, name: "李" }], materials: [], lateReason: "迟" }, prefill).typed,
  ).toBe(2 + 2);
});

test("those who join bring their own marks", () => {
  const hosts = [{ attendance: [here("d"), away("e", "病")], guests: [{ personId: null, name: "王" }] }];
  expect(burdenOf({ ...entry, hosts }, prefill)).toEqual({ typed: 2 + 3, filled: 8 });
});

test("every mark is either filled in or typed, and nothing is counted twice", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (marks) => {
      const attendance = marks.map((present, index) => (present ? here(`${index}`) : away(`${index}`)));
      const { typed, filled } = burdenOf({ ...entry, attendance }, prefill);
      expect(typed + filled).toBe(2 + 4 + marks.length);
    }),
  );
});
