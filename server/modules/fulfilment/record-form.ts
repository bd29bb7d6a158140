import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { expectedOf } from "@dutyloop/domain/fulfilment/attendance-rules.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { firstDayOf, monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { mayRecord } from "@dutyloop/domain/standards/template-policy.ts";
import { sql } from "kysely";
import { placeInScope } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound, Refused } from "../../platform/ritual/refused.ts";
import { rosterOn, withoutImpediments } from "../organization/index.ts";
import { templatesInForce } from "../standards/index.ts";
import { closedMonthsBefore } from "./closed-months.ts";
import { hostOf } from "./record-store.ts";

type Form = Answer<"getRecordForm">;

/** The form of one type for one host, with all that the system knows already: nothing is asked twice (RES-06). */
export async function getRecordForm(request: ReadRequest<"getRecordForm">): Promise<Form> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const subjectId = query.subjectId ?? place.id;
  const host = await hostOf(database, tenantId, place.id, subjectId);
  if (!host?.subjectFits) throw notFound();
  const on = query.on ?? today;
  const templates = (await templatesInForce(database, tenantId))(place.path, on);
  const kind = place.kind as OrganizationKind;
  const template = templates.get(query.template)?.body;
  if (!template || !mayRecord(template, kind)) throw new Refused(refuse("record.template_unknown", {}, "template"));
  const groupId = subjectId === place.id ? null : subjectId;
  const people = await rosterOn(database, tenantId, place.id, on);
  const dispositions = scopeOf(request.caller.actor, "member.read_dispositions", today);
  const roster = covers(dispositions, place.path) ? people : withoutImpediments(people);
  const named = new Map(roster.map((person) => [person.personId, person.name]));
  const expected = expectedOf(roster, template.participants, groupId);
  const open = await openOn(database, tenantId, place.id, on);
  const mine = open.find((duty) => duty.templateCode === template.code && duty.subjectId === subjectId);
  const last = await lastTime(database, tenantId, place.id, subjectId, template.code);
  const stillThere = (id: string | null | undefined) => (id && named.has(id) ? id : null);
  const chairId = stillThere(last?.chairId);
  const recorderId = stillThere(last?.recorderId);
  const form = {
    organizationId: place.id,
    organizationName: place.name,
    subjectId,
    subjectName: host.subjectName,
    template,
    alsoPossible: alsoPossible(open, template.code, subjectId, groupId).flatMap(({ templateCode, openUntil }) => {
      const other = templates.get(templateCode)?.body;
      return other && mayRecord(other, kind) ? [{ template: other, openUntil }] : [];
    }),
    title: "",
    occurredOn: on,
    window: mine ? { from: mine.periodFrom, to: mine.openUntil } : null,
    place: last?.place ?? "",
    chairId,
    recorderId,
    roster: expected.map(({ personId, memberState, exempt, votes }) => ({
      personId,
      name: named.get(personId) ?? "",
      memberState,
      exempt,
      votes,
    })),
  };
  const filledIn = [form.place, chairId, recorderId].filter(Boolean).length + 1 + form.roster.length;
  return { ...form, filledIn, closedMonths: await closedMonthsBefore(database, tenantId, today) };
}

type OpenDuty = { templateCode: string; subjectId: string; periodFrom: PlainDate; openUntil: PlainDate };

async function openOn(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  on: PlainDate,
): Promise<OpenDuty[]> {
  const { rows } = await sql<OpenDuty>`
    SELECT template_code AS "templateCode", subject_id AS "subjectId", period_from AS "periodFrom", period_to AS "openUntil"
    FROM obligation WHERE tenant_id = ${tenantId} AND organization_id = ${organizationId}
      AND due_on >= ${firstDayOf(monthOf(on))}::date AND period_from <= ${on}::date AND period_to >= ${on}::date
      AND state IN ('todo', 'in_progress', 'returned') ORDER BY due_on, template_code`.execute(database);
  return rows;
}

/** Other types that the same occasion could serve as (MTG-18): owed by the same host on that day. */
function alsoPossible(
  open: readonly OpenDuty[],
  templateCode: string,
  subjectId: string,
  groupId: string | null,
): OpenDuty[] {
  if (groupId !== null) return [];
  const others = open.filter((duty) => duty.templateCode !== templateCode && duty.subjectId === subjectId);
  return [...new Map(others.map((duty) => [duty.templateCode, duty])).values()];
}

/** What the last record of this type says of place and people. */
export async function lastTime(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  subjectId: string,
  templateCode: string,
) {
  const { rows } = await sql<{ place: string; chairId: string | null; recorderId: string | null }>`
    SELECT v.body->>'place' AS place, v.body->>'chairId' AS "chairId", v.body->>'recorderId' AS "recorderId"
    FROM record r JOIN record_version v ON v.tenant_id = r.tenant_id AND v.record_id = r.id AND v.version = r.version
    WHERE r.tenant_id = ${tenantId} AND r.organization_id = ${organizationId} AND r.subject_id = ${subjectId}
      AND ${templateCode} = ANY(r.template_codes) AND r.state <> 'revoked'
    ORDER BY r.occurred_on DESC, r.id DESC LIMIT 1`.execute(database);
  return rows[0];
}
