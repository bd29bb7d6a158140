import type { PlainDate } from "../../kernel/plain-date.ts";

export type Ruleset = "v2014" | "v2026";

/** The first day of the rules of 2026; their day of publication stands in until the day they take effect is known (DEV-V1). */
export const rulesetSwitch: PlainDate = "2026-05-18";

/** The rules a step follows: those of the day on which it is taken (DEV-V1). */
export function rulesetOn(date: PlainDate, from: PlainDate = rulesetSwitch): Ruleset {
  return date < from ? "v2014" : "v2026";
}
