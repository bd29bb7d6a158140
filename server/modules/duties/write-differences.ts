import type { DutyChanges } from "@dutyloop/domain/duties/plan-change-rules.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "../../platform/db/pools.ts";
import type { OrderingLine } from "./write-duties.ts";

type Changed = { readonly organizationId: string; readonly subjectId: string; readonly changes: DutyChanges };

/** Makes, waives, opens again and moves the duties of a line as its difference says. `reason` stays with what is waived. */
export async function writeDifferences(
  transaction: Transaction,
  tenantId: number,
  line: OrderingLine,
  changed: readonly Changed[],
  reason: string,
): Promise<void> {
  const waived = changed.flatMap(({ changes }) => changes.waive);
  if (waived.length > 0) {
    await sql`UPDATE obligation SET state = 'waived', waived_by_plan = true, waived_reason = ${reason}
      WHERE tenant_id = ${tenantId} AND id = ANY(${waived}::uuid[])`.execute(transaction);
  }
  const reopened = changed.flatMap(({ changes }) => changes.reopen);
  if (reopened.length > 0) {
    await sql`UPDATE obligation SET state = 'todo', waived_by_plan = false, waived_reason = NULL
      WHERE tenant_id = ${tenantId} AND id = ANY(${reopened}::uuid[])`.execute(transaction);
  }
  const moved = changed.flatMap(({ changes }) => changes.move);
  if (moved.length > 0) {
    await sql`UPDATE obligation t SET due_on = m.due_on
      FROM unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ dueOn }) => dueOn)}::date[]) AS m(id, due_on)
      WHERE t.tenant_id = ${tenantId} AND t.id = m.id`.execute(transaction);
  }
  const added = changed.flatMap(({ organizationId, subjectId, changes }) =>
    changes.add.map((slot) => ({ id: uuidv7(), organizationId, subjectId, ...slot })),
  );
  if (added.length > 0) {
    await sql`INSERT INTO obligation (tenant_id, id, organization_id, subject_id, source_table, source_id, template_code,
        template_version, period_from, period_to, occurrence, due_on, state)
      SELECT ${tenantId}::int, id, "organizationId", "subjectId", 'plan_line', ${line.id}::uuid, ${line.templateCode},
        ${line.templateVersion}::int, "periodFrom", "periodTo", occurrence, "dueOn", 'todo'
      FROM json_to_recordset(${JSON.stringify(added)}::json) AS r(id uuid, "organizationId" uuid, "subjectId" uuid,
        "periodFrom" date, "periodTo" date, occurrence int, "dueOn" date)`.execute(transaction);
  }
}
