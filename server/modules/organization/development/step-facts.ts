import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Supporter } from "@dutyloop/domain/organization/development/case-facts.ts";
import type { MemberState } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import { lockPerson } from "../people/person-place.ts";
import { type CaseRows, casesOf } from "./case-rows.ts";

/** The case of a person, held for the rest of the transaction. */
export async function heldCase(transaction: Transaction, personId: string, context: Context): Promise<CaseRows> {
  const { tenantId } = context.actor;
  await lockPerson(transaction, tenantId, personId);
  const [found] = await casesOf(transaction, { tenantId, personIds: [personId], on: context.today });
  if (!found) throw notFound();
  return found;
}

export type SaidSupporter = { readonly personId: string; readonly rightsSuspended: boolean };

/**
 * How contacts or introducers stood on a day; null where one of them was nowhere the caller can see. Of a day before the
 * register begins the first state it knows is taken. A member who is to correct himself is a full member, and whether he
 * is, is told to nobody by this (MEM-12).
 */
export async function supportersOn(
  transaction: Transaction,
  { actor, today }: Context,
  said: readonly SaidSupporter[],
  on: PlainDate,
): Promise<Supporter[] | null> {
  if (said.length === 0) return [];
  const scope = scopeOf(actor, "development.manage", today);
  const { rows } = await sql<{ personId: string; state: MemberState; path: string }>`
    SELECT DISTINCT ON (m.person_id) m.person_id AS "personId", m.state, o.path FROM membership m
    JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
    WHERE m.tenant_id = ${actor.tenantId} AND m.person_id = ANY(${said.map(({ personId }) => personId)}::uuid[])
      AND (m.valid_to IS NULL OR m.valid_to >= ${on}::date) ORDER BY m.person_id, m.valid_from`.execute(transaction);
  const found = new Map(rows.filter(({ path }) => covers(scope, path)).map((row) => [row.personId, row.state]));
  const supporters = said.flatMap(({ personId, rightsSuspended }) => {
    const state = found.get(personId);
    return state === undefined
      ? []
      : [{ personId, state: state === "CORRECTING" ? ("FULL" as const) : state, rightsSuspended }];
  });
  return supporters.length === said.length ? supporters : null;
}

/** Whether it is a 党小组 of the branch. */
export async function isGroupOf(
  transaction: Transaction,
  tenantId: number,
  groupId: string,
  organizationId: string,
): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM organization WHERE tenant_id = ${tenantId} AND id = ${groupId}::uuid
    AND parent_id = ${organizationId}::uuid AND kind = 'GROUP' AND valid_to IS NULL`.execute(transaction);
  return rows.length > 0;
}
