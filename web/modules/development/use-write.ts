import { useMutation, useQueryClient } from "@tanstack/react-query";

const concerned = ["getDevelopment", "listApplicants", "listPeople", "getPerson"];

/** Something that changes a case: afterwards the case and the lists are asked for again, and the sheet goes. */
export function useWrite(write: (reason: string) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: write,
    onSuccess: async () => {
      await Promise.all(concerned.map((name) => client.invalidateQueries({ queryKey: [name] })));
      onDone();
    },
  });
  return { mutate: (reason: string) => act.mutate(reason), isPending: act.isPending, error: act.error };
}
