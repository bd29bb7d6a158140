import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { expectedDeliveries } from "./expected-deliveries.ts";
import { type ReceiptRow, receiptRows } from "./receipt-rows.ts";

/** Who has delivered for a source and month and who is missing (待补报), in the order of the tree. */
export async function listReceipts(request: ReadRequest<"listReceipts">): Promise<Answer<"listReceipts">> {
  const { database, tenantId, scope, params, query } = request;
  const { path } = await placeInScope(database, tenantId, scope, params.organizationId);
  const { source, month, which, limit } = query;
  const expects = await expectedDeliveries(database, tenantId, source, month);
  const rows = await receiptRows(database, tenantId, path, source, month);
  const concerned = rows.filter((row) => isDelivered(row) || expects(row));
  const delivered = concerned.filter(isDelivered).length;
  const after = query.after ?? "";
  const wanted = concerned.filter((row) => {
    if (row.path <= after) return false;
    return which === "all" || (which === "delivered") === isDelivered(row);
  });
  const page = wanted.slice(0, limit);
  return {
    expected: concerned.length,
    delivered,
    missing: concerned.length - delivered,
    items: page.map(({ organizationId, organizationCode, organizationName, deliveries, figures, lastReceivedAt }) => ({
      organizationId,
      organizationCode,
      organizationName,
      deliveries,
      figures,
      lastReceivedAt: lastReceivedAt?.toISOString() ?? null,
    })),
    next: wanted.length > limit ? (page.at(-1)?.path ?? null) : null,
  };
}

function isDelivered({ deliveries }: ReceiptRow): boolean {
  return deliveries > 0;
}
