import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { call } from "../../../app/api/client.ts";
import type { PartSubmission } from "../offline/queue.ts";

/** Sends a part, or its correction, under its number; sent again it is answered as the first time. */
export function sendPart({
  typed: { of, key },
  sends,
}: Pick<PartSubmission, "typed" | "sends">): Promise<Answer<"enterHostPart">> {
  const { recordId, organizationId } = of;
  const numbered = { idempotencyKey: key };
  return sends.act === "enter"
    ? call("enterHostPart", { params: { recordId, organizationId }, body: sends.body }, numbered)
    : call("correctRecord", { params: { recordId }, body: sends.body }, numbered);
}
