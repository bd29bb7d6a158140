import { obligationsOfLine } from "@dutyloop/domain/duties/plan-rules.ts";
import type { ObligationDraft, OwingOrganization } from "@dutyloop/domain/duties/things.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { currentTemplates, type TemplateVersion } from "../standards/index.ts";
import { owingOrganizations } from "./owing-organizations.ts";

export type NewPlan = { organizationId: string; year: number; name: string; templateCodes: readonly string[] };
type Line = { id: string; isNew: boolean; template: TemplateVersion };
type State = {
  planId: string;
  planExists: boolean;
  path: string;
  lines: Line[];
  unknown: string[];
  organizations: OwingOrganization[];
  existing: number;
};
type Decision = { state: State; drafts: { draft: ObligationDraft; version: number }[] };
type Answer = { planId: string; issued: number; existing: number; organizations: number };

/**
 * Issues a year's plan: every branch at and below the organisation owes what its lines say. Issuing again, also with
 * more lines or after branches were added, makes only what is missing; nothing is made twice (MTG-21).
 */
export const issuePlan: UseCase<NewPlan, State, Decision, Answer> = {
  name: "duties.issue_plan",
  access: "plan.issue",
  async load(transaction, input, { actor }) {
    const { tenantId } = actor;
    const place = await transaction
      .selectFrom("organization")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", input.organizationId)
      .select("path")
      .executeTakeFirst();
    if (!place) throw notFound();
    const templates = await currentTemplates(transaction, tenantId);
    const plan = await transaction
      .selectFrom("plan")
      .where("tenant_id", "=", tenantId)
      .where("organization_id", "=", input.organizationId)
      .where("year", "=", input.year)
      .select("id")
      .forUpdate()
      .executeTakeFirst();
    const known = plan
      ? await transaction
          .selectFrom("plan_line")
          .where("tenant_id", "=", tenantId)
          .where("plan_id", "=", plan.id)
          .select(["id", "template_code"])
          .execute()
      : [];
    const lines = [...new Set(input.templateCodes)].flatMap((code): Line[] => {
      const template = templates.get(code);
      const line = known.find((candidate) => candidate.template_code === code);
      return template ? [{ id: line?.id ?? uuidv7(), isNew: !line, template }] : [];
    });
    const organizations = await owingOrganizations(transaction, tenantId, place.path, input.year);
    const { rows } = await sql<{ existing: number }>`SELECT count(*)::int AS existing FROM obligation
      WHERE tenant_id = ${tenantId} AND source_id = ANY(${lines.map((line) => line.id)}::uuid[])`.execute(transaction);
    return {
      planId: plan?.id ?? uuidv7(),
      planExists: plan !== undefined,
      path: place.path,
      lines,
      unknown: input.templateCodes.filter((code) => !templates.has(code)),
      organizations,
      existing: rows[0]?.existing ?? 0,
    };
  },
  place: ({ path }) => path,
  decide(state, { year }) {
    const [unknown] = state.unknown;
    if (unknown !== undefined) return refuse("plan.template_unknown", { template: unknown }, "templateCodes");
    if (state.organizations.length === 0) return refuse("plan.no_organization", {}, "organizationId");
    const drafts = state.lines.flatMap(({ id, template }) =>
      state.organizations.flatMap((organization) =>
        obligationsOfLine({ id, template: template.body, cadence: template.body.cadence }, organization, year).map(
          (draft) => ({ draft, version: template.version }),
        ),
      ),
    );
    return { state, drafts };
  },
  async save(saving, { state, drafts }, { actor, now }, input) {
    const tenant_id = actor.tenantId;
    const { transaction } = saving;
    if (!state.planExists) {
      await transaction
        .insertInto("plan")
        .values({
          tenant_id,
          id: state.planId,
          organization_id: input.organizationId,
          year: input.year,
          name: input.name,
          issued_at: now,
        })
        .execute();
    }
    saving.insert(
      "plan_line",
      ...state.lines
        .filter((line) => line.isNew)
        .map((line) => ({
          tenant_id,
          id: line.id,
          plan_id: state.planId,
          template_code: line.template.body.code,
          template_version: line.template.version,
        })),
    );
    await saving.flush();
    const rows = drafts.map(({ draft, version }) => ({
      tenant_id,
      id: uuidv7(),
      organization_id: draft.organizationId,
      subject_id: draft.subjectId,
      source_table: "plan_line",
      source_id: draft.sourceId,
      template_code: draft.templateCode,
      template_version: version,
      period_from: draft.periodFrom,
      period_to: draft.periodTo,
      occurrence: draft.occurrence,
      due_on: draft.dueOn,
      state: "todo",
    }));
    await sql`INSERT INTO obligation (tenant_id, id, organization_id, subject_id, source_table, source_id, template_code,
        template_version, period_from, period_to, occurrence, due_on, state)
      SELECT tenant_id, id, organization_id, subject_id, source_table, source_id, template_code,
        template_version, period_from, period_to, occurrence, due_on, state
      FROM jsonb_populate_recordset(NULL::obligation, ${JSON.stringify(rows)}::jsonb)
      ON CONFLICT (tenant_id, source_id, organization_id, subject_id, period_from, occurrence) DO NOTHING`.execute(
      transaction,
    );
  },
  audit: ({ state, drafts }, input) => ({
    object: `plan ${state.planId}`,
    after: { year: input.year, lines: state.lines.length, obligations: drafts.length },
  }),
  answer: ({ state, drafts }) => ({
    planId: state.planId,
    issued: drafts.length - state.existing,
    existing: state.existing,
    organizations: state.organizations.length,
  }),
};
