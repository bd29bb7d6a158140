import { type Refusal, refuse } from "../kernel/refusal.ts";
import { type RuleId, type Strength, strengthOf } from "./basis-things.ts";

export type Values = Record<string, string | number>;

/**
 * Something a rule has to say about what stands: shown, never in the way. `strength` tells what is 法定 from what is
 * usual; a rule that both demands and recommends gives each finding the strength of its own sentence.
 */
export type Finding = {
  readonly rule: RuleId;
  readonly strength: Strength;
  /** Dotted lower_snake, worded by the message catalogue with `values`. */
  readonly code: string;
  readonly values: Values;
};

/** Makes a finding; without `strength` it has that of its rule. */
export function finding(rule: RuleId, code: string, values: Values = {}, strength?: Strength): Finding {
  return { rule, strength: strength ?? strengthOf(rule), code, values };
}

/** A refusal that names its rule and how binding it is, as `values.rule` and `values.strength`. */
export function refuseBy(
  rule: RuleId,
  code: string,
  values: Values = {},
  field?: string,
  strength?: Strength,
): Refusal {
  return refuse(code, { rule, strength: strength ?? strengthOf(rule), ...values }, field);
}
