import type { PathStep } from "./definition-problem.ts";
import type { Condition, IndicatorBody } from "./indicator.ts";

/** Every list of conditions an indicator has, with the place where it is written. */
export function conditionsOf({
  filter,
  aggregation: form,
}: IndicatorBody): { readonly path: readonly PathStep[]; readonly conditions: readonly Condition[] }[] {
  const lists = [{ path: ["filter"], conditions: filter }];
  if (form.form === "ratio") {
    lists.push({ path: ["aggregation", "numerator", "conditions"], conditions: form.numerator.conditions });
    lists.push({ path: ["aggregation", "denominator", "conditions"], conditions: form.denominator.conditions });
  }
  if ("of" in form) lists.push({ path: ["aggregation", "of", "conditions"], conditions: form.of.conditions });
  return lists;
}
