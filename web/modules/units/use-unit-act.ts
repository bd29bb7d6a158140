import { useMutation, useQueryClient } from "@tanstack/react-query";

const changed = ["listUnits", "listGaps", "getWorkbench"];

/** An act on units: once it is done, what shows them is asked for again. */
export function useUnitAct(write: () => Promise<unknown>, onClose: () => void) {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: write,
    onSuccess: async () => {
      await Promise.all(changed.map((name) => client.invalidateQueries({ queryKey: [name] })));
      onClose();
    },
  });
  return { mutate: () => act.mutate(), isPending: act.isPending, error: act.error, reset: act.reset };
}
