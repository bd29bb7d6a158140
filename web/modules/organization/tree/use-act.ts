import { useMutation, useQueryClient } from "@tanstack/react-query";

const reads = [
  "listOrganizations",
  "getOrganization",
  "searchOrganizations",
  "listFindings",
  "getWorkbench",
  "listTerms",
  "getTerm",
];

/** An act of the tree: what shows it is asked for again, then it is done. */
export function useTreeAct<T>(write: () => Promise<T>, done: (answer: T) => void) {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: write,
    onSuccess: async (answer) => {
      await Promise.all(reads.map((name) => client.invalidateQueries({ queryKey: [name] })));
      done(answer);
    },
  });
  return { mutate: () => act.mutate(), isPending: act.isPending, error: act.error };
}
