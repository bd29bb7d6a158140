import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { goingUpload, presentUpload } from "./upload-rows.ts";

/** How far an upload of the caller's own is. */
export async function getUpload({
  database,
  caller,
  scope,
  params,
  now,
}: ReadRequest<"getUpload">): Promise<Answer<"getUpload">> {
  return presentUpload(await goingUpload(database, caller.actor, scope, params.uploadId, now));
}
