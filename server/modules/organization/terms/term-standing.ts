import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { remindersUpTo } from "@dutyloop/domain/organization/terms/reminder-rules.ts";
import { standingAt } from "@dutyloop/domain/organization/terms/term-rules.ts";

/** A row of term_of_office. */
export type TermRow = {
  readonly id: string;
  readonly beganOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly extendedTo: PlainDate | null;
  readonly approval: string | null;
};

/** A term with its last day. */
export function termOf({ id, beganOn, dueOn, extendedTo, approval }: TermRow) {
  return { id, beganOn, regularEndsOn: dueOn, endsOn: extendedTo ?? dueOn, approval };
}

/** A term with its countdown and the newest reminder that is due (ORG-15, ORG-16). */
export function currentTermOf(row: TermRow, today: PlainDate): NonNullable<Answer<"getTerm">["current"]> {
  const term = termOf(row);
  const { state, daysLeft } = standingAt(term, today);
  return { ...term, state, daysLeft, reminder: remindersUpTo(term.endsOn, today).at(-1) ?? null };
}
