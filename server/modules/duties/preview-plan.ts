import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { costOfPlan, typedFields } from "@dutyloop/domain/duties/plan-cost.ts";
import { countDuties } from "@dutyloop/domain/duties/plan-rules.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { afterSubtree, placeInScope } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { Refused } from "../../platform/ritual/refused.ts";
import { planChange } from "./plan-change.ts";
import { countOwing, type Planned, plannedLines } from "./planned-lines.ts";
import { planInScope } from "./plans-view.ts";

/** What a plan would make and cost if it were issued now. Nothing is written. */
export async function previewPlan(request: ReadRequest<"previewPlan">): Promise<Answer<"previewPlan">> {
  const { database, tenantId, scope, params, body, today } = request;
  const { path } = await placeInScope(database, tenantId, scope, params.organizationId);
  const planned = await plannedLines(database, tenantId, { path, year: body.year, today }, body.lines, () => null);
  if (isRefusal(planned)) throw new Refused(planned);
  const codes = planned.lines.map(({ written }) => written.templateCode);
  return {
    duties: planned.duties,
    organizations: countOwing(planned.lines),
    lines: planned.lines.map((line) => {
      const duties = countDuties(line.patterns);
      const fields = duties * typedFields(line.line.template);
      return { templateCode: line.written.templateCode, duties, organizations: countOwing([line]), fields };
    }),
    cost: costOf(planned),
    overlaps: await overlapping(database, tenantId, { path, year: body.year, id: params.organizationId }, codes),
  };
}

/** What a change of an issued plan would make and waive. Nothing is written; its digest is what the change has to name. */
export async function previewPlanChange(
  request: ReadRequest<"previewPlanChange">,
): Promise<Answer<"previewPlanChange">> {
  const { database, tenantId, scope, params, body, today } = request;
  const plan = await planInScope(database, tenantId, scope, params.planId);
  const change = await planChange(database, tenantId, plan, body, today);
  if (isRefusal(change)) throw new Refused(change);
  const { digest, planned, summary } = change;
  return { digest, duties: planned.duties, lines: [...summary], cost: costOf(planned) };
}

function costOf({ lines, organizations }: Planned): Answer<"previewPlan">["cost"] {
  const classes = new Map(organizations.map((organization) => [organization.id, organization.class]));
  const owed = lines.map(({ line, patterns }) => ({ template: line.template, patterns }));
  return costOfPlan(owed, (id) => classes.get(id) ?? null);
}

/** Plans of organisations above and below for the same year that order the same work. */
async function overlapping(
  database: ReadDatabase,
  tenantId: number,
  place: { readonly path: string; readonly year: number; readonly id: string },
  codes: readonly string[],
): Promise<Answer<"previewPlan">["overlaps"]> {
  const { rows } = await sql<Answer<"previewPlan">["overlaps"][number]>`
    SELECT DISTINCT p.id AS "planId", p.name AS "planName", l.template_code AS "templateCode"
    FROM plan p
    JOIN organization o ON o.tenant_id = p.tenant_id AND o.id = p.organization_id
    JOIN plan_line l ON l.tenant_id = p.tenant_id AND l.plan_id = p.id AND l.retired_at IS NULL
    WHERE p.tenant_id = ${tenantId} AND p.year = ${place.year} AND p.organization_id <> ${place.id}::uuid
      AND l.template_code = ANY(${[...codes]})
      AND ((o.path >= ${place.path} AND o.path < ${afterSubtree(place.path)}) OR starts_with(${place.path}, o.path))
    ORDER BY 2, 1, 3 LIMIT 100`.execute(database);
  return rows;
}
