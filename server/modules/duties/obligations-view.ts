import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import { inScope, placeInScope } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { templateBodies } from "./plan-lines.ts";

export type Item = Answer<"listObligations">["items"][number];
/** A duty as its rows say it; names and standard of its template are added. */
export type DutyRow = Omit<Item, "templateName" | "kind" | "standard" | "cadence"> & {
  readonly templateVersion: number;
};

/** The columns of duties `ob` of organisations `o`, whatever orders them. */
export const dutyColumns = sql`ob.id, ob.organization_id AS "organizationId", o.name AS "organizationName",
  ob.subject_id AS "subjectId", s.name AS "subjectName", ob.template_code AS "templateCode",
  ob.template_version AS "templateVersion", coalesce(p.name, '') AS "sourceName", coalesce(l.requirement, 'basic') AS requirement,
  coalesce(l.direction, '') AS direction, ob.period_from AS "periodFrom", ob.period_to AS "periodTo", ob.occurrence,
  ob.due_on AS "dueOn", ob.extended_to AS "extendedTo", ob.state, ob.progress, ob.record_id AS "recordId",
  (SELECT count(*)::int FROM obligation_request r WHERE r.tenant_id = ob.tenant_id AND r.obligation_id = ob.id
    AND r.state = 'open' AND ob.state NOT IN ('discharged', 'waived')) AS "openRequests"`;

/** The joins that `dutyColumns` reads; a duty that no plan orders stays in the list. */
export const dutySources = sql`JOIN organization s ON s.tenant_id = ob.tenant_id AND s.id = ob.subject_id
  LEFT JOIN plan_line l ON l.tenant_id = ob.tenant_id AND l.id = ob.source_id AND ob.source_table = 'plan_line'
  LEFT JOIN plan p ON p.tenant_id = l.tenant_id AND p.id = l.plan_id`;

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
  const { rows } = await sql<DutyRow>`
    SELECT ${dutyColumns}
    FROM organization o
    JOIN obligation ob ON ob.tenant_id = o.tenant_id AND ob.organization_id = o.id
    ${dutySources}
    WHERE o.tenant_id = ${tenantId} AND ${inScope("o.path", narrow(scope, place.path))} AND ${which}
      AND ob.due_on >= ${query.dueFrom ?? "0001-01-01"}::date AND ob.due_on <= ${query.dueTo ?? "9999-12-31"}::date
      AND (ob.due_on, ob.id) > (${dueOn}::date, ${id}::uuid)
    ORDER BY ob.due_on, ob.id LIMIT ${query.limit + 1}`.execute(database);
  const items = await presentDuties(database, tenantId, rows.slice(0, query.limit));
  const last = items.at(-1);
  return { items, next: rows.length > query.limit && last ? `${last.dueOn} ${last.id}` : null, today };
}

/** Adds what the version of the template says that a duty was issued with. */
export async function presentDuties<Row extends DutyRow>(
  database: ReadDatabase,
  tenantId: number,
  rows: readonly Row[],
): Promise<(Row & Item)[]> {
  const bodies = await templateBodies(database, tenantId, rows);
  return rows.map((row) => {
    const body = bodies.get(`${row.templateCode} ${row.templateVersion}`);
    return {
      ...row,
      templateName: body?.name ?? { zh: row.templateCode, en: row.templateCode },
      kind: body?.kind ?? "record",
      standard: body?.checks.map((check) => check.name) ?? [],
      cadence: body?.cadence?.every ?? "",
    };
  });
}
