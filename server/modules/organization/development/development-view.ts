import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers } from "@dutyloop/domain/identity/access-policy.ts";
import { mayDefer } from "@dutyloop/domain/organization/development/deferral-rules.ts";
import { stageOf } from "@dutyloop/domain/organization/development/stage-of.ts";
import type { StepStanding } from "@dutyloop/domain/organization/development/timeline.ts";
import { timelineOf } from "@dutyloop/domain/organization/development/timeline.ts";
import { developmentStates } from "@dutyloop/domain/organization/member-things.ts";
import type { MemberState } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import { type CaseRows, caseOf, casesOf, type StepRow, stateOfSteps, transferredInOn } from "./case-rows.ts";
import { actsFor, committeeOf, superiorsOf } from "./superior.ts";

type Shown = Answer<"getDevelopment">;
type Step = Shown["steps"][number];

/** The 25 steps of one person: what was entered, and from when to when the others are to be taken. */
export async function getDevelopment(request: ReadRequest<"getDevelopment">): Promise<Shown> {
  const { database, tenantId, scope, params, today, workCalendar, caller } = request;
  const [found] = await casesOf(database, { tenantId, personIds: [params.personId], on: today });
  if (!found || !covers(scope, found.path)) throw notFound();
  const assessments = found.acts.filter(({ kind }) => kind === "assessment").map(({ id, on }) => ({ id, on }));
  const each = caseOf(found);
  const timeline = timelineOf(each, {
    today,
    calendar: workCalendar,
    assessments: assessments.map(({ on }) => on),
  });
  const superiors = await superiorsOf(database, tenantId, found.path, today);
  const names = await namesOf(request, found);
  const extension = found.acts.find(({ kind }) => kind === "extension");
  const deferral = found.acts.find(({ kind }) => kind === "deferral");
  const finished = timeline.steps.filter(({ state }) => state === "done" || state === "exempted");
  return {
    person: {
      id: found.personId,
      name: found.name,
      bornOn: found.bornOn,
      organizationId: found.organizationId,
      organizationName: found.organizationName,
      state: stateOf(found.state),
    },
    stage: stageOf(stateOfSteps(found.state), new Set(finished.map(({ step }) => step))),
    current: timeline.current,
    probationEndsOn: timeline.probationEndsOn,
    standingFrom: timeline.standingFrom,
    mayApprove: actsFor(caller.actor, committeeOf(superiors), today),
    steps: timeline.steps.map((standing) => stepOf(standing, found.steps, names)),
    assessments,
    extension: extension ? { id: extension.id, on: extension.on, months: extension.months ?? 0 } : null,
    deferral: deferral ? { id: deferral.id, on: deferral.on, months: deferral.months ?? 0 } : null,
    mayDefer: mayDefer(each, transferredInOn(found, each), today),
  };
}

/** Who left, or is suspended, is no longer on the way; that somebody is to correct himself isn't told here (MEM-12). */
function stateOf(kept: MemberState): Shown["person"]["state"] {
  const state = stateOfSteps(kept);
  const shown: readonly MemberState[] = [...developmentStates, "PROBATIONARY", "FULL"];
  return shown.includes(state) ? (state as Shown["person"]["state"]) : null;
}

function stepOf(standing: StepStanding, rows: readonly StepRow[], names: ReadonlyMap<string, string>): Step {
  const row = rows.find(({ step }) => step === standing.step);
  const { details = {}, exemption = null } = row ?? {};
  return {
    ...standing,
    warnings: [...standing.warnings],
    entry:
      row && exemption === null
        ? {
            id: row.id,
            on: row.on,
            conclusion: details.conclusion ?? null,
            supporters: (details.people ?? []).map((personId) => ({ personId, name: names.get(personId) ?? null })),
            training: details.training ?? null,
            notice: details.notice ?? null,
            special: details.special ?? false,
            papers: [...(details.papers ?? [])],
          }
        : null,
    exemption: row && exemption !== null ? { id: row.id, reason: exemption } : null,
  };
}

/** Names of contacts and introducers, as far as the caller may see the branch they belong to today. */
async function namesOf(
  { database, tenantId, scope, today }: ReadRequest<"getDevelopment">,
  { steps }: CaseRows,
): Promise<Map<string, string>> {
  const ids = [...new Set(steps.flatMap(({ details }) => details.people ?? []))];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string; path: string }>`
    SELECT DISTINCT ON (p.id) p.id, p.name, o.path FROM person p
    JOIN membership m ON m.tenant_id = p.tenant_id AND m.person_id = p.id
    JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
    WHERE p.tenant_id = ${tenantId} AND p.id = ANY(${ids}::uuid[])
    ORDER BY p.id, m.valid_from <= ${today} DESC, abs(m.valid_from - ${today}::date), m.id`.execute(database);
  return new Map(rows.filter(({ path }) => covers(scope, path)).map(({ id, name }) => [id, name]));
}
