import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../../platform/db/pools.ts";
import { notFound } from "../../../../platform/ritual/refused.ts";
import type { Context } from "../../../../platform/ritual/use-case.ts";
import { lockPerson } from "../person-place.ts";

export type LoadedTransfer = {
  readonly personId: string;
  readonly fromId: string | null;
  readonly fromPath: string | null;
  readonly outsideName: string | null;
  readonly toId: string | null;
  readonly toPath: string | null;
  readonly toFrom: PlainDate | null;
  readonly toTo: PlainDate | null;
  readonly issuedOn: PlainDate;
  readonly validDays: number;
  readonly state: "issued" | "acknowledged" | "returned";
};

/** A letter and its two ends; the person is held, so that two who settle it wait for each other. */
export async function loadTransfer(
  transaction: Transaction,
  tenantId: number,
  transferId: string,
): Promise<LoadedTransfer> {
  const whose = await sql<{ personId: string }>`SELECT person_id AS "personId" FROM person_transfer
    WHERE tenant_id = ${tenantId} AND id = ${transferId}::uuid`.execute(transaction);
  const personId = whose.rows[0]?.personId;
  if (personId === undefined) throw notFound();
  await lockPerson(transaction, tenantId, personId);
  const { rows } = await sql<LoadedTransfer>`
    SELECT t.person_id AS "personId", t.from_organization_id AS "fromId", f.path AS "fromPath",
      t.outside_name AS "outsideName", t.to_organization_id AS "toId", o.path AS "toPath", o.valid_from AS "toFrom", o.valid_to AS "toTo",
      t.issued_on AS "issuedOn", t.valid_days AS "validDays", t.state
    FROM person_transfer t
    LEFT JOIN organization f ON f.tenant_id = t.tenant_id AND f.id = t.from_organization_id
    LEFT JOIN organization o ON o.tenant_id = t.tenant_id AND o.id = t.to_organization_id
    WHERE t.tenant_id = ${tenantId} AND t.id = ${transferId}::uuid`.execute(transaction);
  const [found] = rows;
  if (!found) throw notFound();
  return found;
}

/** Who acknowledges: the receiving branch; of a letter to outside the group the branch that issued it. */
export function receivingPath({ fromPath, toPath }: LoadedTransfer): string {
  return toPath ?? (fromPath as string);
}

/** Who returns: the receiving branch where the caller answers for it, else the one that issued the letter. */
export function returningPath({ fromPath, toPath }: LoadedTransfer, { actor, today }: Context): string {
  const scope = scopeOf(actor, "person.manage", today);
  return toPath !== null && (fromPath === null || covers(scope, toPath)) ? toPath : (fromPath as string);
}
