import type { UnknownList } from "@dutyloop/contract/lists/list.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";

/**
 * The items of a page that may be taken away: those that aren't of class D4 and whose organisation isn't restricted; what
 * lies below a restricted one is restricted itself.
 */
export async function rowsToTake(
  database: ReadDatabase,
  tenantId: number,
  page: readonly never[],
  { organizationOf, sensitive }: UnknownList,
): Promise<readonly never[]> {
  const items = typeof sensitive === "function" ? page.filter((item) => !sensitive(item)) : page;
  const named = [...new Set(organizationOf && items.map(organizationOf))].filter((id) => id !== null);
  if (organizationOf === undefined || named.length === 0) return items;
  const restricted = await database
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .where("id", "in", named)
    .where("restriction", "is not", null)
    .select("id")
    .execute();
  const hidden = new Set<string | null>(restricted.map(({ id }) => id));
  return items.filter((item) => !hidden.has(organizationOf(item)));
}
