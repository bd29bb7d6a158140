import { useQueryClient } from "@tanstack/react-query";

/** Asks again for everything: an import, and taking it back, may change whatever any page shows. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
}
