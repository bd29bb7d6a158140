import type { Application } from "../server/application.ts";
import { postDueFacts } from "../server/modules/duties/index.ts";
import { submitRecord } from "../server/modules/fulfilment/index.ts";
import { callerFor } from "../server/modules/identity/index.ts";
import { perform } from "../server/platform/ritual/perform.ts";
import type { LoadGroup } from "./group.ts";
import { occasionsOf, recordBody } from "./record-body.ts";

/** Submits one record for the group's last occasion, after the deadlines that have passed were posted. */
export async function submitSample({ workshop }: Application, group: LoadGroup): Promise<string> {
  await postDueFacts(workshop, group.tenantId);
  const occasion = occasionsOf(group).at(-1);
  if (!occasion) throw new Error("The group owes nothing");
  const { branch, month } = occasion;
  const caller = await callerFor(
    workshop.database.reading(group.tenantId),
    group.tenantId,
    branch.secretaryId,
    "sample",
  );
  const input = { ...recordBody(branch, month), organizationId: branch.id };
  const { recordId } = await perform(workshop, submitRecord, { ...caller, idempotencyKey: "sample-record" }, input);
  return recordId;
}
