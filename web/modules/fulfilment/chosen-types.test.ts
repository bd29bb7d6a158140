import { expect, test } from "vitest";
import { chosenTypes, isCovered, topicsOfTypes, withTopic } from "./chosen-types.ts";
import type { RecordForm } from "./draft.ts";

const form = {
  template: { code: "theme_day" },
  alsoPossible: [{ template: { code: "party_lecture" } }, { template: { code: "group_meeting" } }],
} as unknown as RecordForm;

test("the form asks for every type that is chosen, the one it was opened for first", () => {
  const codes = (templateCodes: string[]) => chosenTypes(form, { templateCodes }).map(({ code }) => code);
  expect(codes(["theme_day"])).toEqual(["theme_day"]);
  expect(codes(["group_meeting", "theme_day"])).toEqual(["theme_day", "group_meeting"]);
});

test("a topic ticked for one type isn't ticked for another that has the same", () => {
  const topics = withTopic(form, [], "group_meeting", "study");
  expect(topics).toEqual([{ template: "group_meeting", code: "study" }]);
  expect(isCovered(form, { topics }, "group_meeting", "study")).toBe(true);
  expect(isCovered(form, { topics }, "theme_day", "study")).toBe(false);
  expect(withTopic(form, topics, "theme_day", "study")).toEqual([...topics, "study"]);
  expect(withTopic(form, topics, "group_meeting", "study")).toEqual([]);
});

test("topics of a type that is no longer chosen go with it", () => {
  expect(topicsOfTypes(["a", { template: "group_meeting", code: "b" }], ["theme_day"])).toEqual(["a"]);
});
