import type { RouteName } from "@dutyloop/contract/routes.ts";
import { useActOn } from "../../app/api/use-act-on.ts";

/** Lists and pages that show people; any act on a person may change each of them. */
const shown: readonly RouteName[] = [
  "getPerson",
  "listPeople",
  "listTransfers",
  "listDispositions",
  "getPrivateFields",
  "getOrganization",
  "listVoterExclusions",
  "listVotingImpediments",
];

/** One act on a person. */
export function useAct(write: () => Promise<unknown>, onClose: () => void) {
  return useActOn(shown, write, onClose);
}
