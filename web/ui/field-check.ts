/** What the browser, or a length of ours, holds against what stands in a field. */
export type Complaint =
  | "missing"
  | "tooLong"
  | "tooShort"
  | "tooEarly"
  | "tooLate"
  | "wrongDate"
  | "notWhole"
  | "wrongFormat";

type Told = Pick<
  ValidityState,
  | "valueMissing"
  | "customError"
  | "rangeUnderflow"
  | "rangeOverflow"
  | "badInput"
  | "patternMismatch"
  | "tooShort"
  | "stepMismatch"
  | "typeMismatch"
>;

/** The complaint to show first; null where nothing is wrong. */
export function complaintOf(validity: Told, over: boolean): Complaint | null {
  if (validity.valueMissing) return "missing";
  if (over) return "tooLong";
  if (validity.customError) return "missing";
  if (validity.rangeUnderflow) return "tooEarly";
  if (validity.rangeOverflow) return "tooLate";
  if (validity.badInput) return "wrongDate";
  if (validity.tooShort) return "tooShort";
  if (validity.stepMismatch) return "notWhole";
  return validity.patternMismatch || validity.typeMismatch ? "wrongFormat" : null;
}

/** How many letters count: the server takes the blanks around a text off before it counts. */
export function lengthOf(value: unknown): number {
  return typeof value === "string" ? value.trim().length : 0;
}

/** Blanks alone are no answer, which `required` of the browser doesn't know. */
export function isBlank(value: unknown): boolean {
  return typeof value === "string" && value !== "" && value.trim() === "";
}
