import { useMutation, useQueryClient } from "@tanstack/react-query";

const changed = ["getObligation", "listObligations", "listMyDuties", "getPlan", "listPlans", "getWorkbench"];

/** Has what shows duties asked for again. */
export function useForgetDuties(): () => Promise<unknown> {
  const client = useQueryClient();
  return () => Promise.all(changed.map((name) => client.invalidateQueries({ queryKey: [name] })));
}

/** An act on a duty: once it is done, what shows duties is asked for again. */
export function useDutyAct(write: (reason: string) => Promise<unknown>, onClose: () => void) {
  const forgetDuties = useForgetDuties();
  const act = useMutation({
    mutationFn: write,
    onSuccess: async () => {
      await forgetDuties();
      onClose();
    },
  });
  return { mutate: (reason: string) => act.mutate(reason), isPending: act.isPending, error: act.error };
}
