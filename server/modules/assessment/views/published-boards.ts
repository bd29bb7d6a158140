import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Span } from "@dutyloop/domain/assessment/period-things.ts";
import { nameOfPeriod, periodOf } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { loadDefinitions } from "../definitions.ts";
import { schemeRef } from "./scheme-in-view.ts";
import { assessorsOf } from "./score-ranks.ts";

type Entry = Answer<"listPublishedBoards">["items"][number];
type Row = {
  boardId: string | null;
  assessorId: string;
  assessorName: string;
  scheme: string;
  schemeVersion: number;
  span: Span;
  periodFrom: PlainDate;
  periodVersion: number;
  class: string;
  publicityFrom: PlainDate | null;
  publicityTo: PlainDate | null;
  publishedAt: Date | null;
};

/** The boards that an organisation stands on and may therefore read: those in 公示 first, then the published ones. */
export async function listPublishedBoards(
  request: ReadRequest<"listPublishedBoards">,
): Promise<Answer<"listPublishedBoards">> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const [open, published] = await Promise.all([
    query.after === undefined ? boardsInPublicity(database, tenantId, place.id, today) : [],
    boardsPublished(database, tenantId, place.id, query.after, query.limit + 1),
  ]);
  const shown = published.slice(0, query.limit);
  const items = await Promise.all([...open, ...shown].map((row) => entryOf(database, tenantId, row)));
  return { items, next: published.length > shown.length ? (shown.at(-1)?.boardId ?? null) : null };
}

/** Published boards that name the organisation, the newest first; ids of version 7 sort by time. */
async function boardsPublished(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  after: string | undefined,
  limit: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT b.id AS "boardId", b.organization_id AS "assessorId", o.name AS "assessorName", b.scheme_code AS scheme,
      b.scheme_version AS "schemeVersion", b.span, b.period_from AS "periodFrom", b.period_version AS "periodVersion", b.class,
      p.publicity_from AS "publicityFrom", p.publicity_to AS "publicityTo", b.published_at AS "publishedAt"
    FROM board_row r
    JOIN organization own ON own.tenant_id = r.tenant_id AND own.id = r.organization_id AND NOT own.restricted
    JOIN board b ON b.tenant_id = r.tenant_id AND b.id = r.board_id
    JOIN organization o ON o.tenant_id = b.tenant_id AND o.id = b.organization_id
    LEFT JOIN period p ON p.tenant_id = b.tenant_id AND p.span = b.span AND p.period_from = b.period_from AND p.version = b.period_version
    WHERE r.tenant_id = ${tenantId} AND r.organization_id = ${organizationId}
      AND (${after ?? null}::text IS NULL OR b.id::text < ${after ?? null}::text) ORDER BY b.id DESC LIMIT ${limit}`.execute(
    database,
  );
  return rows;
}

type Open = Omit<Row, "boardId" | "assessorId" | "assessorName" | "publishedAt"> & { path: string };

/** Boards of periods in 公示 that the organisation stands on, one for each organisation above that hasn't published yet. */
async function boardsInPublicity(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  today: PlainDate,
): Promise<Row[]> {
  const { rows } = await sql<Open>`
    SELECT s.scheme_code AS scheme, s.scheme_version AS "schemeVersion", p.span, p.period_from AS "periodFrom",
      p.version AS "periodVersion", s.class, s.path, p.publicity_from AS "publicityFrom", p.publicity_to AS "publicityTo"
    FROM period p JOIN score_sheet s ON s.tenant_id = p.tenant_id AND s.organization_id = ${organizationId}
      AND s.period_from = p.period_from AND s.period_version = p.version AND s.basis = 'published'
    JOIN scheme_version v ON v.tenant_id = s.tenant_id AND v.code = s.scheme_code AND v.version = s.scheme_version
      AND v.body->>'cadence' = p.span
    WHERE p.tenant_id = ${tenantId} AND p.state = 'publicity' AND p.publicity_from <= ${today}::date
    ORDER BY p.period_from DESC, s.scheme_code`.execute(database);
  const boards = await Promise.all(
    rows.map(async ({ path, ...row }) => {
      const period = {
        ...periodOf(row.span, row.periodFrom),
        version: row.periodVersion,
        state: "publicity" as const,
        closing: null,
      };
      const assessors = await assessorsOf(database, tenantId, organizationId, row.scheme, period, {
        path,
        class: row.class,
      });
      return assessors
        .filter(({ published }) => !published)
        .map(({ id, name }) => ({ ...row, boardId: null, assessorId: id, assessorName: name, publishedAt: null }));
    }),
  );
  return boards.flat();
}

async function entryOf(database: ReadDatabase, tenantId: number, row: Row): Promise<Entry> {
  const { publicityFrom: from, publicityTo: to, publishedAt } = row;
  return {
    assessorId: row.assessorId,
    assessorName: row.assessorName,
    scheme: schemeRef(await loadDefinitions(database, tenantId, row.scheme, row.schemeVersion)),
    period: nameOfPeriod({ span: row.span, from: row.periodFrom }),
    periodVersion: row.periodVersion,
    state: publishedAt === null ? "publicity" : "published",
    publicity: from === null || to === null ? null : { from, to },
    publishedAt: publishedAt?.toISOString() ?? null,
    class: row.class,
  };
}
