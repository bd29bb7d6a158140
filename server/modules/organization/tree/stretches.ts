import { type Month, monthOf, monthsFromTo, type PlainDate, yearOf } from "@dutyloop/domain/kernel/plain-date.ts";
import type { OrganizationKind, Restriction } from "@dutyloop/domain/organization/things.ts";
import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";

/** An organisation as it is or last was, with the first day of its newest stretch. */
export type StandingOrganization = {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly class: string | null;
  readonly code: string;
  readonly path: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly restriction: Restriction | null;
  readonly changedOn: PlainDate;
};

/** Lets changes of one group's tree come one after the other: two moves could else make a circle. */
export async function holdTree(transaction: Transaction, tenantId: number): Promise<void> {
  await sql`SELECT FROM tenant WHERE tenant_id = ${tenantId} FOR NO KEY UPDATE`.execute(transaction);
}

/** Throws `not_found` where there is no such organisation. */
export async function standingOrganization(
  transaction: Transaction,
  tenantId: number,
  id: string,
): Promise<StandingOrganization> {
  const found = await findOrganization(transaction, tenantId, id);
  if (!found) throw notFound();
  return found;
}

/** The organisation, or null where there is none. */
export async function findOrganization(
  transaction: Transaction,
  tenantId: number,
  id: string,
): Promise<StandingOrganization | null> {
  const { rows } = await sql<StandingOrganization>`
    SELECT o.id, o.parent_id AS "parentId", o.kind, o.name, o.class, o.code, o.path, o.valid_from AS "validFrom",
      o.valid_to AS "validTo", o.restriction,
      (SELECT max(p.valid_from) FROM organization_place p WHERE p.tenant_id = o.tenant_id AND p.organization_id = o.id) AS "changedOn"
    FROM organization o WHERE o.tenant_id = ${tenantId} AND o.id = ${id}::uuid`.execute(transaction);
  return rows[0] ?? null;
}

/** What is new from a day on, as expressions over the row `p` of organization_place that stands so far. */
export type NextStretch = Record<"parentId" | "path" | "name" | "class", RawBuilder<unknown>>;

export const unchanged: NextStretch = {
  parentId: sql`p.parent_id`,
  path: sql`p.path`,
  name: sql`p.name`,
  class: sql`p.class`,
};

/**
 * Ends the stretches that hold a day the day before and begins new ones on it; those that begin on the day or later are
 * rewritten. `which` is a condition over the rows `p`.
 */
export async function beginStretches(
  transaction: Transaction,
  tenantId: number,
  on: PlainDate,
  which: RawBuilder<unknown>,
  next: NextStretch,
): Promise<void> {
  await sql`UPDATE organization_place p
    SET parent_id = ${next.parentId}, path = ${next.path}, name = ${next.name}, class = ${next.class}
    WHERE p.tenant_id = ${tenantId} AND p.valid_from >= ${on}::date AND ${which}`.execute(transaction);
  // The new stretch waits for the end of the old one: it is made of what the update answers.
  await sql`WITH so_far AS (
      SELECT p.tenant_id, p.organization_id, p.valid_from, p.valid_to FROM organization_place p
      WHERE p.tenant_id = ${tenantId} AND p.valid_from < ${on}::date AND (p.valid_to IS NULL OR p.valid_to >= ${on}::date) AND ${which}
    ), p AS (
      UPDATE organization_place ended SET valid_to = ${on}::date - 1 FROM so_far
      WHERE ended.tenant_id = so_far.tenant_id AND ended.organization_id = so_far.organization_id AND ended.valid_from = so_far.valid_from
      RETURNING ended.tenant_id, ended.organization_id, ended.parent_id, ended.path, ended.name, ended.class, so_far.valid_to AS until
    )
    INSERT INTO organization_place (tenant_id, organization_id, valid_from, valid_to, parent_id, path, name, class)
    SELECT tenant_id, organization_id, ${on}::date, until, ${next.parentId}, ${next.path}, ${next.name}, ${next.class} FROM p`.execute(
    transaction,
  );
}

type Newcomer = {
  readonly id: string;
  readonly parentId: string;
  readonly label: number;
  readonly name: string;
  readonly class: string | null;
  readonly validFrom: PlainDate;
};

/** Places a new organisation below its parent: where that one has moved since, the newcomer has moved along. */
export async function placeBelow(transaction: Transaction, tenantId: number, newcomer: Newcomer): Promise<void> {
  const { id, parentId, label, name, validFrom } = newcomer;
  await sql`INSERT INTO organization_place (tenant_id, organization_id, valid_from, valid_to, parent_id, path, name, class)
    SELECT ${tenantId}, ${id}::uuid, greatest(${validFrom}::date, min(valid_from)), nullif(max(coalesce(valid_to, 'infinity')), 'infinity'),
      ${parentId}::uuid, path || ${`${label}.`}::text, ${name}, ${newcomer.class}
    FROM (
      SELECT *, count(*) FILTER (WHERE moves) OVER (ORDER BY valid_from) AS place FROM (
        SELECT valid_from, valid_to, path, path IS DISTINCT FROM lag(path) OVER (ORDER BY valid_from) AS moves FROM organization_place
        WHERE tenant_id = ${tenantId} AND organization_id = ${parentId}::uuid AND (valid_to IS NULL OR valid_to >= ${validFrom}::date)
      ) AS parent
    ) AS placed GROUP BY place, path`.execute(transaction);
}

/** No period is older: what is entered about days before needs no month held. */
const oldestYears = 10;

/** The months that a change from a day on touches, up to today's: none of them may be closed while it is made. */
export function monthsSince(from: PlainDate, today: PlainDate): Month[] {
  const oldest = `${yearOf(today) - oldestYears}-01`;
  const first = monthOf(from) < oldest ? oldest : monthOf(from);
  return first > monthOf(today) ? [first] : monthsFromTo(first, monthOf(today));
}
