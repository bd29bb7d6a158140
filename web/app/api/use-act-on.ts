import type { RouteName } from "@dutyloop/contract/routes.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";

/** One act of a sheet: sent once, then what is shown of it is asked for anew and the sheet closes. */
export function useActOn(shown: readonly RouteName[], write: () => Promise<unknown>, onClose: () => void) {
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
