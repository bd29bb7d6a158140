import { dueFact } from "@dutyloop/domain/duties/obligation-facts.ts";
import type { Obligation } from "@dutyloop/domain/duties/things.ts";
import { sql } from "kysely";
import type { Act } from "../../platform/changes/index.ts";
import { postFacts } from "../../platform/facts/post-facts.ts";
import type { Saving } from "../../platform/ritual/saving.ts";
import type { Context } from "../../platform/ritual/use-case.ts";

/**
 * Posts `obligation.due` again for the duties that an act waived after their day had passed, because the act is taken back
 * and its storno can't be. Each posting of one duty has a version of its own.
 */
export async function postDueAgain(saving: Saving, context: Context, act: Act): Promise<void> {
  const { rows } = await sql<Obligation & { version: number }>`
    SELECT t.id, t.organization_id AS "organizationId", t.subject_id AS "subjectId", t.source_id AS "sourceId",
      t.template_code AS "templateCode", t.period_from AS "periodFrom", t.period_to AS "periodTo", t.due_on AS "dueOn",
      t.occurrence, t.state, t.extended_to AS "extendedTo",
      (SELECT max(s.source_version) FROM fact_source s WHERE s.tenant_id = t.tenant_id AND s.source_table = 'obligation'
        AND s.source_id = t.id AND s.kind = 'obligation.due') AS version
    FROM change_image i
    CROSS JOIN LATERAL jsonb_to_recordset(i.before) AS was(id uuid, state text, due_posted boolean)
    JOIN obligation t ON t.tenant_id = i.tenant_id AND t.id = was.id
    WHERE i.tenant_id = ${act.tenantId} AND i.act = ${act.kind} AND i.act_id = ${act.id}::uuid AND i.table_name = 'obligation'
      AND i.before->0 <> 'null' AND was.due_posted AND was.state <> 'waived'`.execute(saving.transaction);
  postFacts(
    saving,
    context,
    rows.map(({ version, ...obligation }) => ({
      draft: dueFact(obligation),
      origin: { table: "obligation", id: obligation.id, version: version + 1, part: "", recordId: null },
    })),
  );
}
