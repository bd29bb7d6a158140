import { type PlainDate, yearOf } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Chance } from "./chance.ts";

/** What a roster says of somebody beside the name and the branch. */
export type Life = {
  readonly sex: "F" | "M";
  readonly bornOn: PlainDate;
  /** Of a 正式党员 alone: who is in probation when the demo begins was admitted before it tells of anything. */
  readonly joinedOn: PlainDate | null;
  readonly standingFrom: PlainDate | null;
};

/** Last characters of a name that read as a woman's. */
const readsFemale = new Set("琳婷颖倩娜敏燕霞芳梅兰菊莹瑶怡蕾洁丽艳静娟玲雯璐");

/**
 * Sex and days of an invented member: grown up when he joined, a 正式党员 a year later, the whole year of probation
 * (DEV-T8, DEV-T10), and long enough ago to hold a post.
 */
export function inventLife(
  chance: Chance,
  { name, memberState }: { readonly name: string; readonly memberState: "FULL" | "PROBATIONARY" },
  since: PlainDate,
): Life {
  const isFull = memberState === "FULL";
  const joined = isFull ? chance.whole(1988, yearOf(since) - 3) : yearOf(since) - 1;
  const day = `${padded(chance.whole(1, 12))}-${padded(chance.whole(1, 28))}`;
  return {
    sex: readsFemale.has(name.at(-1) ?? "") ? "F" : "M",
    bornOn: `${joined - chance.whole(20, 32)}-${day}`,
    joinedOn: isFull ? `${joined}-07-01` : null,
    standingFrom: isFull ? `${joined + 1}-07-01` : null,
  };
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = "10X98765432";

/**
 * An identity number with a true check digit (GB 11643) that nobody can bear: no province has the number 00.
 *
 * @param serial below 50 000, another one for everybody
 */
export function inventIdentityNumber({ sex, bornOn }: Pick<Life, "sex" | "bornOn">, serial: number): string {
  const order = String((serial % 500) * 2 + (sex === "M" ? 1 : 0)).padStart(3, "0");
  const digits = `0000${padded(Math.floor(serial / 500))}${bornOn.replaceAll("-", "")}${order}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return `${digits}${checkDigits[sum % 11]}`;
}

function padded(number: number): string {
  return String(number).padStart(2, "0");
}
