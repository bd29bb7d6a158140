import { addMonthsTo } from "@dutyloop/domain/kernel/plain-date.ts";
import { readIdentityNumber } from "@dutyloop/domain/organization/identity-number.ts";
import { personRefusal } from "@dutyloop/domain/organization/members/person-rules.ts";
import { expect, test } from "vitest";
import { chanceFrom } from "./chance.ts";
import { inventIdentityNumber, inventLife } from "./lives.ts";

const since = "2025-10-01";
const invented = Array.from({ length: 300 }, (_, index) => {
  const memberState = index % 9 === 0 ? ("PROBATIONARY" as const) : ("FULL" as const);
  return { memberState, ...inventLife(chanceFrom(`life ${index}`), { name: "王一楠", memberState }, since) };
});

test("invented members were grown up when they joined, and full members a year later", () => {
  for (const { memberState, bornOn, joinedOn, standingFrom } of invented) {
    expect(personRefusal({ bornOn, joinedOn, standingFrom }, since)).toBeNull();
    expect(addMonthsTo(bornOn, 18 * 12) <= (joinedOn ?? since)).toBe(true);
    expect(standingFrom).toBe(memberState === "FULL" ? addMonthsTo(joinedOn as string, 12) : null);
  }
});

test("an invented identity number says the day of birth and the sex, is nobody's and comes once", () => {
  const numbers = invented.map((life, index) => inventIdentityNumber(life, index * 160));
  for (const [index, number] of numbers.entries()) {
    const { sex, bornOn } = invented[index] as (typeof invented)[number];
    expect(readIdentityNumber(number)).toEqual({ sex, bornOn });
    expect(number).toMatch(/^00/);
  }
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("a woman's name is that of a woman", () => {
  const sexOf = (name: string) => inventLife(chanceFrom("sex"), { name, memberState: "FULL" }, since).sex;
  expect(["李晓娟", "陈思琳", "周建刚"].map(sexOf)).toEqual(["F", "F", "M"]);
});
