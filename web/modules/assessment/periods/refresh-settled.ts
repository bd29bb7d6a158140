import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** What shows how much is pending, and the scores that a settlement changes. */
const concerned = ["listPendingLeaves", "listSettlements", "listPeriods", "getScore", "getBoard"];

export async function refreshSettled(client: QueryClient): Promise<void> {
  await Promise.all(concerned.map((name) => client.invalidateQueries({ queryKey: [name] })));
}

/** The scores follow a settlement a moment later: asks again until they have. */
export function useScoresCatchingUp(behind: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!behind) return;
    const timer = setInterval(() => void refreshSettled(client), 2000);
    return () => clearInterval(timer);
  }, [behind, client]);
}
