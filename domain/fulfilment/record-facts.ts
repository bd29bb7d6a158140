import type { FactDraft } from "../assessment/things.ts";
import { dischargedFact, dueFact } from "../duties/obligation-facts.ts";
import type { RecordDecision, RecordInput } from "./things.ts";

type Decided = Pick<RecordDecision, "attendance" | "daysUntilEntry" | "discharges" | "standards">;

/**
 * What a record counts for: per discharge that the obligation was due and was discharged, counting on its due date; per
 * type that it serves as how much of the standard was met; once the attendance without those exempt (MTG-19).
 */
export function factsOf(input: RecordInput, decided: Decided): FactDraft[] {
  const { occurredOn } = input.content;
  const obligations = decided.discharges.flatMap((discharge) => [
    dueFact(discharge.obligation),
    dischargedFact(discharge.obligation, {
      occurredOn,
      timeliness: discharge.timeliness,
      daysUntilEntry: decided.daysUntilEntry,
    }),
  ]);
  const own = {
    organizationId: input.organizationId,
    subjectId: input.groupId,
    occurredOn,
    countsOn: occurredOn,
    details: {},
  };
  const standards = decided.standards
    .filter(({ counted, standard }) => counted && standard.applicable > 0)
    .map(
      ({ templateCode, standard }): FactDraft => ({
        ...own,
        kind: "record.standard",
        quantity: String(standard.passed),
        base: String(standard.applicable),
        attributes: { template: templateCode },
      }),
    );
  const { present, expected } = decided.attendance;
  const firstTemplate = decided.standards.find(({ counted }) => counted)?.templateCode ?? "";
  const attendance: FactDraft = {
    ...own,
    kind: "attendance",
    quantity: String(present),
    base: String(expected),
    // An event that counts as several types was attended once: it is booked under the first.
    attributes: { template: firstTemplate },
  };
  return [...obligations, ...standards, ...(expected > 0 ? [attendance] : [])];
}
