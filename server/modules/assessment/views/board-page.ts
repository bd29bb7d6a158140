import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { type RawBuilder, sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { unseen } from "../../../platform/db/unseen.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import { type BoardKey, betterThan, tiedWith } from "./board-classes.ts";
import {
  type Beside,
  type BesideQuery,
  type BesideRow,
  besideColumns,
  besideOf,
  besideTable,
} from "./board-history.ts";

/** An organisation on a board, before what is shown beside its figures is read. */
export type BoardRow = {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly rank: number | null;
  readonly total: string | null;
  readonly coverage: string;
  /** Its published sheet; null for a mean, which has none. */
  readonly sheet: { readonly schemeVersion: SchemeBody["version"]; readonly lines: readonly string[] } | null;
  /** As it was frozen; null while nothing is published. */
  readonly beside: Beside;
  readonly frozen: { suggestedGrade: string | null; grade: string | null; gradeReason: string | null } | null;
};
export type BoardPage = { readonly rows: readonly BoardRow[]; readonly next: string | null };
export type PageQuery = {
  readonly class: string;
  readonly after: string | undefined;
  readonly limit: number;
  readonly beside: BesideQuery;
};

type Row = BesideRow & {
  organizationId: string;
  organizationName: string;
  orderKey: string;
  total: string | null;
  coverage: string;
  schemeVersion: number;
  lines: string[];
  better: number;
  tied: number;
};

/**
 * One page of a board by (order key, organisation): read along the order of the ranks where the organisation that
 * assesses has a good part of the group below it, else from its own subtree. The rank of the first row comes from the
 * roll-up in the same statement, those of the others follow from it. It is planned once: the limit stands in the text, the
 * values are unseen, and OFFSET 0 keeps the names from being joined before the page is cut.
 */
export async function livePage(
  database: ReadDatabase,
  key: BoardKey,
  { class: boardClass, after, limit, beside }: PageQuery,
  inside: number,
): Promise<BoardPage> {
  const whose = publishedSheets(key, boardClass, inside);
  const { rows } = await sql<Row>`
    WITH page AS MATERIALIZED (
      SELECT s.organization_id, o.name, s.order_key, s.total, s.coverage, s.scheme_version, s.lines
      FROM ${whose} s CROSS JOIN LATERAL (SELECT o.name FROM organization o WHERE o.tenant_id = ${key.tenantId} AND o.id = s.organization_id
        AND NOT o.restricted OFFSET 0) o
      WHERE ${beyond(after)} ORDER BY s.order_key DESC, s.organization_id LIMIT ${sql.lit(limit + 1)}
    ), head AS MATERIALIZED (
      SELECT f.order_key, ${betterThan(key, boardClass, sql`f.order_key`)} AS better, ${tiedWith(key, boardClass, sql`f.order_key`)} AS tied
      FROM (SELECT order_key FROM page ORDER BY order_key DESC LIMIT 1) f
    )
    SELECT page.organization_id AS "organizationId", page.name AS "organizationName", page.order_key AS "orderKey",
      page.total::text AS total, page.coverage::text AS coverage, page.scheme_version AS "schemeVersion", page.lines,
      head.better, head.tied, ${besideColumns(beside)}
    FROM page CROSS JOIN head LEFT JOIN ${besideTable(beside)} ORDER BY page.order_key DESC, page.organization_id`.execute(
    database,
  );
  const shown = withRanks(rows.slice(0, limit));
  const last = rows[limit - 1];
  return { rows: shown, next: rows.length > limit && last ? `${last.organizationId} ${last.orderKey}` : null };
}

/** The published sheets of a class at and below a place, however they are found faster. */
export function publishedSheets(key: BoardKey, boardClass: string, inside: number): RawBuilder<unknown> {
  return isTop(key.path) || inside > narrowest ? alongRanks(key, boardClass) : ofSubtree(key, boardClass);
}

/** So many organisations are faster found along the ranks of the whole group than sorted. */
const narrowest = 1500;

function isTop(path: string): boolean {
  return path.indexOf(".") === path.length - 1;
}

/**
 * CASE keeps the place from looking rarer than it is: PostgreSQL would rather sort the whole class than read along its
 * ranks. Of the top everything is inside.
 */
function alongRanks(
  { tenantId, scheme, periodFrom, version, path }: BoardKey,
  boardClass: string,
): RawBuilder<unknown> {
  const inside = isTop(path) ? sql`true` : sql`CASE WHEN left(path, ${path.length}) = ${path} THEN true ELSE false END`;
  return sql`(SELECT * FROM score_sheet WHERE tenant_id = ${tenantId} AND scheme_code = ${unseen(scheme, "text")}
    AND period_from = ${unseen(periodFrom, "date")} AND class = ${unseen(boardClass, "text")} AND basis = 'published'
    AND period_version = ${unseen(version, "integer")} AND ${inside})`;
}

/** OFFSET 0 keeps the class from drawing PostgreSQL to the order of the ranks of the whole group. */
function ofSubtree({ tenantId, scheme, periodFrom, version, path }: BoardKey, boardClass: string): RawBuilder<unknown> {
  return sql`(SELECT * FROM (SELECT * FROM score_sheet WHERE tenant_id = ${tenantId} AND scheme_code = ${scheme}
    AND period_from = ${periodFrom}::date AND basis = 'published' AND path >= ${path} AND path < ${afterSubtree(path)} OFFSET 0) AS inside
    WHERE class = ${boardClass} AND period_version = ${version})`;
}

/** Rows after a page's last: "id orderKey". */
function beyond(after: string | undefined): RawBuilder<unknown> {
  if (after === undefined) return sql`true`;
  const [id, orderKey] = [after.slice(0, idLength), after.slice(idLength + 1)];
  return sql`s.order_key <= ${unseen(orderKey, "text")} AND (s.order_key < ${orderKey} OR s.organization_id > ${idOrRefuse(id)}::uuid)`;
}

const idLength = 36;

/** The id of a page key. Throws `not_found` for a key that no page gave. */
export function idOrRefuse(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw notFound();
  return text;
}

function withRanks(rows: readonly Row[]): BoardRow[] {
  const [first] = rows;
  let rank = (first?.better ?? 0) + 1;
  let ties = first?.tied ?? 0;
  let orderKey = first?.orderKey ?? "";
  return rows.map((row) => {
    if (row.orderKey !== orderKey) {
      rank += ties;
      ties = rows.filter((other) => other.orderKey === row.orderKey).length;
      orderKey = row.orderKey;
    }
    return {
      organizationId: row.organizationId,
      organizationName: row.organizationName,
      rank: row.orderKey === "" ? null : rank,
      total: row.total,
      coverage: row.coverage,
      sheet: { schemeVersion: row.schemeVersion, lines: row.lines },
      beside: besideOf(row),
      frozen: null,
    };
  });
}
