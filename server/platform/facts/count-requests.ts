import type { FactKind } from "@dutyloop/domain/assessment/things.ts";
import { firstDayOf, monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { Transaction } from "../db/pools.ts";
import type { Saving } from "../ritual/saving.ts";
import type { Context } from "../ritual/use-case.ts";

type Asking = Pick<Context, "actor" | "now">;
type Counted = { readonly organizationId: string; readonly day: PlainDate };

/**
 * Asks for the duties and records of these organisations to be counted again, each in the month of its day. That a duty
 * has become overdue asks for nothing: the counts say until when duties are open.
 */
export function requestCounts(saving: Saving, { actor, now }: Asking, counted: readonly Counted[]): void {
  const keys = new Map(
    counted.map(({ organizationId, day }) => {
      const month = firstDayOf(monthOf(day));
      return [`${organizationId} ${month}`, { organizationId, month }] as const;
    }),
  );
  for (const { organizationId, month } of keys.values())
    saving.insert("count_request", row(actor.tenantId, now, "month", organizationId, month));
}

/** Kinds of facts that go with a change of what is counted; that a duty was due alone changes nothing. */
const countedKinds: ReadonlySet<string> = new Set([
  "obligation.discharged",
  "obligation.waived",
  "attendance",
  "record.standard",
] satisfies FactKind[]);

/** Asks for what these facts tell of to be counted again. */
export function requestCountsOf(
  saving: Saving,
  context: Asking,
  facts: readonly { readonly kind: string; readonly organizationId: string; readonly countsOn: PlainDate }[],
): void {
  requestCounts(
    saving,
    context,
    facts
      .filter(({ kind }) => countedKinds.has(kind))
      .map(({ organizationId, countsOn }) => ({ organizationId, day: countsOn })),
  );
}

/** Asks for the duties and records of everybody from a month on, where much changed at once or the tree did. */
export async function requestCountsSince(
  transaction: Transaction,
  tenantId: number,
  from: PlainDate,
  now: Date,
): Promise<void> {
  await sql`INSERT INTO count_request (tenant_id, topic, month, recorded_at)
    VALUES (${tenantId}, 'since', ${firstDayOf(monthOf(from))}::date, ${now})`.execute(transaction);
}

/** Asks for organisations, members and units to be counted again, where an act made them others than they were. */
export function requestTreeCount(saving: Saving, { actor, now }: Asking): void {
  saving.insert("count_request", row(actor.tenantId, now, "tree", null, null));
}

function row(
  tenantId: number,
  now: Date,
  topic: "month" | "tree",
  organizationId: string | null,
  month: PlainDate | null,
) {
  return { tenant_id: tenantId, topic, organization_id: organizationId, month, recorded_at: now };
}
