import type { Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { covers } from "@dutyloop/domain/identity/access-policy.ts";
import type { BilingualText } from "@dutyloop/domain/standards/things.ts";
import { sql } from "kysely";
import { inScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { pathsAbove } from "../sheet-keys.ts";

/** A published version of an indicator or scheme. */
export type VersionRow<Body> = {
  readonly code: string;
  readonly version: number;
  readonly body: Body;
  readonly checksum: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly ownerPath: string | null;
  readonly publishedAt: Date | null;
  readonly note: string | null;
};

const tables = { indicator: sql.table("indicator_version"), scheme: sql.table("scheme_version") };

/**
 * The versions that concern somebody with this scope: the library's, those of his places, and those of the organisations
 * above, by which he is assessed. What others beside him made is not his to see. The newest of a code comes first.
 */
export async function visibleVersions<Body>(
  database: ReadDatabase,
  tenantId: number,
  kind: "indicator" | "scheme",
  scope: Scope,
  code: string | null = null,
): Promise<VersionRow<Body>[]> {
  const { rows } = await sql<VersionRow<Body>>`
    SELECT v.code, v.version, v.body, v.checksum, v.owner_id AS "ownerId", o.name AS "ownerName", o.path AS "ownerPath",
      v.published_at AS "publishedAt", v.note
    FROM ${tables[kind]} v LEFT JOIN organization o ON o.tenant_id = v.tenant_id AND o.id = v.owner_id
    WHERE v.tenant_id = ${tenantId} AND (${code}::text IS NULL OR v.code = ${code})
      AND (v.owner_id IS NULL OR ${inScopeOrAbove("o.path", scope)})
    ORDER BY v.code, v.version DESC`.execute(database);
  return rows;
}

/** SQL condition that a path lies in the scope or above it. */
export function inScopeOrAbove(column: string, scope: Scope) {
  const above = [...scope.subtrees, ...scope.exact].flatMap(pathsAbove);
  return sql<boolean>`(${inScope(column, scope)} OR ${sql.ref(column)} = ANY(${above}))`;
}

/** A version as lists show it. */
export function listed(row: VersionRow<{ readonly name: BilingualText }>, scope: Scope) {
  return { version: row.version, name: row.body.name, note: row.note, ...ownershipOf(row, scope) };
}

/** Who made it, as far as the caller may know its name. */
export function ownershipOf(row: VersionRow<unknown>, scope: Scope) {
  return {
    ownerId: row.ownerId,
    ownerName: row.ownerPath !== null && covers(scope, row.ownerPath) ? row.ownerName : null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
  };
}

/** Rows of one code together, in the order they come. */
export function byCode<Row extends { readonly code: string }>(rows: readonly Row[]): [Row, ...Row[]][] {
  return [...Map.groupBy(rows, ({ code }) => code).values()] as [Row, ...Row[]][];
}
