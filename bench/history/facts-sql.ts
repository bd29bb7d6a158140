import { enteredAfter } from "./duties-sql.ts";
import { metricCodes, metricSource } from "./indicators.ts";
import { type Filling, type Ground, idKinds } from "./numbering.ts";
import { committeeMembers } from "./size.ts";
import { applicableChecks, isDuty, passedChecks } from "./version-body-sql.ts";

const columns = `tenant_id, posted_in, id, organization_id, kind, occurred_on, counts_on, quantity, base, attributes,
  source_table, source_id, source_version, record_id, recorded_at, closing, details`;

const codes = metricCodes.map((code) => `'${code}'`).join(", ");
/** What each metric comes to for the branch and month numbered n. */
const quantities =
  "(ARRAY[round(90 + bench.chance(n, 11) % 100 / 10.0, 1), bench.chance(n, 12) % 100, bench.chance(n, 13) % 7, 400 + bench.chance(n, 10)])";

/** The facts each record makes, those of deadlines without a record, and what a department delivered; then their sources. */
export function factFillings({ tenantId, accountId, size, tree }: Ground): Filling[] {
  const factId = (kind: number) => `bench.id(${kind}, e.number, e.held_on)`;
  const receipt = `bench.id(${idKinds.receipt}, n, m.first + 14)`;
  const ofTemplate = (alias: string) => `'{"template":"' || ${alias}.template || '"}'`;
  const ofDuty = `'{"source":"' || d.line || '","obligation":"' || d.id || '"'`;
  return [
    {
      table: "fact",
      sql: `INSERT INTO fact (${columns})
        SELECT ${tenantId}, m.first, f.id, e.organization, f.kind, f.occurred_on, f.counts_on, f.quantity, f.base,
          f.attributes::jsonb, f.source_table, f.source_id, 1, e.id, ${enteredAfter("e.held_on")}, m.ordinal, f.details::jsonb
        FROM (SELECT * FROM bench.event ORDER BY number) AS e JOIN bench.month AS m USING (ordinal)
        LEFT JOIN bench.duty AS d ON d.record = e.id
        CROSS JOIN LATERAL (
          SELECT ${factId(idKinds.dueFact)}, 'obligation.due', m.last, m.last, 1, NULL::integer, ${ofTemplate("e")}, 'obligation', d.id, ${ofDuty} || '}'
            WHERE d.id IS NOT NULL
          UNION ALL SELECT ${factId(idKinds.dischargedFact)}, 'obligation.discharged', e.held_on, m.last, 1, NULL,
            '{"template":"' || e.template || '","timeliness":"on_time"}', 'obligation', d.id, ${ofDuty} || ',"days_late":0,"days_until_entry":1}'
            WHERE d.id IS NOT NULL
          UNION ALL SELECT ${factId(idKinds.standardFact)}, 'record.standard', e.held_on, e.held_on, ${passedChecks}, ${applicableChecks},
            ${ofTemplate("e")}, 'record', e.id, '{}' WHERE ${isDuty}
          UNION ALL SELECT ${factId(idKinds.attendanceFact)}, 'attendance', e.held_on, e.held_on, e.present, ${committeeMembers},
            ${ofTemplate("e")}, 'record', e.id, '{}'
        ) AS f(id, kind, occurred_on, counts_on, quantity, base, attributes, source_table, source_id, details);
        INSERT INTO fact (${columns})
        SELECT ${tenantId}, d.first, bench.id(${idKinds.overdueFact}, d.number, d.last), d.organization, 'obligation.due', d.last, d.last, 1, NULL,
          (${ofTemplate("d")})::jsonb, 'obligation', d.id, 1, NULL, ${enteredAfter("d.last")}, d.ordinal, (${ofDuty} || '}')::jsonb
        FROM bench.duty AS d WHERE d.record IS NULL AND d.last < date '${size.today}'`,
    },
    {
      table: "receipt",
      sql: `INSERT INTO receipt (tenant_id, source, organization_id, month, id, rows, digest, received_at, received_by)
        SELECT ${tenantId}, '${metricSource}', bench.organization_of(branch), m.first, ${receipt}, ${size.figuresAMonth}, md5(n::text),
          ${enteredAfter("(m.first + 14)")}, '${accountId}'::uuid
        FROM bench.month AS m CROSS JOIN generate_series(1, ${tree.branches}) AS b(branch)
        CROSS JOIN LATERAL (SELECT (m.ordinal - 1) * ${tree.branches}::bigint + branch AS n) AS numbered`,
    },
    {
      table: "fact",
      sql: `INSERT INTO fact (${columns})
        SELECT ${tenantId}, m.first, bench.id(${idKinds.metricFact}, n * 10 + code, m.first + 14), bench.organization_of(branch), 'metric', m.first + 14, m.first + 14,
          ${quantities}[code], NULL,
          ('{"metric":"' || (ARRAY[${codes}])[code] || '"}')::jsonb,
          'receipt', ${receipt}, 1, NULL, ${enteredAfter("(m.first + 14)")}, m.ordinal, '{"source":"${metricSource}"}'
        FROM bench.month AS m CROSS JOIN generate_series(1, ${tree.branches}) AS b(branch)
        CROSS JOIN LATERAL (SELECT (m.ordinal - 1) * ${tree.branches}::bigint + branch AS n) AS numbered
        CROSS JOIN generate_series(1, ${size.figuresAMonth}) AS code`,
    },
    {
      table: "fact_source",
      sql: `INSERT INTO fact_source (tenant_id, source_table, source_id, source_version, kind, part, sign, fact_id)
        SELECT tenant_id, source_table, source_id, source_version, kind,
          CASE source_table WHEN 'obligation' THEN '' WHEN 'record' THEN attributes->>'template' 
            ELSE left(encode(sha256(convert_to(attributes->>'metric', 'UTF8')), 'hex'), 40) END, sign, id
        FROM fact WHERE tenant_id = ${tenantId}`,
    },
  ];
}
