import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { dispositionStates } from "@dutyloop/domain/organization/member-things.ts";
import { correctionEnd, correctionFinding } from "@dutyloop/domain/organization/members/membership-rules.ts";
import type { MemberState } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { inScope, placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { type ActRow, actRow, presentAct } from "./acts.ts";

type Row = ActRow & {
  readonly personId: string;
  readonly personName: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly stateNow: MemberState;
  readonly correctionMonths: number | null;
};

/** Dispositions of those who are, or were last, members of an organisation and below; newest first (MEM-12). */
export async function listDispositions(request: ReadRequest<"listDispositions">): Promise<Answer<"listDispositions">> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const { after, limit } = query;
  const { rows } = await sql<Row>`
    SELECT ${actRow}, p.id AS "personId", p.name AS "personName", o.id AS "organizationId", o.name AS "organizationName",
      m.state AS "stateNow", (a.details ->> 'correctionMonths')::int AS "correctionMonths"
    FROM member_act a
    JOIN person p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
    JOIN LATERAL (SELECT * FROM membership m WHERE m.tenant_id = a.tenant_id AND m.person_id = a.person_id
      ORDER BY m.valid_from <= ${today}::date DESC, abs(m.valid_from - ${today}::date), m.id LIMIT 1) m ON true
    JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
    WHERE a.tenant_id = ${tenantId} AND ${inScope("o.path", narrow(scope, place.path))}
      AND (a.to_state = ANY(${[...dispositionStates]}) OR a.from_state = 'CORRECTING')
      ${after ? sql`AND (a.effective_on, a.id) < (${after.slice(37)}::date, ${after.slice(0, 36)}::uuid)` : sql``}
    ORDER BY a.effective_on DESC, a.id DESC LIMIT ${limit + 1}`.execute(database);
  const last = rows.at(limit - 1);
  return {
    items: rows.slice(0, limit).map((row) => present(row, today)),
    next: rows.length > limit && last ? `${last.id} ${last.effectiveOn}` : null,
  };
}

function present(row: Row, today: PlainDate): Answer<"listDispositions">["items"][number] {
  const { to, effectiveOn, correctionMonths, stateNow } = row;
  const endsOn = to === "CORRECTING" && correctionMonths !== null ? correctionEnd(effectiveOn, correctionMonths) : null;
  return {
    ...presentAct(row, { dispositions: true, development: true }),
    personId: row.personId,
    personName: row.personName,
    organizationId: row.organizationId,
    organizationName: row.organizationName,
    endsOn,
    undecided: endsOn !== null && stateNow === "CORRECTING" && correctionFinding(endsOn, today) !== null,
  };
}
