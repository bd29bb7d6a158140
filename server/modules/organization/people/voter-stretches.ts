import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import { lockPerson, type PersonPlace, placeOfPerson } from "./person-place.ts";

type Table = "voter_exclusion" | "voting_impediment";
type Stretch = { readonly from: PlainDate; readonly to: PlainDate | null };

/** A member with what stands about his vote already; held for the rest of the transaction. */
export type Voter = { readonly place: PersonPlace; readonly standing: readonly Stretch[] };

export async function loadVoter(
  transaction: Transaction,
  table: Table,
  personId: string,
  { actor: { tenantId }, today }: Context,
): Promise<Voter> {
  await lockPerson(transaction, tenantId, personId);
  const place = await placeOfPerson(transaction, { tenantId, personId, on: today });
  if (!place) throw notFound();
  const { rows } = await sql<Stretch>`SELECT valid_from AS "from", valid_to AS "to" FROM ${sql.table(table)}
    WHERE tenant_id = ${tenantId} AND person_id = ${personId}::uuid`.execute(transaction);
  return { place, standing: rows };
}

/** One stretch, held for the rest of the transaction, with the branch that answers for its person. */
export type HeldStretch = Stretch & { readonly personId: string; readonly path: string };

export async function loadStretch(
  transaction: Transaction,
  table: Table,
  id: string,
  { actor: { tenantId }, today }: Context,
): Promise<HeldStretch> {
  const { rows } = await sql<Omit<HeldStretch, "path">>`
    SELECT person_id AS "personId", valid_from AS "from", valid_to AS "to" FROM ${sql.table(table)}
    WHERE tenant_id = ${tenantId} AND id = ${id}::uuid FOR NO KEY UPDATE`.execute(transaction);
  const [stretch] = rows;
  const place = stretch && (await placeOfPerson(transaction, { tenantId, personId: stretch.personId, on: today }));
  if (!place) throw notFound();
  return { ...stretch, path: place.path };
}

export type Ending = { readonly lastDay: PlainDate };

export function endStretch(table: Table, tenantId: number, id: string, lastDay: PlainDate): RawBuilder<unknown> {
  return sql`UPDATE ${sql.table(table)} SET valid_to = ${lastDay} WHERE tenant_id = ${tenantId} AND id = ${id}::uuid`;
}
