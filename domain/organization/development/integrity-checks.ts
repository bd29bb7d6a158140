import { developmentSteps } from "../development-things.ts";
import { type Finding, finding } from "../finding.ts";
import type { TakenStep } from "./case-facts.ts";

/** 随批: filed with the approval, so on the same day. */
const sameDayAllowed: readonly (readonly [number, number])[] = [[17, 18]];

/**
 * What a person should look at, by step (DEV-C3): a step dated before one it needs, several steps on one day, the same
 * paper under two steps. It is only pointed out.
 */
export function integrityFindings(taken: readonly TakenStep[]): Map<number, Finding[]> {
  const last = new Map(taken.map((each) => [each.step, each]));
  const found = new Map<number, Finding[]>();
  for (const each of last.values()) {
    const others = [...last.values()].filter(({ step }) => step !== each.step);
    found.set(each.step, [
      ...orderFindings(each, last),
      ...sameDayFindings(each, others),
      ...paperFindings(each, others),
    ]);
  }
  return found;
}

function orderFindings({ step, on }: TakenStep, last: ReadonlyMap<number, TakenStep>): Finding[] {
  const before = developmentSteps.find(({ number }) => number === step)?.after ?? [];
  return before.flatMap((earlier) => {
    const previousOn = last.get(earlier)?.on;
    return previousOn === undefined || previousOn <= on
      ? []
      : [finding("DEV-C3", "development.date_order", { step, on, previous: earlier, previousOn })];
  });
}

function sameDayFindings({ step, on }: TakenStep, others: readonly TakenStep[]): Finding[] {
  const same = others.filter((other) => other.on === on && !isAllowed(step, other.step)).map((other) => other.step);
  return same.length === 0 ? [] : [finding("DEV-C3", "development.same_day", { step, on, steps: same.join(" ") })];
}

function paperFindings({ step, files }: TakenStep, others: readonly TakenStep[]): Finding[] {
  const same = others.filter((other) => other.files.some((file) => files.includes(file))).map((other) => other.step);
  return same.length === 0 ? [] : [finding("DEV-C3", "development.same_paper", { step, steps: same.join(" ") })];
}

function isAllowed(step: number, other: number): boolean {
  return sameDayAllowed.some(([a, b]) => (step === a && other === b) || (step === b && other === a));
}
