import type { RouteName } from "@dutyloop/contract/routes.ts";
import type { Target } from "./access-target.ts";
import type { Loose } from "./access-targets.ts";

/** Requests of the endpoints that say who isn't counted among the voters. */
export function voterRequests(at: Target, number: number) {
  const ofPerson = { personId: at.personId };
  const fresh = `n${number}`;
  return {
    listVoterExclusions: () => ({ params: { organizationId: at.organizationId } }),
    setVoterExclusion: () => ({
      params: ofPerson,
      body: {
        ground: "BEDRIDDEN",
        approvedBy: fresh,
        approvedOn: "2026-02-01",
        resolvedOn: "2026-02-02",
        validFrom: "2026-03-01",
      },
    }),
    endVoterExclusion: () => ({ params: { exclusionId: at.exclusionId }, body: { lastDay: "2025-01-01" } }),
    listVotingImpediments: () => ({ params: ofPerson }),
    setVotingImpediment: () => ({ params: ofPerson, body: { kind: "DETAINED", validFrom: "2026-03-01" } }),
    endVotingImpediment: () => ({ params: { impedimentId: at.impedimentId }, body: { lastDay: "2025-01-01" } }),
  } satisfies Partial<Record<RouteName, () => Loose>>;
}
