import { enteredAfter } from "./duties-sql.ts";
import { nameSql } from "./names.ts";
import type { Filling, Ground } from "./numbering.ts";
import { committeeMembers } from "./size.ts";
import { applicableChecks, isDuty, passedChecks, versionBody } from "./version-body-sql.ts";

/** Records with their first version, who was there and what they discharged. */
export function recordFillings({ tenantId, accountId, tree }: Ground): Filling[] {
  const entered = enteredAfter("e.held_on");
  return [
    {
      table: "record",
      sql: `INSERT INTO record (tenant_id, id, organization_id, subject_id, state, version, title, occurred_on, late_entry, expected, present,
          standard_passed, standard_applicable, template_codes, recorded_at, recorded_by)
        SELECT ${tenantId}, e.id, e.organization, e.organization, 'submitted', 1,
          '第' || e.slot || '次：' || e.held_on, e.held_on, false, ${committeeMembers}, e.present,
          CASE WHEN ${isDuty} THEN ${passedChecks} ELSE 0 END, CASE WHEN ${isDuty} THEN ${applicableChecks} ELSE 0 END,
          ARRAY[e.template], ${entered}, '${accountId}'::uuid FROM bench.event AS e ORDER BY e.number`,
    },
    {
      table: "record_host",
      sql: `INSERT INTO record_host (tenant_id, record_id, subject_id, organization_id, position, occurred_on, expected, present, exempt,
          standard_passed, standard_applicable)
        SELECT ${tenantId}, e.id, e.organization, e.organization, 0, e.held_on, ${committeeMembers}, e.present, 0,
          CASE WHEN ${isDuty} THEN ${passedChecks} ELSE 0 END, CASE WHEN ${isDuty} THEN ${applicableChecks} ELSE 0 END
        FROM bench.event AS e ORDER BY e.number`,
    },
    {
      table: "record_to_word",
      sql: `INSERT INTO record_to_word (tenant_id, record_id) SELECT ${tenantId}, e.id FROM bench.event AS e ORDER BY e.number`,
    },
    {
      table: "record_version",
      sql: `INSERT INTO record_version (tenant_id, record_id, version, body, recorded_at, recorded_by)
        SELECT ${tenantId}, e.id, 1, ${versionBody}::jsonb, ${entered}, '${accountId}'::uuid FROM bench.event AS e ORDER BY e.number`,
    },
    {
      table: "record_participant",
      sql: `INSERT INTO record_participant (tenant_id, record_id, version, position, person_id, name, capacity, presence, reason, votes)
        SELECT ${tenantId}, e.id, 1, p.place - 1, bench.person_of(e.branch, p.place),
          ${nameSql(`(p.place - 1) * ${tree.branches}::bigint + e.branch`)}, 'member',
          CASE WHEN p.here THEN 'present' ELSE 'leave' END, CASE WHEN NOT p.here THEN '出差' END, true
        FROM (SELECT * FROM bench.event ORDER BY number) AS e
        CROSS JOIN LATERAL (SELECT place, bench.present(e.number, place, e.branch) AS here FROM generate_series(1, ${committeeMembers}) AS place) AS p`,
    },
    {
      table: "discharge",
      sql: `INSERT INTO discharge (tenant_id, record_id, version, obligation_id, timeliness)
        SELECT ${tenantId}, e.id, 1, d.id, 'on_time'
        FROM bench.event AS e JOIN bench.duty AS d ON d.record = e.id ORDER BY e.number`,
    },
  ];
}
