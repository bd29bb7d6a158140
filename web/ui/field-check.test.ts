import { expect, test } from "vitest";
import { complaintOf, isBlank, lengthOf } from "./field-check.ts";

const fine = {
  valueMissing: false,
  customError: false,
  rangeUnderflow: false,
  rangeOverflow: false,
  badInput: false,
  patternMismatch: false,
  tooShort: false,
  stepMismatch: false,
  typeMismatch: false,
};

test("an empty field is called missing, and so is one with blanks alone", () => {
  expect(complaintOf({ ...fine, valueMissing: true }, false)).toBe("missing");
  expect(complaintOf({ ...fine, customError: true }, false)).toBe("missing");
  expect(isBlank("  \n")).toBe(true);
  expect(isBlank("")).toBe(false);
});

test("a text that is too long is told so, and keeps its letters", () => {
  expect(complaintOf({ ...fine, customError: true }, true)).toBe("tooLong");
  expect(lengthOf(`  ${"字".repeat(501)} `)).toBe(501);
});

test("a text that is too short, or isn't of its kind, never blocks a form in silence", () => {
  expect(complaintOf({ ...fine, tooShort: true }, false)).toBe("tooShort");
  expect(complaintOf({ ...fine, typeMismatch: true }, false)).toBe("wrongFormat");
});

test("days outside what is allowed, letters in numbers and half a date are told apart", () => {
  expect(complaintOf({ ...fine, rangeUnderflow: true }, false)).toBe("tooEarly");
  expect(complaintOf({ ...fine, rangeOverflow: true }, false)).toBe("tooLate");
  expect(complaintOf({ ...fine, patternMismatch: true }, false)).toBe("wrongFormat");
  expect(complaintOf({ ...fine, badInput: true }, false)).toBe("wrongDate");
  expect(complaintOf({ ...fine, stepMismatch: true }, false)).toBe("notWhole");
  expect(complaintOf(fine, false)).toBeNull();
});
