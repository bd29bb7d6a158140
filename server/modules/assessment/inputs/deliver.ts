import { redLineIn } from "@dutyloop/domain/assessment/validation/red-line-rules.ts";
import { addMonths, type Month, monthOf, monthsFromTo, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import { InvalidRequest } from "../../../platform/http/validation.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { bookImport } from "./book-import.ts";
import type { DeliveryEntry, DeliveryFrame, ImportOutcome, ImportProblem } from "./deliveries.ts";
import { type ImportState, importState, placeOfImport } from "./import-state.ts";
import { type ImportPlan, planImport } from "./plan-import.ts";

/** What was delivered as far as it can be read, and what can't be. */
export type ReadDelivery = { readonly entries: readonly DeliveryEntry[]; readonly problems: readonly ImportProblem[] };

type State = {
  readonly path: string;
  readonly read: ReadDelivery | Refusal;
  /** Null where nothing could be read. */
  readonly known: ImportState | null;
};
type Decision = ImportPlan & { readonly afterClose: boolean };

/**
 * Takes a delivery of a business system: all of it, or nothing and every entry that is wrong. Figures that the source has
 * delivered before are not counted again; for a closed month what is new becomes an adjustment.
 */
export function deliver<Input extends DeliveryFrame>(
  name: string,
  readEntries: (input: Input) => Promise<ReadDelivery | Refusal>,
): UseCase<Input, State, Decision, ImportOutcome> {
  return {
    name,
    access: "measure.import",
    postsIn: ({ month }) => postingMonths(month),
    async load(transaction, input, { actor, today }) {
      const { tenantId } = actor;
      const path = await placeOfImport(transaction, tenantId, input.organizationId);
      const read = frameRefusal(input, today) ?? (await readEntries(input));
      if (isRefusal(read)) return { path, read, known: null };
      await oneAtATime(transaction, tenantId, input);
      return { path, read, known: await importState(transaction, tenantId, path, input, read.entries) };
    },
    place: ({ path }) => path,
    decide({ read, known }, { month }, { today, closedMonths }) {
      if (isRefusal(read) || known === null) return read as Refusal;
      const refusal = redLineRefusal(read.entries);
      if (refusal) return refusal;
      const plan = planImport(read.entries, known, { month, today });
      const problems = [...read.problems, ...plan.problems];
      if (problems.length > 0) {
        const told = refuse("measure.wrong_entries", { count: problems.length });
        throw new InvalidRequest(problems.slice(0, mostProblems), told);
      }
      return { ...plan, afterClose: closedMonths.has(month) };
    },
    save: (saving, { additions }, context, input) => bookImport(saving, context, input, additions),
    audit: ({ counts }, { source, month }) => ({ object: `deliveries of ${source} for ${month}`, after: counts }),
    answer: ({ counts, afterClose }) => ({ ...counts, afterClose }),
  };
}

/** An answer names the first of them; who mends these sends again and sees the next. */
export const mostProblems = 100;
const yearsBack = 2;

/** The month itself and those after it, in case it is closed. */
export function postingMonths(month: Month): Month[] {
  return monthsFromTo(month, addMonths(month, 12 * yearsBack));
}

/** Why nothing at all can be delivered for this month or source. */
export function frameRefusal({ source, month }: DeliveryFrame, today: PlainDate): Refusal | null {
  const crossed = redLineIn(source);
  if (crossed) return refuse("measure.red_line", crossed, "source");
  return month > monthOf(today) ? refuse("measure.month_in_future", { month }, "month") : null;
}

/** What measures the use of a program and not work is not taken in at all, whatever an indicator would make of it. */
export function redLineRefusal(entries: readonly DeliveryEntry[]): Refusal | null {
  const clean = new Set<string>();
  for (const { figures } of entries) {
    for (const { named, figure } of figures) {
      for (const word of [figure.metric ?? "", ...Object.values(figure.attributes).map(String)]) {
        // Thousands of figures use a few words.
        if (clean.has(word)) continue;
        const crossed = redLineIn(word);
        if (crossed) return refuse("measure.red_line", crossed, named("metric"));
        clean.add(word);
      }
    }
  }
  return null;
}

/** Two deliveries of one source and month at once would both find nothing delivered yet. */
export async function oneAtATime(
  transaction: Transaction,
  tenantId: number,
  { source, month }: DeliveryFrame,
): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${tenantId} ${source} ${month}`}, 7080006))`.execute(
    transaction,
  );
}
