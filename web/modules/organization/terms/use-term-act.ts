import type { RouteName } from "@dutyloop/contract/routes.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";

/** What shows terms, or the posts that end with one. */
const shown: readonly RouteName[] = ["listTerms", "getTerm", "getTeam", "getOrganization", "getPerson", "listPeople"];

/** One act about a term: sent once, then what is shown is asked for anew and the sheet closes. */
export function useTermAct(write: () => Promise<unknown>, onClose: () => void) {
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
