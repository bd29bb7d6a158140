import type { ReadRequest } from "../../../platform/http/route.ts";
import { sendWrongRows } from "../sheets/wrong-rows.ts";
import { sheetsOf } from "./check-roster.ts";
import { neededRows } from "./needed-rows.ts";
import { checkedFile } from "./preview-roster.ts";

/** The wrong rows of a roster with what they rest on, the reasons before them; mended, it can be sent as it is. */
export async function rosterErrors(request: ReadRequest<"rosterErrors">): Promise<unknown> {
  const { checked } = await checkedFile(request, request.query.effectiveOn, () => {});
  return sendWrongRows(request, {
    name: "roster-errors.xlsx",
    sheets: sheetsOf(checked),
    strange: checked.strange,
    needed: (listed) => neededRows(checked, listed),
  });
}
