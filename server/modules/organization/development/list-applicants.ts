import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import { type Stage, stageOf } from "@dutyloop/domain/organization/development/stage-of.ts";
import { timelineOf } from "@dutyloop/domain/organization/development/timeline.ts";
import { developmentStages } from "@dutyloop/domain/organization/development-things.ts";
import type { MemberState } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { inScope, placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { type CaseRows, caseOf, casesOf, stateOfSteps } from "./case-rows.ts";

type Item = Answer<"listApplicants">["items"][number];
type Row = { personId: string; path: string; state: MemberState; finished: number[] };

/**
 * Who is on the way into the Party in the subtree, by place, with the step that comes next. Which stage somebody is in
 * follows from the steps, so it is decided by the rule and not by the query.
 */
export async function listApplicants(request: ReadRequest<"listApplicants">): Promise<Answer<"listApplicants">> {
  const { database, tenantId, params, query, today } = request;
  const place = await placeInScope(database, tenantId, request.scope, params.organizationId);
  const scope = narrow(request.scope, place.path);
  // A full member is on the list until the papers are filed.
  const { rows } = await sql<Row>`
    SELECT m.person_id AS "personId", o.path, m.state,
      coalesce(array_agg(s.step) FILTER (WHERE s.details ->> 'conclusion' IS DISTINCT FROM 'failed'), '{}') AS finished
    FROM organization o
    JOIN membership m ON m.tenant_id = o.tenant_id AND m.organization_id = o.id
    LEFT JOIN development_step s ON s.tenant_id = m.tenant_id AND s.person_id = m.person_id
      AND s.withdrawn IS NULL AND s.replaced_by IS NULL
    WHERE o.tenant_id = ${tenantId} AND ${inScope("o.path", scope)}
      AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to >= ${today}::date)
      AND (m.state IN ('APPLICANT', 'ACTIVIST', 'CANDIDATE', 'PROBATIONARY') OR (m.state IN ('FULL', 'CORRECTING') AND m.person_id IN (
        SELECT d.person_id FROM development_step d WHERE d.tenant_id = ${tenantId} AND d.step = 24
          AND d.withdrawn IS NULL AND d.replaced_by IS NULL)))
    GROUP BY m.person_id, o.path, m.state ORDER BY o.path, m.person_id`.execute(database);
  const all = rows
    .filter(({ finished }) => !finished.includes(25))
    .map((row) => ({
      ...row,
      stage: stageOf(stateOfSteps(row.state), new Set(row.finished)),
      key: `${row.path} ${row.personId}`,
    }));
  const wanted = all.filter(({ stage }) => query.stage === undefined || stage === query.stage);
  const { after } = query;
  const rest = after === undefined ? wanted : wanted.filter(({ key }) => key > after);
  const page = rest.slice(0, query.limit);
  return {
    items: await itemsOf(request, page),
    next: rest.length > query.limit ? (page.at(-1)?.key ?? null) : null,
    counts: developmentStages.map((_, index) => ({
      stage: index + 1,
      people: all.filter(({ stage }) => stage === index + 1).length,
    })),
  };
}

async function itemsOf(
  { database, tenantId, today, workCalendar }: ReadRequest<"listApplicants">,
  page: readonly (Row & { stage: Stage })[],
): Promise<Item[]> {
  const cases = await casesOf(database, { tenantId, personIds: page.map(({ personId }) => personId), on: today });
  const stages = new Map(page.map(({ personId, stage }) => [personId, stage]));
  return cases.map((found) => itemOf(found, stages.get(found.personId) ?? 1, { today, calendar: workCalendar }));
}

function itemOf(found: CaseRows, stage: Stage, terms: Parameters<typeof timelineOf>[1]): Item {
  const assessments = found.acts.filter(({ kind }) => kind === "assessment").map(({ on }) => on);
  const { steps, current } = timelineOf(caseOf(found), { ...terms, assessments });
  const next = steps.find(({ step }) => step === current);
  const latest = next?.latest?.on ?? null;
  return {
    personId: found.personId,
    name: found.name,
    organizationId: found.organizationId,
    organizationName: found.organizationName,
    state: stateOfSteps(found.state) as Item["state"],
    stage,
    current,
    earliest: next?.earliest?.on ?? null,
    latest,
    overdue: latest !== null && latest < terms.today,
    warnings: steps.reduce((count, { warnings }) => count + warnings.length, 0),
  };
}
