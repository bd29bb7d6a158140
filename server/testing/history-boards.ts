import type { Month } from "@dutyloop/domain/kernel/plain-date.ts";
import type { HistoryGroup } from "./history-group.ts";

type Placed = { readonly organizationId: string; readonly total: string | null; readonly rank: number | null };

/** Ranks of one class in a month, counted in plain SQL: who has more comes before; who isn't known enough has none. */
const secondRanks = `
  WITH sheet AS (
    SELECT s.organization_id, s.total, s.coverage >= 80 AND s.total IS NOT NULL AND coalesce(f.whole,
      v.state IS NULL AND o.valid_from <= $2 AND (o.valid_to IS NULL OR o.valid_to >= $2::date + interval '1 month - 1 day')) AS ranked
    FROM score_sheet s JOIN organization o ON o.id = s.organization_id
    LEFT JOIN period p ON p.span = 'month' AND p.period_from = s.period_from
    LEFT JOIN period v ON v.span = p.span AND v.period_from = p.period_from AND v.state <> 'open'
    LEFT JOIN period_structure f ON f.span = v.span AND f.period_from = v.period_from AND f.version = v.version
      AND f.organization_id = s.organization_id
    WHERE s.scheme_code = $1 AND s.period_from = $2 AND s.basis = 'published' AND s.class = $3 AND s.period_version = coalesce(p.version, 1)
  )
  SELECT organization_id AS "organizationId", total::text AS total,
    CASE WHEN ranked THEN (1 + (SELECT count(*) FROM sheet b WHERE b.ranked AND b.total > sheet.total))::int END AS rank
  FROM sheet ORDER BY 1`;

/** The boards of a scheme without tie-breakers in a month that rank otherwise than plain SQL, or stand in another order. */
export async function brokenBoards(group: HistoryGroup, scheme: string, period: Month): Promise<string[]> {
  const broken: string[] = [];
  for (const ofClass of ["生产类", "管理类"]) {
    const params = { organizationId: group.rootId };
    const query = { scheme, period, class: ofClass, limit: 200 };
    const { items } = await group.officer.ask("getBoard", { params, query });
    const shown = items.map(({ organizationId, total, rank }): Placed => ({ organizationId, total, rank }));
    const ranks = shown.map(({ rank }) => rank ?? Number.POSITIVE_INFINITY);
    const isSorted = ranks.every((rank, index) => index === 0 || (ranks[index - 1] as number) <= rank);
    const second = await group.query<Placed>(secondRanks, [scheme, `${period}-01`, ofClass]);
    const byId = [...shown].sort((a, b) => (a.organizationId < b.organizationId ? -1 : 1));
    if (!isSorted || JSON.stringify(byId) !== JSON.stringify(second))
      broken.push(`${scheme} ${period} ${ofClass}: ${JSON.stringify(shown)} / ${JSON.stringify(second)}`);
  }
  return broken;
}
