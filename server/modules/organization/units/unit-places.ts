import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Restriction } from "@dutyloop/domain/organization/things.ts";
import type { UnitKind } from "@dutyloop/domain/organization/unit-things.ts";
import { type RawBuilder, sql } from "kysely";
import { topPath } from "../../../platform/access/place.ts";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";

/** Condition that a row's stretch of days holds a day; `row` is the table's name in the statement. */
export function holds(row: string, on: PlainDate): RawBuilder<boolean> {
  const [from, to] = [sql.ref(`${row}.valid_from`), sql.ref(`${row}.valid_to`)];
  return sql`(${from} <= ${on}::date AND (${to} IS NULL OR ${to} >= ${on}::date))`;
}

/**
 * Tables of a statement for the units that stand on a day, to follow WITH RECURSIVE: `placed` is each unit with the
 * organisation that answers for it (`keeper_id`, at the path `place`): the one that covers it, else the one of the nearest
 * unit above that is covered, else the top of the group. Access to a unit is access to its place.
 */
export function placedUnits(tenantId: number, on: PlainDate): RawBuilder<unknown> {
  return sql`standing AS MATERIALIZED (
      SELECT u.id, u.parent_id, u.kind, u.code, u.name, u.region, u.restriction, u.path, u.valid_from, u.valid_to,
        c.organization_id AS own_id, c.valid_from AS covered_from
      FROM unit u
      LEFT JOIN (coverage c JOIN organization co ON co.tenant_id = c.tenant_id AND co.id = c.organization_id AND ${holds("co", on)})
        ON c.tenant_id = u.tenant_id AND c.unit_id = u.id AND ${holds("c", on)}
      WHERE u.tenant_id = ${tenantId} AND ${holds("u", on)}
    ), kept AS (
      SELECT s.*, s.own_id AS nearest_id FROM standing s
      WHERE NOT EXISTS (SELECT 1 FROM standing p WHERE p.id = s.parent_id)
      UNION ALL
      SELECT s.*, coalesce(s.own_id, k.nearest_id) FROM kept k JOIN standing s ON s.parent_id = k.id
    ), top AS (
      SELECT id, path, name FROM organization WHERE tenant_id = ${tenantId} AND parent_id IS NULL ORDER BY path LIMIT 1
    ), placed AS (
      SELECT k.*, coalesce(o.path, top.path) AS place, coalesce(o.id, top.id) AS keeper_id, coalesce(o.name, top.name) AS keeper_name,
        o.kind AS nearest_kind, o.parent_id AS above_nearest_id, top.id AS top_id
      FROM kept k CROSS JOIN top LEFT JOIN organization o ON o.tenant_id = ${tenantId} AND o.id = k.nearest_id
    )`;
}

export type StandingUnit = {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly name: string;
  readonly region: string | null;
  readonly restriction: Restriction | null;
  readonly path: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  /** Path of the organisation that answers for it today. */
  readonly place: string;
};

/** A unit with its place. Throws `not_found` where there is none. */
export async function unitOf(
  transaction: Transaction,
  tenantId: number,
  id: string,
  today: PlainDate,
): Promise<StandingUnit> {
  const unit = await findUnit(transaction, tenantId, id, today);
  if (unit === null) throw notFound();
  return unit;
}

/** A unit with its place, or null where there is none. */
export async function findUnit(
  transaction: Transaction,
  tenantId: number,
  id: string,
  today: PlainDate,
): Promise<StandingUnit | null> {
  const { rows } = await sql<Omit<StandingUnit, "place">>`
    SELECT id, parent_id AS "parentId", kind, name, region, restriction, path, valid_from AS "validFrom", valid_to AS "validTo"
    FROM unit WHERE tenant_id = ${tenantId} AND id = ${id}::uuid`.execute(transaction);
  const [unit] = rows;
  if (!unit) return null;
  return { ...unit, place: await placeOf(transaction, tenantId, unit.path, today) };
}

/** Where a unit at this path belongs today; see `placedUnits`. */
async function placeOf(
  database: ReadDatabase | Transaction,
  tenantId: number,
  path: string,
  today: PlainDate,
): Promise<string> {
  const labels = path.split(".").slice(0, -1);
  const itselfAndAbove = labels.map((_, i) => `${labels.slice(0, i + 1).join(".")}.`);
  const { rows } = await sql<{ path: string }>`
    SELECT o.path FROM unit u
    JOIN coverage c ON c.tenant_id = u.tenant_id AND c.unit_id = u.id AND ${holds("c", today)}
    JOIN organization o ON o.tenant_id = c.tenant_id AND o.id = c.organization_id AND ${holds("o", today)}
    WHERE u.tenant_id = ${tenantId} AND u.path = ANY(${itselfAndAbove}::text[])
    ORDER BY length(u.path) DESC LIMIT 1`.execute(database);
  return rows[0]?.path ?? topPath(database as ReadDatabase, tenantId);
}

/** Whether the caller keeps what stands at a path: an act that touches two places needs the right at both. */
export function keeps({ actor, today }: Pick<Context, "actor" | "today">, path: string): boolean {
  return covers(scopeOf(actor, "organization.manage", today), path);
}
