import type { Filling, Ground } from "./numbering.ts";

/** The first months, closed one after the other after 公示, each with the tree of its last day. */
export function periodFillings({ tenantId, size }: Ground): Filling[] {
  const closed = `FROM bench.month AS m WHERE m.ordinal <= ${size.closedMonths}`;
  return [
    {
      table: "period",
      sql: `INSERT INTO period (tenant_id, span, period_from, state, version, closing, publicity_from, publicity_to)
          SELECT ${tenantId}, 'month', m.first, 'closed', 1, m.ordinal, m.last + 6, m.last + 12 ${closed};
        INSERT INTO period_closing (tenant_id, closing, span, period_from, version, closed_at)
          SELECT ${tenantId}, m.ordinal, 'month', m.first, 1, (m.last + 6)::timestamptz ${closed}`,
    },
    {
      table: "period_structure",
      sql: `INSERT INTO period_structure (tenant_id, span, period_from, version, organization_id, parent_id, path, kind, class, name, members, whole)
        SELECT o.tenant_id, 'month', m.first, 1, o.id, o.parent_id, o.path, o.kind, coalesce(o.class, ''), o.name, coalesce(members, 0), true
        FROM organization AS o CROSS JOIN bench.month AS m
        LEFT JOIN (SELECT organization_id, count(*)::integer AS members FROM membership WHERE tenant_id = ${tenantId} GROUP BY 1) AS p
          ON p.organization_id = o.id
        WHERE o.tenant_id = ${tenantId} AND m.ordinal <= ${size.closedMonths}`,
    },
  ];
}
