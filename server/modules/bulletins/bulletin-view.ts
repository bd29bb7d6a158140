import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { Refused } from "../../platform/ritual/refused.ts";
import { bulletinData } from "./bulletin-data.ts";
import { draftOf } from "./bulletin-store.ts";
import { monthRefusal } from "./month-refusal.ts";
import { usualRecipient, writtenBulletin } from "./written-bulletin.ts";

/** The 通报 of a month as it would be made now. */
export async function getBulletin(request: ReadRequest<"getBulletin">): Promise<Answer<"getBulletin">> {
  const { database, tenantId, params, today, language } = request;
  const { organizationId, month } = params;
  const data = await bulletinData(request, organizationId, month);
  const refusal = monthRefusal(month, today, language);
  if (refusal !== null) throw new Refused(refusal);
  const draft = await draftOf(database, tenantId, organizationId, month, usualRecipient(data, language));
  return {
    organizationId,
    organizationName: data.place.name,
    month,
    today,
    ...draft,
    boardsUnpublished: data.boards.length === 0,
    notice: writtenBulletin(data, draft, language),
  };
}
