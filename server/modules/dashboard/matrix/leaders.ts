import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { committeePosts, isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { Asked } from "./matrix-figures.ts";
import type { MatrixRow } from "./matrix-rows.ts";

type Attendance = { readonly expected: number; readonly attended: number };

/**
 * 双重组织生活 (MTG-12): how often those who held a post in a committee on the day were expected at what their own branch
 * or 党小组 held, and how often they were there. Nobody types it; who is exempt isn't expected. By organisation; the branches
 * have none, because there it is the attendance itself.
 */
export async function leadersAtMeetings(
  { database, tenantId, months }: Asked,
  rows: readonly MatrixRow[],
): Promise<Map<string, Attendance[]>> {
  const committees = rows.filter(({ kind }) => !isBranchKind(kind)).map(({ id }) => id);
  const [from, to] = [months[0]?.first, months.at(-1)?.last];
  if (committees.length === 0 || from === undefined || to === undefined) return new Map();
  const { rows: found } = await sql<Attendance & { id: string; first: PlainDate }>`
    SELECT id, first, count(*)::int AS expected, (count(*) FILTER (WHERE present))::int AS attended
    FROM (
      SELECT DISTINCT a.organization_id AS id, a.person_id, h.record_id, date_trunc('month', h.occurred_on)::date AS first,
        t.presence = 'present' AS present
      FROM appointment a
      JOIN membership m ON m.tenant_id = a.tenant_id AND m.person_id = a.person_id
      JOIN record_host h ON h.tenant_id = m.tenant_id AND h.organization_id = m.organization_id
        AND h.occurred_on >= ${from}::date AND h.occurred_on <= ${to}::date
        AND h.occurred_on >= m.valid_from AND (m.valid_to IS NULL OR h.occurred_on <= m.valid_to)
        AND h.occurred_on >= a.valid_from AND (a.valid_to IS NULL OR h.occurred_on <= a.valid_to)
      JOIN record r ON r.tenant_id = h.tenant_id AND r.id = h.record_id AND r.state <> 'revoked'
      JOIN record_participant t ON t.tenant_id = r.tenant_id AND t.record_id = r.id AND t.version = r.version
        AND t.person_id = a.person_id AND t.capacity = 'member' AND NOT t.exempt
      WHERE a.tenant_id = ${tenantId} AND a.organization_id = ANY(${committees}::uuid[]) AND a.post = ANY(${[...committeePosts]})
    ) meeting GROUP BY 1, 2`.execute(database);
  return new Map(
    committees.map((id) => [
      id,
      months.map(({ first }) => {
        const month = found.find((one) => one.id === id && one.first === first);
        return { expected: month?.expected ?? 0, attended: month?.attended ?? 0 };
      }),
    ]),
  );
}
