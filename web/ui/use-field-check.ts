import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTexts } from "../app/language/texts.ts";
import { type Complaint, complaintOf, isBlank, lengthOf } from "./field-check.ts";
import { uiTexts } from "./texts.ts";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
export type Checked = {
  label: string;
  value?: unknown;
  required?: boolean | undefined;
  /** One of a list. */
  choice?: boolean;
  min?: string | number | undefined;
  max?: string | number | undefined;
  /** At least so many letters, as the browser counts them. */
  least?: number | undefined;
  /** At most so many letters; more may be typed, so that nobody loses the end of a text. */
  most?: number | undefined;
  /** What to write instead where the pattern isn't met. */
  wrong?: string | undefined;
};

/**
 * What is wrong with a field, in the page's language and beside it, from the first try to send on; the browser's own
 * bubbles vanish and speak its language. The first wrong field of a form gets the focus.
 */
export function useFieldCheck<E extends Control>(checked: Checked) {
  const { label, value, required, min, max, least, most, wrong, choice } = checked;
  const t = useTexts(uiTexts);
  const element = useRef<E>(null);
  const [complaint, setComplaint] = useState<Complaint | null>(null);
  const length = lengthOf(value);
  // The bounds of a day are written as text.
  const isNumber = typeof min === "number" || typeof max === "number";
  const over = most !== undefined && length > most;
  const blank = required === true && isBlank(value);
  useEffect(() => element.current?.setCustomValidity(over ? "tooLong" : blank ? "blank" : ""), [over, blank]);
  const sentences: Record<Complaint, () => string> = {
    missing: () => t(choice ? "fieldUnchosen" : "fieldMissing", { label }),
    tooLong: () => t("fieldTooLong", { most: most ?? 0, over: length - (most ?? 0) }),
    tooShort: () => t("fieldTooShort", { least: least ?? 0 }),
    notWhole: () => t("fieldNotWhole"),
    tooEarly: () => t(isNumber ? "fieldTooSmall" : "fieldTooEarly", { min: String(min ?? "") }),
    tooLate: () => t(isNumber ? "fieldTooBig" : "fieldTooLate", { max: String(max ?? "") }),
    wrongDate: () => t(isNumber ? "fieldWrongNumber" : "fieldWrongDate"),
    wrongFormat: () => wrong ?? t("fieldWrongFormat"),
  };
  const told = over ? "tooLong" : complaint;
  return {
    sentence: told === null ? undefined : sentences[told](),
    handlers: {
      ref: element,
      onInvalid: (event: FormEvent<E>) => {
        event.preventDefault();
        const control = event.currentTarget;
        setComplaint(complaintOf(control.validity, over));
        const first = [...(control.form?.elements ?? [])].find((one) => "validity" in one && !isValid(one as Control));
        if (first === control) control.focus();
      },
      onInput: (event: FormEvent<E>) => {
        if (complaint !== null) setComplaint(complaintOf(event.currentTarget.validity, false));
      },
    },
  };
}

function isValid(control: Control): boolean {
  return !control.willValidate || control.validity.valid;
}
