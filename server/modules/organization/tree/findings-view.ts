import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { monthlyCheck } from "@dutyloop/domain/organization/kinds/monthly-check.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { holds, inScope, placeInScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { kindFacts } from "./kind-facts.ts";

type Findings = Answer<"listFindings">["items"][number]["findings"];

/** What the rules of kinds find in these organisations on a day, by id; those that fit have no findings. */
export async function findingsOf(
  database: ReadDatabase,
  tenantId: number,
  ids: readonly string[],
  on: PlainDate,
): Promise<Map<string, Findings>> {
  if (ids.length === 0) return new Map();
  const facts = await kindFacts(database, tenantId, ids, on);
  const names = new Map(facts.flatMap(({ groupNames }) => [...groupNames]));
  return new Map(
    monthlyCheck(facts).map(({ id, findings }) => [
      id,
      findings.map(({ rule, strength, code, values: { group, ...values } }) => {
        const its = typeof group === "string" ? { id: group, name: names.get(group) ?? "" } : null;
        return { rule, strength, code, values, group: its };
      }),
    ]),
  );
}

/** So many organisations are checked in one look, and for one page at most so many looks are taken. */
const atOnce = 500;
const mostLooks = 10;

/** The organisations at and below one that don't fit the rules of their kind today, by place (ORG-05). */
export async function listFindings(request: ReadRequest<"listFindings">): Promise<Answer<"listFindings">> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const items: Answer<"listFindings">["items"] = [];
  let after = query.after ?? "";
  for (let look = 0; look < mostLooks; look += 1) {
    const { rows } = await sql<{ id: string; name: string; kind: OrganizationKind; path: string }>`
      SELECT o.id, p.name, o.kind, o.path FROM organization o
      JOIN organization_place p ON p.tenant_id = o.tenant_id AND p.organization_id = o.id AND ${holds("p", today)}
      WHERE o.tenant_id = ${tenantId} AND ${inScope("o.path", narrow(scope, place.path))} AND o.kind <> 'GROUP' AND o.path > ${after}
      ORDER BY o.path LIMIT ${atOnce}`.execute(database);
    const findings = await findingsOf(
      database,
      tenantId,
      rows.map(({ id }) => id),
      today,
    );
    for (const { id, name, kind, path } of rows) {
      if (items.length === query.limit) return { items, next: after };
      const its = findings.get(id) ?? [];
      if (its.length > 0) items.push({ id, name, kind, findings: its });
      after = path;
    }
    if (rows.length < atOnce) return { items, next: null };
  }
  return { items, next: after };
}
