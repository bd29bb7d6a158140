import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../app/api/client.ts";

export type LibraryIndicator = Answer<"listIndicators">["items"][number];

/** Every indicator that may be chosen, with what it costs a branch. */
export function useIndicatorQuery() {
  return useQuery({
    queryKey: ["listIndicators", "all"],
    staleTime: 60_000,
    queryFn: async () => {
      const all: LibraryIndicator[] = [];
      for (let after: string | null = ""; after !== null; ) {
        const page: Answer<"listIndicators"> = await call("listIndicators", {
          query: { limit: 200, ...(after && { after }) },
        });
        all.push(...page.items);
        after = page.next;
      }
      return all;
    },
  });
}

/** The same; none while they are on their way. */
export function useIndicators(): readonly LibraryIndicator[] {
  return useIndicatorQuery().data ?? [];
}
