import { firstDayOf, monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { afterSubtree } from "../access/place.ts";
import type { Transaction } from "../db/pools.ts";
import { requestCountsSince } from "./count-requests.ts";
import { scoreDirty } from "./post-facts.ts";

/** Outbox topic: from a month on organisations stand elsewhere, or stand no more. */
export const treeChanged = "tree.changed";

/**
 * Says that from a day on places are others than they were, once for each act: whatever is summed up along the tree from
 * that month on is put together anew. What changed for an organisation's own score is told by `markConcerned`.
 */
export async function markTreeChanged(
  transaction: Transaction,
  tenantId: number,
  from: PlainDate,
  now: Date,
): Promise<void> {
  await sql`INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at)
    SELECT tenant_id, ${treeChanged}, id, ${firstDayOf(monthOf(from))}::date, ${now} FROM organization
    WHERE tenant_id = ${tenantId} AND parent_id IS NULL`.execute(transaction);
  await requestCountsSince(transaction, tenantId, from, now);
}

/** Asks for new scores of every organisation at and below a path, for each month from a day to today that it existed in. */
export async function markConcerned(
  transaction: Transaction,
  tenantId: number,
  path: string,
  from: PlainDate,
  today: PlainDate,
  now: Date,
): Promise<void> {
  await sql`INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at)
    SELECT o.tenant_id, ${scoreDirty}, o.id, m::date, ${now}
    FROM organization o
    CROSS JOIN LATERAL generate_series(date_trunc('month', greatest(o.valid_from, ${from}::date)::timestamp),
      least(o.valid_to, ${today}::date)::timestamp, interval '1 month') AS m
    WHERE o.tenant_id = ${tenantId} AND o.kind <> 'GROUP' AND o.path >= ${path} AND o.path < ${afterSubtree(path)}`.execute(
    transaction,
  );
}
