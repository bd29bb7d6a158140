/** Why somebody reads a person's identity number and telephone in the clear (PRV-01); the audit keeps which. */
export const readingPurposes = [
  "CONTACT", // 联系本人
  "DUPLICATE_CHECK", // 核实重复登记
  "TRANSFER", // 办理组织关系转接
  "DEVELOPMENT", // 办理发展党员手续
  "ARCHIVE", // 核对党员档案
  "OWN_REQUEST", // 本人要求查阅、更正
] as const;
export type ReadingPurpose = (typeof readingPurposes)[number];

/** A telephone number with its middle hidden: enough to tell which it is, not to call it. */
export function maskedPhone(phone: string): string {
  return phone.length < 8 ? "*".repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** An identity number of which the first and the last character are left. */
export function maskedIdentityNumber(number: string): string {
  return `${number.slice(0, 1)}${"*".repeat(Math.max(0, number.length - 2))}${number.slice(-1)}`;
}
