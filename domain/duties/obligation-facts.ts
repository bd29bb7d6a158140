import type { FactDraft } from "../assessment/things.ts";
import { daysBetween, type PlainDate } from "../kernel/plain-date.ts";
import type { Obligation, Timeliness } from "./things.ts";

/**
 * That the obligation was due. Posted with the first of its discharge or its deadline, so that no discharge stands
 * without it, and reversed when the obligation is waived afterwards.
 */
export function dueFact(obligation: Obligation): FactDraft {
  return factOf("obligation.due", obligation, obligation.dueOn, {}, {});
}

/** When and how an obligation was discharged; `daysUntilEntry` is how long after the event it was entered. */
export type DischargeTimes = {
  readonly occurredOn: PlainDate;
  readonly timeliness: Timeliness;
  readonly daysUntilEntry: number;
};

/** That the obligation was discharged. It counts on the due date, however early or late it was. */
export function dischargedFact(obligation: Obligation, times: DischargeTimes): FactDraft {
  const details = {
    days_late: Math.max(0, daysBetween(obligation.dueOn, times.occurredOn)),
    days_until_entry: times.daysUntilEntry,
  };
  return factOf("obligation.discharged", obligation, times.occurredOn, { timeliness: times.timeliness }, details);
}

/** That the obligation was waived on a day. */
export function waivedFact(obligation: Obligation, waivedOn: PlainDate): FactDraft {
  return factOf("obligation.waived", obligation, waivedOn, {}, {});
}

function factOf(
  kind: FactDraft["kind"],
  obligation: Obligation,
  occurredOn: PlainDate,
  attributes: FactDraft["attributes"],
  details: FactDraft["details"],
): FactDraft {
  return {
    kind,
    organizationId: obligation.organizationId,
    subjectId: obligation.subjectId === obligation.organizationId ? null : obligation.subjectId,
    occurredOn,
    countsOn: obligation.dueOn,
    quantity: "1",
    base: null,
    attributes: { template: obligation.templateCode, ...attributes },
    details: { source: obligation.sourceId, obligation: obligation.id, ...details },
  };
}
