import { isPlainDate, type PlainDate } from "../kernel/plain-date.ts";

export type IdentityNumber = { readonly bornOn: PlainDate; readonly sex: "F" | "M" };

const shape = /^\d{17}[\dX]$/;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = "10X98765432";

/** What an identity number of 18 places says, or null where its day of birth or its check digit is wrong (GB 11643). */
export function readIdentityNumber(text: string): IdentityNumber | null {
  if (!shape.test(text)) return null;
  const bornOn = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  if (!isPlainDate(bornOn) || checkDigits[sum % 11] !== text[17]) return null;
  return { bornOn, sex: Number(text[16]) % 2 === 1 ? "M" : "F" };
}
