import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { unseen } from "../../../platform/db/unseen.ts";
import type { BoardKey } from "./board-classes.ts";
import { type BesideRow, besideColumns, besideOf, besideTable } from "./board-history.ts";
import type { BoardPage, BoardRow, PageQuery } from "./board-page.ts";

type Row = Omit<BoardRow, "sheet" | "beside" | "frozen"> &
  BesideRow & {
    position: number;
    schemeVersion: number | null;
    lines: string[] | null;
    suggestedGrade: string | null;
    grade: string | null;
    gradeReason: string | null;
  };

/**
 * One page of a published board by position: as it was frozen, with the sheets that it was made of. Who has become
 * restricted since isn't shown (PRV-22); the ranks of the others stay as they were published.
 */
export async function frozenPage(
  database: ReadDatabase,
  { tenantId, scheme, periodFrom, version }: BoardKey,
  boardId: string,
  { after, limit, beside }: PageQuery,
): Promise<BoardPage> {
  const from = Number.parseInt(after ?? "0", 10) || 0;
  const { rows } = await sql<Row>`
    SELECT page.position, page.organization_id AS "organizationId", page.name AS "organizationName", page.rank, page.total::text AS total,
      page.coverage::text AS coverage, s.scheme_version AS "schemeVersion", s.lines, page.suggested_grade AS "suggestedGrade", page.grade,
      page.grade_reason AS "gradeReason", ${besideColumns(beside)}
    FROM board_row page
    JOIN organization o ON o.tenant_id = page.tenant_id AND o.id = page.organization_id AND NOT o.restricted
    LEFT JOIN score_sheet s ON s.tenant_id = page.tenant_id AND s.organization_id = page.organization_id
      AND s.scheme_code = ${scheme} AND s.period_from = ${periodFrom}::date AND s.period_version = ${version} AND s.basis = 'published'
    LEFT JOIN ${besideTable(beside)}
    WHERE page.tenant_id = ${tenantId} AND page.board_id = ${boardId} AND page.position > 0 AND page.position > ${unseen(from, "integer")}
    ORDER BY page.position LIMIT ${sql.lit(limit + 1)}`.execute(database);
  const shown = rows.slice(0, limit);
  return {
    rows: shown.map((row) => ({
      organizationId: row.organizationId,
      organizationName: row.organizationName,
      rank: row.rank,
      total: row.total,
      coverage: row.coverage,
      sheet:
        row.schemeVersion === null || row.lines === null
          ? null
          : { schemeVersion: row.schemeVersion, lines: row.lines },
      beside: besideOf(row),
      frozen: { suggestedGrade: row.suggestedGrade, grade: row.grade, gradeReason: row.gradeReason },
    })),
    next: rows.length > limit ? String(shown.at(-1)?.position) : null,
  };
}
