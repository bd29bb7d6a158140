import { useQueryClient } from "@tanstack/react-query";

const changed = ["listFigures", "listReceipts", "getScore", "getBoard", "listScoreFacts", "listAdjustments"];

/** Asks again for everything that delivered figures show in. */
export function useFiguresRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(changed.map((name) => client.invalidateQueries({ queryKey: [name] })));
  };
}
