import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { parsePeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { sql } from "kysely";
import { afterSubtree, placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { factOfJudgement, isStanding } from "./given-judgements.ts";

type Judgement = Answer<"listJudgements">["items"][number];

/** What judges have given at and below an organisation, in the order in which they first judged. */
export async function listJudgements(request: ReadRequest<"listJudgements">): Promise<Answer<"listJudgements">> {
  const { database, tenantId, scope, params, query } = request;
  const { path } = await placeInScope(database, tenantId, scope, params.organizationId);
  const code = query.indicatorCode ?? null;
  const countsOn = query.period === undefined ? null : (parsePeriod(query.period)?.to ?? "0001-01-01");
  const after = query.after ?? "00000000-0000-0000-0000-000000000000";
  const { rows } = await sql<Omit<Judgement, "judgedAt"> & { judgedAt: Date }>`
    SELECT j.id, j.indicator_code AS "indicatorCode", j.organization_id AS "organizationId", o.name AS "organizationName",
      j.counts_on AS "countsOn", j.account_id AS "accountId", a.display_name AS "judgeName", j.points, j.reason, j.version, j.judged_at AS "judgedAt",
      ${isStanding} AS standing
    FROM judgement j ${factOfJudgement}
    JOIN organization o ON o.tenant_id = j.tenant_id AND o.id = j.organization_id
    JOIN account a ON a.tenant_id = j.tenant_id AND a.id = j.account_id
    WHERE j.tenant_id = ${tenantId} AND o.path >= ${path} AND o.path < ${afterSubtree(path)}
      AND (${code}::text IS NULL OR j.indicator_code = ${code}) AND (${countsOn}::date IS NULL OR j.counts_on = ${countsOn}::date)
      AND j.id > ${after}::uuid
    ORDER BY j.id LIMIT ${query.limit + 1}`.execute(database);
  const items = rows.slice(0, query.limit).map((row) => ({ ...row, judgedAt: row.judgedAt.toISOString() }));
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}
