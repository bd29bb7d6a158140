import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import { holdTree } from "../tree/stretches.ts";

/** A branch that somebody comes to. */
export type HeldBranch = {
  readonly path: string;
  readonly kind: OrganizationKind;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};

/** The branch, which can't end before the transaction does. Throws `not_found`. */
export async function heldBranch(
  transaction: Transaction,
  tenantId: number,
  organizationId: string,
): Promise<HeldBranch> {
  await holdTree(transaction, tenantId);
  const { rows } = await sql<HeldBranch>`SELECT path, kind, valid_from AS "validFrom", valid_to AS "validTo"
    FROM organization WHERE tenant_id = ${tenantId} AND id = ${organizationId}::uuid`.execute(transaction);
  const [branch] = rows;
  if (!branch) throw notFound();
  return branch;
}
