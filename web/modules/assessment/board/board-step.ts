import type { Answer } from "@dutyloop/contract/endpoints.ts";

type Board = Pick<Answer<"getBoard">, "state" | "periodState">;

/** Where a board, or a score on it, stands. 公示 of a closed period is over: its board waits for who publishes it. */
export function boardStep({ state, periodState }: Board): Board["state"] | "waiting" {
  return state === "publicity" && periodState === "closed" ? "waiting" : state;
}
