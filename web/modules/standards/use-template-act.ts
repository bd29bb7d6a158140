import { useMutation, useQueryClient } from "@tanstack/react-query";

const changed = ["listTemplates", "getTemplate", "listTemplateAdoptions"];

/** An act on templates: once it is done, what shows them is asked for again. */
export function useTemplateAct(write: (reason: string) => Promise<unknown>, onClose: () => void) {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: write,
    onSuccess: async () => {
      await Promise.all(changed.map((name) => client.invalidateQueries({ queryKey: [name] })));
      onClose();
    },
  });
  return { mutate: (reason: string) => act.mutate(reason), isPending: act.isPending, error: act.error };
}
