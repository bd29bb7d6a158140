import type { RouteName } from "@dutyloop/contract/routes.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";

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

/** One act on a person: sent once, then what is shown is asked for anew and the sheet closes. */
export function useAct(write: () => Promise<unknown>, onClose: () => void) {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: write,
    onSuccess: async () => {
      await Promise.all(shown.map((name) => client.invalidateQueries({ queryKey: [name] })));
      onClose();
    },
  });
  return { mutate: () => act.mutate(), isPending: act.isPending, error: act.error };
}
