import { useMutation, useQueryClient } from "@tanstack/react-query";

const changed = ["listTemplates", "getTemplate", "listTemplateAdoptions"];

/** Asks again for what shows templates. */
export function useForgetTemplates(): () => Promise<unknown> {
  const client = useQueryClient();
  return () => Promise.all(changed.map((name) => client.invalidateQueries({ queryKey: [name] })));
}

/** An act on templates: once it is done, what shows them is asked for again. */
export function useTemplateAct(write: (reason: string) => Promise<unknown>, onClose: () => void) {
  const forget = useForgetTemplates();
  const act = useMutation({
    mutationFn: write,
    onSuccess: async () => {
      await forget();
      onClose();
    },
  });
  return { mutate: (reason: string) => act.mutate(reason), isPending: act.isPending, error: act.error };
}
