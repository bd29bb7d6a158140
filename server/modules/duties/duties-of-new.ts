import { obligationsOfLine } from "@dutyloop/domain/duties/plan-rules.ts";
import type { ObligationDraft, OwingOrganization } from "@dutyloop/domain/duties/things.ts";
import { type PlainDate, yearOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { currentTemplates } from "../standards/index.ts";

/** A branch with 党小组 that may not be stored yet, and the ids of those it stands below, itself included. */
export type NewlyOwing = OwingOrganization & { readonly above: readonly string[] };
export type NewDuty = ObligationDraft & { readonly templateVersion: number };

/**
 * What branches and 党小组 that begin on a day owe from then on, by the plans that are issued at and above them. `begun`
 * names those of the branches and 党小组 whose duties are wanted.
 */
export async function dutiesOfNew(
  database: ReadDatabase,
  tenantId: number,
  owing: readonly NewlyOwing[],
  begun: ReadonlySet<string>,
  from: PlainDate,
): Promise<NewDuty[]> {
  const above = [...new Set(owing.flatMap((each) => each.above))];
  const { rows } = await sql<{ organizationId: string; year: number; id: string; templateCode: string }>`
    SELECT p.organization_id AS "organizationId", p.year, l.id, l.template_code AS "templateCode"
    FROM plan p JOIN plan_line l ON l.tenant_id = p.tenant_id AND l.plan_id = p.id
    WHERE p.tenant_id = ${tenantId} AND p.organization_id = ANY(${above}::uuid[]) AND p.year >= ${yearOf(from)}
    ORDER BY p.year, l.id`.execute(database);
  const templates = await currentTemplates(database, tenantId);
  return owing.flatMap((organization) =>
    rows
      .filter(({ organizationId }) => organization.above.includes(organizationId))
      .flatMap(({ id, year, templateCode }) => {
        const template = templates.get(templateCode);
        if (!template) return [];
        const line = { id, template: template.body, cadence: template.body.cadence };
        return obligationsOfLine(line, organization, year)
          .filter(({ subjectId, periodFrom }) => begun.has(subjectId) && periodFrom >= from)
          .map((draft) => ({ ...draft, templateVersion: template.version }));
      }),
  );
}

/** The statement that issues these duties. */
export function insertionOfDuties(tenantId: number, duties: readonly NewDuty[]): RawBuilder<unknown> {
  const rows = duties.map((duty) => ({ ...duty, id: uuidv7() }));
  return sql`INSERT INTO obligation (tenant_id, id, organization_id, subject_id, source_table, source_id, template_code,
      template_version, period_from, period_to, occurrence, due_on, state)
    SELECT ${tenantId}::int, id, "organizationId", "subjectId", 'plan_line', "sourceId", "templateCode",
      "templateVersion", "periodFrom", "periodTo", occurrence, "dueOn", 'todo'
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, "organizationId" uuid, "subjectId" uuid, "sourceId" uuid,
      "templateCode" text, "templateVersion" int, "periodFrom" date, "periodTo" date, occurrence int, "dueOn" date)`;
}
