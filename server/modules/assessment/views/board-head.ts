import type { Period, PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { Adoption } from "../adoptions.ts";
import { pathOn } from "../places-in-period.ts";
import { type BoardClass, type BoardKey, classesIn, withoutRestricted } from "./board-classes.ts";
import { meanClasses } from "./mean-page.ts";
import { type SchemeInView, schemeInView } from "./scheme-in-view.ts";

/** A published board. */
export type PublishedBoard = {
  readonly id: string;
  readonly class: string;
  readonly periodFrom: string;
  readonly publishedAt: string;
};

/** What all boards of an organisation, scheme and period have in common. */
export type BoardHead = {
  readonly place: { readonly id: string; readonly name: string; readonly path: string };
  readonly period: PeriodStanding;
  readonly adoptions: readonly Adoption[];
  readonly scheme: SchemeInView;
  readonly key: BoardKey;
  readonly classes: readonly BoardClass[];
  /** Of each class the one of this version of the period, and the last one before. */
  readonly boards: readonly PublishedBoard[];
};

type Row = BoardHead["place"] & {
  /** Where it stood on the last day of the period: the sheets below it have paths of that day. */
  pathThen: string;
  standing: Omit<PeriodStanding, "span" | "from" | "to"> | null;
  adoptions: Adoption[] | null;
  classes: BoardClass[] | null;
  boards: PublishedBoard[] | null;
};

const untouched = { state: "open", version: 1, closing: null, publicityFrom: null, publicityTo: null } as const;

/**
 * Everything that a board needs besides its rows, in one statement: a page of a board is asked for as often as a record.
 * Throws `not_found` where there is no such organisation or nobody above it uses the scheme, `score.period_too_short`.
 */
export async function boardHead(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  scheme: string,
  period: Period,
  mayRead: (path: string) => boolean,
): Promise<BoardHead> {
  const ofPeriod = sql`tenant_id = ${tenantId} AND span = ${period.span} AND period_from = ${period.from}::date`;
  // Looked up once beside the organisation: compared as a column, it leads into the indexes that begin with it.
  const version = sql`newest.version`;
  const columns = sql`id, class, period_from AS "periodFrom", published_at AS "publishedAt"`;
  const ofBoards = sql`tenant_id = ${tenantId} AND organization_id = ${organizationId} AND scheme_code = ${scheme} AND span = ${period.span}`;
  const { rows } = await sql<Row>`
    SELECT o.id, o.name, o.path, ${pathOn(period.to)} AS "pathThen",
      (SELECT json_build_object('state', state, 'version', version, 'closing', closing, 'publicityFrom', publicity_from,
        'publicityTo', publicity_to) FROM period WHERE ${ofPeriod}) AS standing,
      (SELECT json_agg(json_build_object('path', a.path, 'schemeCode', s.scheme_code, 'version', s.scheme_version, 'periodFrom', s.period_from,
        'ends', s.ends))
        FROM scheme_adoption s JOIN organization a ON a.tenant_id = s.tenant_id AND a.id = s.organization_id
        WHERE s.tenant_id = ${tenantId}) AS adoptions,
      (SELECT json_agg(c) FROM (${classesIn({ tenantId, organizationId, scheme, periodFrom: period.from, version })}) c) AS classes,
      (SELECT json_agg(b) FROM (
        SELECT ${columns} FROM board WHERE ${ofBoards} AND period_from = ${period.from}::date AND period_version = ${version}
        UNION ALL SELECT * FROM (SELECT DISTINCT ON (class) ${columns} FROM board WHERE ${ofBoards} AND period_from < ${period.from}::date
          ORDER BY class, period_from DESC, period_version DESC) previous) b) AS boards
    FROM organization o CROSS JOIN (SELECT coalesce((SELECT version FROM period WHERE ${ofPeriod}), 1) AS version OFFSET 0) newest
    WHERE o.tenant_id = ${tenantId} AND o.id = ${organizationId}`.execute(database);
  const [row] = rows;
  if (row === undefined || !mayRead(row.path)) throw notFound();
  const standing: PeriodStanding = { ...period, ...(row.standing ?? untouched) };
  const adoptions = row.adoptions ?? [];
  const used = await schemeInView(database, tenantId, adoptions, scheme, row.pathThen, period);
  const { from: periodFrom } = period;
  const key = { tenantId, organizationId, path: row.pathThen, scheme, periodFrom, version: standing.version };
  const classes = used.own
    ? await withoutRestricted(database, key, row.classes ?? [])
    : await meanClasses(database, key, used.scheme, period);
  const place = { id: row.id, name: row.name, path: row.path };
  return { place, period: standing, adoptions, scheme: used, key, classes, boards: row.boards ?? [] };
}
