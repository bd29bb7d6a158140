import { expect, test } from "vitest";
import { costOf } from "./template-cost.ts";
import { meetingTemplate } from "./testing.ts";

const name = { zh: "材料", en: "Paper" };

test("a template costs the fields that somebody types, in a filing and in a year", () => {
  // title, attendance, minutes, resolutions are typed; the day is filled in.
  expect(costOf(meetingTemplate())).toEqual({ typed: 4, filled: 1, papers: 0, inYear: 16 });
  const monthly = meetingTemplate({ cadence: { every: "month", times: 2 } });
  expect(costOf(monthly).inYear).toBe(96);
  expect(costOf(meetingTemplate({ cadence: null })).inYear).toBe(4);
});

test("what may stay empty, what isn't asked and what is the record itself cost nothing", () => {
  const fields = ["title", "place", "topics", "files", "guests", "actions"] as const;
  const template = meetingTemplate({
    fields: [...fields],
    materials: [
      { code: "plan", name },
      { code: "sign_in", name, field: "attendance" },
    ],
  });
  expect(costOf(template)).toEqual({ typed: 1, filled: 1, papers: 1, inYear: 4 });
});

test("what is counted of leaders costs nobody anything", () => {
  expect(costOf(meetingTemplate({ owedBy: "leader" }))).toEqual({ typed: 0, filled: 0, papers: 0, inYear: 0 });
});
