import { covers, type Scope } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { type RawBuilder, sql } from "kysely";
import type { ReadDatabase } from "../db/pools.ts";
import { notFound, Refused } from "../ritual/refused.ts";

export type Place = { id: string; name: string; path: string; kind: string };

/** The organisation if it exists inside the scope; otherwise `not_found`, whichever of the two is the reason. */
export async function placeInScope(
  database: ReadDatabase,
  tenantId: number,
  scope: Scope,
  organizationId: string,
): Promise<Place> {
  const place = await database
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", organizationId)
    .select(["id", "name", "path", "kind"])
    .executeTakeFirst();
  if (!place || !covers(scope, place.path)) throw notFound();
  return place;
}

/** Path of the group's top organisation. */
export async function topPath(database: ReadDatabase, tenantId: number): Promise<string> {
  const top = await database
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .where("parent_id", "is", null)
    .select("path")
    .orderBy("path")
    .limit(1)
    .executeTakeFirstOrThrow();
  return top.path;
}

/** Accounts, the audit and the system's state belong to the group as a whole: who reads them needs his grant on its top. */
export async function checkWholeGroup(database: ReadDatabase, tenantId: number, scope: Scope): Promise<void> {
  if (!covers(scope, await topPath(database, tenantId))) throw new Refused(refuse("access.not_allowed"));
}

/** The first text after every path below `path`: a subtree is the half-open range [path, afterSubtree(path)). */
export function afterSubtree(path: string): string {
  return `${path.slice(0, -1)}/`;
}

/** SQL condition that a row's stretch of days, `valid_from` to `valid_to`, holds a day; `row` is its name in the statement. */
export function holds(row: string, on: PlainDate): RawBuilder<boolean> {
  const last = sql.ref(`${row}.valid_to`);
  return sql<boolean>`${sql.ref(`${row}.valid_from`)} <= ${on}::date AND (${last} IS NULL OR ${last} >= ${on}::date)`;
}

/** SQL condition that a path column lies inside the scope; leakproof comparisons only, so that indexes serve it. */
export function inScope(column: string, scope: Scope): RawBuilder<boolean> {
  const path = sql.ref(column);
  const parts = [
    ...scope.subtrees.map((subtree) => sql`(${path} >= ${subtree} AND ${path} < ${afterSubtree(subtree)})`),
    ...(scope.exact.length > 0 ? [sql`${path} = ANY(${[...scope.exact]})`] : []),
  ];
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` OR `)})`;
}
