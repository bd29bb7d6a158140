import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { ReadRequest } from "../../platform/http/route.ts";

/** The caller's own views of a list, by name. */
export async function listViews(request: ReadRequest<"listViews">): Promise<Answer<"listViews">> {
  const { database, tenantId, caller, query } = request;
  const rows = await database
    .selectFrom("list_view")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", caller.actor.accountId)
    .where("list", "=", query.list)
    .select(["id", "name", "search", "columns", "usual"])
    .orderBy("name")
    .execute();
  return { items: rows.map((row) => ({ ...row, list: query.list, search: row.search as Record<string, string> })) };
}
