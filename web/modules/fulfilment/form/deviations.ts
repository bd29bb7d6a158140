import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Draft } from "../draft.ts";

export type Deviation = Answer<"submitRecord">["deviations"][number];
export type Reason = NonNullable<Draft["deviations"]>[number];

/** Each departure once: hosts that share it share its reason. */
export function onceEach<D extends Pick<Deviation, "templateCode" | "check">>(deviations: readonly D[]): D[] {
  return [...new Map(deviations.map((one) => [`${one.templateCode} ${one.check}`, one])).values()];
}

const isFor = (reason: Reason, { templateCode, check }: Pick<Deviation, "templateCode" | "check">) =>
  reason.template === templateCode && reason.check === check;

export function reasonFor(reasons: readonly Reason[], deviation: Pick<Deviation, "templateCode" | "check">): string {
  return reasons.find((reason) => isFor(reason, deviation))?.reason ?? "";
}

export function withReason(
  reasons: readonly Reason[],
  deviation: Pick<Deviation, "templateCode" | "check">,
  reason: string,
): Reason[] {
  const { templateCode, check } = deviation;
  return [...reasons.filter((one) => !isFor(one, deviation)), { template: templateCode, check, reason }];
}
