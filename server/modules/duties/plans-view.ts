import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, type Scope, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import { inScope } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { PlanRow } from "./plan-change.ts";
import { linesOfPlans, type StoredLine } from "./plan-lines.ts";

type Plan = Answer<"listPlans">["items"][number];

/** The plans that organisations of the caller's scope have issued, newest year first, and the classes there are. */
export async function listPlans(request: ReadRequest<"listPlans">): Promise<Answer<"listPlans">> {
  const { database, tenantId, scope, today } = request;
  const { rows } = await sql<Plan>`
    SELECT p.id, p.organization_id AS "organizationId", o.name AS "organizationName", p.year, p.name, p.version,
      (SELECT count(*)::int FROM plan_line l WHERE l.tenant_id = p.tenant_id AND l.plan_id = p.id AND l.retired_at IS NULL) AS lines,
      d.obligations, d.discharged, d.waived
    FROM plan p
    JOIN organization o ON o.tenant_id = p.tenant_id AND o.id = p.organization_id
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE ob.state <> 'waived')::int AS obligations,
        count(*) FILTER (WHERE ob.state = 'discharged')::int AS discharged, count(*) FILTER (WHERE ob.state = 'waived')::int AS waived
      FROM plan_line l JOIN obligation ob ON ob.tenant_id = l.tenant_id AND ob.source_id = l.id
      WHERE l.tenant_id = p.tenant_id AND l.plan_id = p.id) d
    WHERE p.tenant_id = ${tenantId} AND ${inScope("o.path", scope)}
    ORDER BY p.year DESC, o.path LIMIT 200`.execute(database);
  const { rows: classes } = await sql<{ class: string }>`
    SELECT DISTINCT o.class FROM organization o
    WHERE o.tenant_id = ${tenantId} AND ${inScope("o.path", scope)} AND o.class IS NOT NULL
      AND (o.valid_to IS NULL OR o.valid_to >= ${today}::date) ORDER BY 1`.execute(database);
  return { items: rows, classes: classes.map((row) => row.class) };
}

/** A plan of an organisation inside the scope; any other is answered as if it weren't there. */
export async function planInScope(
  database: ReadDatabase,
  tenantId: number,
  scope: Scope,
  planId: string,
): Promise<PlanRow & { readonly name: string; readonly organizationName: string; readonly issuedAt: Date }> {
  const { rows } = await sql<PlanRow & { name: string; organizationName: string; issuedAt: Date }>`
    SELECT p.id, p.organization_id AS "organizationId", o.name AS "organizationName", p.year, p.version, p.name,
      p.issued_at AS "issuedAt", o.path
    FROM plan p JOIN organization o ON o.tenant_id = p.tenant_id AND o.id = p.organization_id
    WHERE p.tenant_id = ${tenantId} AND p.id = ${planId}::uuid`.execute(database);
  const [plan] = rows;
  if (!plan || !covers(scope, plan.path)) throw notFound();
  return plan;
}

type Line = Answer<"getPlan">["lines"][number];
type Counts = Pick<Line, "id" | "duties" | "discharged" | "overdue" | "waived">;

/** One plan with its lines as they stand and how far they are, ended ones last, and all of its changes. */
export async function getPlan(request: ReadRequest<"getPlan">): Promise<Answer<"getPlan">> {
  const { database, tenantId, scope, params, caller, today } = request;
  const { path, issuedAt, ...plan } = await planInScope(database, tenantId, scope, params.planId);
  const lines = await linesOfPlans(database, tenantId, sql<boolean>`p.id = ${plan.id}::uuid`);
  const { rows } = await sql<Counts>`
    SELECT ob.source_id AS id, count(*) FILTER (WHERE ob.state <> 'waived')::int AS duties,
      count(*) FILTER (WHERE ob.state = 'discharged')::int AS discharged,
      count(*) FILTER (WHERE ob.state IN ('todo', 'in_progress', 'returned') AND coalesce(ob.extended_to, ob.due_on) < ${today}::date)::int AS overdue,
      count(*) FILTER (WHERE ob.state = 'waived')::int AS waived
    FROM obligation ob WHERE ob.tenant_id = ${tenantId} AND ob.source_id = ANY(${lines.map(({ id }) => id)}::uuid[])
    GROUP BY 1`.execute(database);
  const counts = new Map(rows.map((row) => [row.id, row]));
  const shown = lines.map((line): Line => shownLine(line, counts.get(line.id)));
  return {
    ...plan,
    issuedAt: issuedAt.toISOString(),
    mayChange: covers(scopeOf(caller.actor, "plan.issue", today), path),
    lines: [
      ...shown.filter(({ retiredAt }) => retiredAt === null),
      ...shown.filter(({ retiredAt }) => retiredAt !== null),
    ],
    changes: await changesOf(database, tenantId, plan.id),
    today,
  };
}

function shownLine({ id, written, line, templateVersion, retiredAt }: StoredLine, counts: Counts | undefined): Line {
  const { classes, kinds, ...rest } = written;
  return {
    ...rest,
    id,
    classes: [...classes],
    kinds: [...kinds],
    templateName: line.template.name,
    templateVersion,
    every: line.cadence.every,
    times: line.cadence.times,
    retiredAt: retiredAt?.toISOString() ?? null,
    duties: counts?.duties ?? 0,
    discharged: counts?.discharged ?? 0,
    overdue: counts?.overdue ?? 0,
    waived: counts?.waived ?? 0,
  };
}

type Change = Answer<"getPlan">["changes"][number];

async function changesOf(database: ReadDatabase, tenantId: number, planId: string): Promise<Change[]> {
  const { rows } = await sql<Omit<Change, "changedAt"> & { changedAt: Date }>`
    SELECT c.version, c.from_day AS "from", c.reason, c.changed_at AS "changedAt", a.display_name AS "changedBy", c.body->'lines' AS lines
    FROM plan_change c JOIN account a ON a.tenant_id = c.tenant_id AND a.id = c.changed_by
    WHERE c.tenant_id = ${tenantId} AND c.plan_id = ${planId}::uuid ORDER BY c.version DESC`.execute(database);
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
}
