import type { Marking } from "@dutyloop/domain/fulfilment/marking-rules.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";

export type Found = { readonly marking: Marking; readonly foundIn: "name" | "content" };

/** What was decided about this content before: kept apart, judged to be harmless, or nothing. */
export async function judgedBefore(
  database: ReadDatabase,
  tenantId: number,
  sha256: string,
): Promise<Found | "misjudged" | null> {
  const { rows } = await sql<Found & { outcome: string | null }>`
    SELECT marking, found_in AS "foundIn", outcome FROM quarantined_file
    WHERE tenant_id = ${tenantId} AND sha256 = ${sha256} ORDER BY (outcome = 'misjudged') DESC NULLS LAST, quarantined_at DESC LIMIT 1`.execute(
    database,
  );
  const [last] = rows;
  if (!last) return null;
  return last.outcome === "misjudged" ? "misjudged" : { marking: last.marking, foundIn: last.foundIn };
}

type Sent = {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
};

/** Registers a marked file; who sends the same again before it is handled stands there once. */
export async function registerQuarantined(
  transaction: Transaction,
  { actor, now }: Context,
  { id, organizationId, name, size, sha256 }: Sent,
  { marking, foundIn }: Found,
  held: boolean,
): Promise<void> {
  await transaction
    .insertInto("quarantined_file")
    .values({
      ...{ tenant_id: actor.tenantId, id, organization_id: organizationId, account_id: actor.accountId },
      ...{ name, size, sha256, marking, found_in: foundIn, held, quarantined_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What the sender is told, with the steps that are now his. */
export function quarantineRefusal({ marking }: Found): Refusal {
  return refuse("file.quarantined", { marking, procedure: "disconnect report register clear" });
}
