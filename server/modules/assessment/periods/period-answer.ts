import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { CanonicalValue } from "@dutyloop/domain/kernel/canonical-json.ts";
import type { Audited } from "../../../platform/ritual/use-case.ts";

/** Where a period stands, as the API answers it. */
export function answerOf(standing: PeriodStanding): Answer<"startPublicity"> {
  const { state, version, closing, publicityFrom, publicityTo } = standing;
  return { period: nameOfPeriod(standing), state, version, closing, publicityFrom, publicityTo };
}

/** What the audit says about something done to a period. */
export function auditOf(before: PeriodStanding, after: PeriodStanding, reason: string | null = null): Audited {
  const object = `period ${nameOfPeriod(after)} version ${after.version}`;
  return { object, before: stateOf(before, null), after: stateOf(after, reason) };
}

function stateOf({ state, version, closing }: PeriodStanding, reason: string | null): CanonicalValue {
  return { state, version, closing, reason };
}
