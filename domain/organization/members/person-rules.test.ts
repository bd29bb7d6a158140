import { expect, test } from "vitest";
import { personRefusal } from "./person-rules.ts";

const today = "2026-03-18";
const days = { bornOn: "1980-02-29", joinedOn: "2001-07-01", standingFrom: "2002-07-01" };

test("days in their order are accepted, also where some aren't known", () => {
  expect(personRefusal(days, today)).toBe(null);
  expect(personRefusal({ bornOn: null, joinedOn: null, standingFrom: null }, today)).toBe(null);
  expect(personRefusal({ ...days, standingFrom: days.joinedOn }, today)).toBe(null);
  expect(personRefusal({ ...days, joinedOn: today, standingFrom: null }, today)).toBe(null);
});

test.each([
  [{ bornOn: "2026-03-19" }, "person.date_in_future", "bornOn"],
  [{ joinedOn: "2026-03-19" }, "person.date_in_future", "joinedOn"],
  [{ standingFrom: "2026-03-19" }, "person.date_in_future", "standingFrom"],
  [{ joinedOn: "1980-02-29" }, "person.joined_before_birth", "joinedOn"],
  [{ standingFrom: "2001-06-30" }, "person.standing_before_joining", "standingFrom"],
  [{ joinedOn: null, standingFrom: "1980-02-28" }, "person.standing_before_joining", "standingFrom"],
])("%o is refused as %s", (over, code, field) => {
  expect(personRefusal({ ...days, ...over }, today)).toMatchObject({ code, field });
});
