import { type RawBuilder, sql } from "kysely";

const sameKey = (one: string, other: string) =>
  sql.raw(
    ["tenant_id", "organization_id", "scheme_code", "period_from", "period_version"]
      .map((name) => `${one}.${name} = ${other}.${name}`)
      .join(" AND "),
  );

/**
 * Whether a sheet `s` is the one that counts in means and roll-ups: the adjusted one, or the published one where nothing
 * came after the close. Who had no sheet at the close and has entries since has an adjusted one only.
 */
export const isCounting: RawBuilder<unknown> = sql`(s.basis = 'adjusted' OR NOT EXISTS (SELECT 1 FROM score_sheet a
  WHERE ${sameKey("a", "s")} AND a.basis = 'adjusted'))`;

/** Joins what was published beside a counting sheet `s` as `b`; nothing where it was added after the close. */
export const publishedBeside: RawBuilder<unknown> = sql`LEFT JOIN score_sheet b ON ${sameKey("b", "s")} AND b.basis = 'published'`;

/** Whether facts of a period from one day to another had come for the organisation of a sheet `s` before a closing. */
export function hadFactsBefore(
  from: RawBuilder<unknown>,
  to: RawBuilder<unknown>,
  closing: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`EXISTS (SELECT 1 FROM fact f WHERE f.tenant_id = s.tenant_id AND f.organization_id = s.organization_id
    AND f.counts_on >= ${from} AND f.counts_on <= ${to} AND f.closing <= ${closing})`;
}
