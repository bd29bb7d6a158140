import { useMutation, useQueryClient } from "@tanstack/react-query";

/** An act on the standing of an organisation: once it is done, the standing is asked for again. */
export function useBenchmarkAct(write: () => Promise<unknown>, onClose: () => void) {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: write,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["getBenchmark"] });
      onClose();
    },
  });
  return { mutate: () => act.mutate(), isPending: act.isPending, error: act.error };
}
