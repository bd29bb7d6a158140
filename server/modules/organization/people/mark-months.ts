import { addMonths, firstDayOf, monthOf, monthsFromTo, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { requestTreeCount } from "../../../platform/facts/count-requests.ts";
import { markDirty } from "../../../platform/facts/post-facts.ts";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";

/** As far back as sheets are asked for where they are missing. */
const mostMonths = 13;

/**
 * Asks for new scores of branches from a day on, and for a new count of the tree: one with more or fewer members counts more
 * or less in what is rolled up above it.
 */
export function markMonths(
  saving: Saving,
  { actor, now, today }: Pick<Context, "actor" | "now" | "today">,
  organizationIds: readonly string[],
  from: PlainDate,
): void {
  const last = monthOf(today);
  const earliest = firstDayOf(addMonths(last, -mostMonths));
  const months = monthsFromTo(monthOf(from < earliest ? earliest : from), last);
  const facts = organizationIds.flatMap((organizationId) =>
    months.map((month) => ({ organizationId, countsOn: firstDayOf(month) })),
  );
  markDirty(saving, { actor, now }, facts);
  requestTreeCount(saving, { actor, now });
}
