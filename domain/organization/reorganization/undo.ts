import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import type { PeriodStretch } from "./acts.ts";
import { applyChanges, inverseOf } from "./changes.ts";
import { dateRefusal } from "./date-refusals.ts";
import type { Change, GroupState } from "./reorganization-rows.ts";

/**
 * The state as it was before a reorganisation, without a difference, from the changes that were made. Refuses once a
 * period from its day on is in publicity or closed, and where somebody has changed one of its rows since.
 */
export function undoReorganization(
  state: GroupState,
  changes: readonly Change[],
  effectiveOn: PlainDate,
  periods: readonly PeriodStretch[],
): GroupState | Refusal {
  return dateRefusal(effectiveOn, periods) ?? applyChanges(state, inverseOf(changes));
}
