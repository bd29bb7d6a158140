import { type RawBuilder, sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";

/** A board's place, scheme and version of a period: what its roll-up is kept by. */
export type BoardKey = {
  readonly tenantId: number;
  readonly organizationId: string;
  readonly path: string;
  readonly scheme: string;
  readonly periodFrom: string;
  readonly version: number;
};

/** A class at and below the organisation that assesses. */
export type BoardClass = {
  readonly class: string;
  readonly ranked: number;
  readonly unranked: number;
  /** Σ of the ranked totals. */
  readonly totals: string;
};

/** What a roll-up is kept by; the version may be one that the statement looks up. */
type RollupKey = Omit<BoardKey, "path" | "version"> & { readonly version: number | RawBuilder<unknown> };

const ofBoard = (key: RollupKey) => sql`r.tenant_id = ${key.tenantId} AND r.organization_id = ${key.organizationId}
  AND r.scheme_code = ${key.scheme} AND r.period_from = ${key.periodFrom}::date AND r.period_version = ${key.version}`;

/** The classes of a board with their sizes. */
export async function boardClasses(database: ReadDatabase, key: BoardKey): Promise<BoardClass[]> {
  const { rows } = await sql<BoardClass>`${classesIn(key)}`.execute(database);
  return withoutRestricted(database, key, rows);
}

/** Restricted units stand on no board (PRV-22): they are taken off the sizes that the roll-up gives. */
export async function withoutRestricted(
  database: ReadDatabase,
  key: BoardKey,
  classes: BoardClass[],
): Promise<BoardClass[]> {
  if (classes.every(({ unranked }) => unranked === 0)) return classes;
  const restricted = await restrictedIn(database, key);
  return classes.map((one) => ({ ...one, unranked: one.unranked - (restricted.get(one.class) ?? 0) }));
}

/** Restricted units have no rank; they are few, and looked up by themselves (organization_restricted). */
async function restrictedIn(database: ReadDatabase, key: BoardKey): Promise<Map<string, number>> {
  const { rows } = await sql<{ class: string; organizations: number }>`
    SELECT s.class, count(*)::int AS organizations
    FROM score_sheet s JOIN organization o ON o.tenant_id = s.tenant_id AND o.id = s.organization_id
    WHERE s.tenant_id = ${key.tenantId} AND s.scheme_code = ${key.scheme} AND s.period_from = ${key.periodFrom}::date AND s.order_key = ''
      AND s.basis = 'published' AND s.period_version = ${key.version} AND left(s.path, ${key.path.length}) = ${key.path} AND o.restricted
    GROUP BY s.class`.execute(database);
  return new Map(rows.map(({ class: name, organizations }) => [name, organizations]));
}

/** The classes with their sizes from the roll-up, as SQL: one step for each, however many totals it has. */
export function classesIn(key: RollupKey): RawBuilder<unknown> {
  return sql`
    WITH RECURSIVE found AS (
      (SELECT r.class FROM score_rollup r WHERE ${ofBoard(key)} ORDER BY r.class LIMIT 1)
      UNION ALL
      SELECT (SELECT r.class FROM score_rollup r WHERE ${ofBoard(key)} AND r.class > f.class ORDER BY r.class LIMIT 1)
      FROM found f WHERE f.class IS NOT NULL
    )
    SELECT f.class, sums.* FROM found f CROSS JOIN LATERAL (
      SELECT coalesce(sum(r.organizations) FILTER (WHERE r.bucket >= 'whole:'), 0)::int AS ranked,
        coalesce(sum(r.organizations) FILTER (WHERE r.bucket < 'whole:'), 0)::int AS unranked,
        coalesce(sum(r.totals) FILTER (WHERE r.bucket >= 'whole:'), 0)::text AS totals
      FROM score_rollup r WHERE ${ofBoard(key)} AND r.class = f.class AND r.bucket >= 'none:'
    ) sums WHERE f.class IS NOT NULL AND sums.ranked + sums.unranked > 0 ORDER BY f.class`;
}

/**
 * How many ranked organisations of a class stand before an order key, as SQL over the roll-up: those with a better whole
 * part, and within the same whole part those with a better key.
 */
export function betterThan(key: BoardKey, boardClass: string, orderKey: RawBuilder<unknown>): RawBuilder<unknown> {
  const inClass = sql`${ofBoard(key)} AND r.class = ${boardClass}`;
  const whole = sql`left(${orderKey}, ${wholeLength})`;
  return sql`(SELECT coalesce(sum(r.organizations), 0)::int FROM score_rollup r WHERE ${inClass}
      AND r.bucket > 'whole:' || ${whole} AND r.bucket < 'whole;')
    + (SELECT coalesce(sum(r.organizations), 0)::int FROM score_rollup r WHERE ${inClass}
      AND r.bucket > 'exact:' || ${orderKey} AND r.bucket < 'exact:' || ${whole} || '/')`;
}

/** How many share an order key, as SQL over the roll-up. */
export function tiedWith(key: BoardKey, boardClass: string, orderKey: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(SELECT coalesce(sum(r.organizations), 0)::int FROM score_rollup r WHERE ${ofBoard(key)} AND r.class = ${boardClass}
    AND r.bucket = 'exact:' || ${orderKey})`;
}

/** Characters of an order key that hold its whole part: see `wholeBucketOf`. */
const wholeLength = 13;
