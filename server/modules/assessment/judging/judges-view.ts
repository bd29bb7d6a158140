import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { afterSubtree, placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { pathsAbove } from "../sheet-keys.ts";
import { indicatorNames, judgedFor } from "./judged-for.ts";
import { judgingAccounts } from "./judging-accounts.ts";

type Row = {
  id: string;
  indicatorCode: string;
  organizationId: string;
  organizationName: string;
  path: string;
  accountId: string;
  accountName: string;
  validFrom: PlainDate;
  validTo: PlainDate | null;
};

/** Who judges at an organisation or below it, also by being named above it. */
export async function listJudges(request: ReadRequest<"listJudges">): Promise<Answer<"listJudges">> {
  const { database, tenantId, scope, params, query, caller, today } = request;
  const { path } = await placeInScope(database, tenantId, scope, params.organizationId);
  const code = query.indicatorCode ?? null;
  const { rows } = await sql<Row>`
    SELECT j.id, j.indicator_code AS "indicatorCode", j.organization_id AS "organizationId", o.name AS "organizationName", o.path,
      j.account_id AS "accountId", a.display_name AS "accountName", j.valid_from AS "validFrom", j.valid_to AS "validTo"
    FROM judge j
    JOIN organization o ON o.tenant_id = j.tenant_id AND o.id = j.organization_id
    JOIN account a ON a.tenant_id = j.tenant_id AND a.id = j.account_id
    WHERE j.tenant_id = ${tenantId} AND (${code}::text IS NULL OR j.indicator_code = ${code})
      AND ((o.path >= ${path} AND o.path < ${afterSubtree(path)}) OR o.path = ANY(${pathsAbove(path)}))
    ORDER BY j.indicator_code, o.path, a.display_name, j.valid_from`.execute(database);
  const [linesOf, names] = await Promise.all([
    judgedFor(database, tenantId, path, today),
    indicatorNames(
      database,
      tenantId,
      rows.map(({ indicatorCode }) => indicatorCode),
    ),
  ]);
  return {
    items: rows.map(({ path: at, organizationName, ...row }) => ({
      ...row,
      indicatorName: names.get(row.indicatorCode) ?? { zh: row.indicatorCode, en: row.indicatorCode },
      judgedFor: linesOf(row.indicatorCode),
      organizationName: covers(scope, at) ? organizationName : null,
      self: row.accountId === caller.actor.accountId,
    })),
  };
}

/** Who could be named as a judge at an organisation: whoever holds a role that judges, there or above. */
export async function listJudgeCandidates(
  request: ReadRequest<"listJudgeCandidates">,
): Promise<Answer<"listJudgeCandidates">> {
  const { database, tenantId, scope, params, today } = request;
  const { path } = await placeInScope(database, tenantId, scope, params.organizationId);
  return { items: await judgingAccounts(database, tenantId, path, today) };
}
