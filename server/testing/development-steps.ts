import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import { approvedSteps, concludedSteps, developmentSteps } from "@dutyloop/domain/organization/development-things.ts";
import type { Client } from "./client.ts";

/** When each step of a sound case is taken, by the rules of 2014. */
export const soundDays: Readonly<Record<number, string>> = {
  1: "2023-01-10",
  2: "2023-02-01",
  3: "2023-06-05",
  4: "2023-06-20",
  5: "2023-06-26",
  6: "2024-06-05",
  7: "2024-07-01",
  8: "2024-07-10",
  9: "2024-07-15",
  10: "2024-08-20",
  11: "2024-08-26",
  12: "2024-09-02",
  13: "2024-09-16",
  14: "2024-09-20",
  15: "2024-10-10",
  16: "2024-11-01",
  17: "2024-12-02",
  18: "2024-12-02",
  19: "2024-12-06",
  20: "2024-12-20",
  21: "2025-10-10",
  22: "2025-10-13",
  23: "2025-10-20",
  24: "2025-11-10",
  25: "2025-11-20",
};

/** What a step is entered with in a sound case; the supporters are two full members. */
export function stepBody(step: number, supporters: readonly string[], over: Partial<Body<"takeStep">> = {}) {
  const some = step === 5 ? supporters.slice(0, 1) : step === 9 ? supporters.slice(0, 2) : [];
  return {
    on: soundDays[step] as string,
    papers: [...(developmentSteps.find(({ number }) => number === step)?.materials ?? [])],
    supporters: some.map((personId) => ({ personId })),
    ...(step === 7 ? { notice: { from: "2024-06-14", to: "2024-06-28" } } : {}),
    ...(step === 11 ? { training: { days: 3, hours: 20 } } : {}),
    ...(concludedSteps.includes(step) ? { conclusion: "passed" as const } : {}),
    ...(approvedSteps.includes(step) ? { approver: { by: "committee" as const } } : {}),
    ...over,
  } satisfies Body<"takeStep">;
}

/** Enters the steps of a case from one to another as somebody who may also enter what the committee approves. */
export async function walkSteps(
  client: Client,
  personId: string,
  [from, to]: readonly [number, number],
  supporters: readonly string[],
): Promise<Answer<"takeStep">[]> {
  const answers: Answer<"takeStep">[] = [];
  for (let step = from; step <= to; step += 1) {
    answers.push(await client.ask("takeStep", { params: { personId, step }, body: stepBody(step, supporters) }));
  }
  return answers;
}
