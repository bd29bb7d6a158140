import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { ObligationState } from "@dutyloop/domain/duties/things.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { inScope, placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { currentTemplates } from "../standards/index.ts";

type Row = {
  id: string;
  organizationId: string;
  organizationName: string;
  subjectId: string;
  subjectName: string;
  templateCode: string;
  sourceName: string;
  periodFrom: PlainDate;
  periodTo: PlainDate;
  occurrence: number;
  dueOn: PlainDate;
  state: ObligationState;
  recordId: string | null;
};

/** What an organisation and everything below owes, by due date; paged by it. `open` is what can still be done. */
export async function listObligations(request: ReadRequest<"listObligations">): Promise<Answer<"listObligations">> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const which = {
    all: sql`true`,
    open: sql`ob.state IN ('todo', 'in_progress', 'submitted', 'returned') AND ob.period_from <= ${today}::date`,
    overdue: sql`ob.state IN ('todo', 'in_progress', 'returned') AND coalesce(ob.extended_to, ob.due_on) < ${today}::date`,
  }[query.which];
  const [dueOn = "0001-01-01", id = "00000000-0000-0000-0000-000000000000"] = query.after?.split(" ") ?? [];
  const { rows } = await sql<Row>`
    SELECT ob.id, ob.organization_id AS "organizationId", o.name AS "organizationName", ob.subject_id AS "subjectId", s.name AS "subjectName",
      ob.template_code AS "templateCode", p.name AS "sourceName", ob.period_from AS "periodFrom", ob.period_to AS "periodTo",
      ob.occurrence, ob.due_on AS "dueOn", ob.state, ob.record_id AS "recordId"
    FROM organization o
    JOIN obligation ob ON ob.tenant_id = o.tenant_id AND ob.organization_id = o.id
    JOIN organization s ON s.tenant_id = ob.tenant_id AND s.id = ob.subject_id
    JOIN plan_line l ON l.tenant_id = ob.tenant_id AND l.id = ob.source_id
    JOIN plan p ON p.tenant_id = l.tenant_id AND p.id = l.plan_id
    WHERE o.tenant_id = ${tenantId} AND ${inScope("o.path", narrow(scope, place.path))} AND ${which}
      AND ob.due_on >= ${query.dueFrom ?? "0001-01-01"}::date AND ob.due_on <= ${query.dueTo ?? "9999-12-31"}::date
      AND (ob.due_on, ob.id) > (${dueOn}::date, ${id}::uuid)
    ORDER BY ob.due_on, ob.id LIMIT ${query.limit + 1}`.execute(database);
  const templates = await currentTemplates(database, tenantId);
  const items = rows.slice(0, query.limit).map((row) => {
    const template = templates.get(row.templateCode)?.body;
    return {
      ...row,
      templateName: template?.name ?? { zh: row.templateCode, en: row.templateCode },
      standard: template?.checks.map((check) => check.name) ?? [],
      cadence: template?.cadence.every ?? "",
    };
  });
  const last = items.at(-1);
  return { items, next: rows.length > query.limit && last ? `${last.dueOn} ${last.id}` : null, today };
}
