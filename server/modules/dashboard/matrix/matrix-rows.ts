import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { type RawBuilder, sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { monthRows, stoodThen, type ViewedMonth } from "./months.ts";

type Stretch = { readonly validFrom: PlainDate; readonly validTo: PlainDate | null };
export type MatrixRow = Stretch & {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly path: string;
  readonly hasChildren: boolean;
  /** Whether the caller may know it today. */
  readonly seen: boolean;
  readonly places: readonly (Stretch & { readonly path: string; readonly parentId: string | null })[];
};

/** What every list of rows needs; `seen` is a condition over `o.path`: what the caller may know. */
export type Listing = {
  readonly database: ReadDatabase;
  readonly tenantId: number;
  readonly seen: RawBuilder<boolean>;
};

/** 党小组 owe nothing of their own: what one is to do is a duty of its branch. */
const owes = sql`o.kind <> 'GROUP'`;

const columns = (
  seen: RawBuilder<boolean>,
) => sql`o.id, o.name, o.kind, o.path, o.valid_from AS "validFrom", o.valid_to AS "validTo",
  ${seen} AS seen,
  EXISTS (SELECT 1 FROM organization c WHERE c.tenant_id = o.tenant_id AND c.parent_id = o.id AND c.kind <> 'GROUP') AS "hasChildren",
  (SELECT json_agg(json_build_object('path', p.path, 'parentId', p.parent_id, 'validFrom', p.valid_from, 'validTo', p.valid_to))
    FROM organization_place p WHERE p.tenant_id = o.tenant_id AND p.organization_id = o.id) AS places`;

/** One organisation that is there. */
export async function rowOf({ database, tenantId, seen }: Listing, organizationId: string): Promise<MatrixRow> {
  const { rows } = await sql<MatrixRow>`SELECT ${columns(seen)} FROM organization o
    WHERE o.tenant_id = ${tenantId} AND o.id = ${organizationId}::uuid`.execute(database);
  const [row] = rows;
  if (!row) throw new Error("An organisation in view is gone");
  return row;
}

/** Ids of the organisations that stood at or below the one in view in one of the months at least. */
function placedIn(tenantId: number, months: readonly ViewedMonth[]): RawBuilder<unknown> {
  const ranges = new Map(months.map(({ path, after }) => [path, sql`(p.path >= ${path} AND p.path < ${after})`]));
  const from = months.map(({ first, day }) => day ?? first).toSorted()[0] ?? "";
  const to = months
    .map(({ last, day }) => day ?? last)
    .toSorted()
    .at(-1);
  // Who had ended stays where it stood last.
  return sql`SELECT p.organization_id FROM organization_place p
    JOIN organization o ON o.tenant_id = p.tenant_id AND o.id = p.organization_id
    WHERE p.tenant_id = ${tenantId} AND (${sql.join([...ranges.values()], sql` OR `)}) AND p.valid_from <= greatest(${to ?? ""}::date, o.valid_from)
    AND (p.valid_to IS NULL OR p.valid_to >= least(${from}::date, o.valid_to))`;
}

/** A page of the organisations that stood at or below it in one of the months, by their place today. */
export async function rowsOfAll(
  { database, tenantId, seen }: Listing,
  months: readonly ViewedMonth[],
  after: string,
  limit: number,
): Promise<MatrixRow[]> {
  const { rows } = await sql<MatrixRow>`
    SELECT ${columns(seen)} FROM organization o WHERE o.tenant_id = ${tenantId} AND ${owes} AND ${seen} AND o.path > ${after}
      AND o.id IN (${placedIn(tenantId, months)})
    ORDER BY o.path LIMIT ${limit}`.execute(database);
  return rows;
}

/** Those of them that the caller may not know today, because they stand elsewhere. */
export async function rowsElsewhere(
  { database, tenantId, seen }: Listing,
  months: readonly ViewedMonth[],
): Promise<MatrixRow[]> {
  const { rows } = await sql<MatrixRow>`
    SELECT ${columns(seen)} FROM organization o WHERE o.tenant_id = ${tenantId} AND ${owes} AND o.id IN (${placedIn(tenantId, months)}) AND NOT ${seen}`.execute(
    database,
  );
  return rows;
}

/** The organisations that stood directly below it in one of the months, by their place today. */
export async function rowsOfChildren(
  { database, tenantId, seen }: Listing,
  organizationId: string,
  months: readonly ViewedMonth[],
): Promise<MatrixRow[]> {
  const { rows } = await sql<MatrixRow>`
    SELECT ${columns(seen)} FROM organization o WHERE o.tenant_id = ${tenantId} AND ${owes} AND o.id IN (
      SELECT p.organization_id FROM ${monthRows(months)}
      JOIN organization_place p ON p.tenant_id = ${tenantId} AND p.parent_id = ${organizationId}::uuid
      JOIN organization o ON o.tenant_id = p.tenant_id AND o.id = p.organization_id
      WHERE ${stoodThen})
    ORDER BY o.path`.execute(database);
  return rows;
}
