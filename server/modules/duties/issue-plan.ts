import { lineKey, lineOf, type WrittenLine } from "@dutyloop/domain/duties/plan-line-rules.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { requestCountsSince } from "../../platform/facts/count-requests.ts";
import { tellingProgress } from "../../platform/loops/progress.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { linesOfPlans, type StoredLine } from "./plan-lines.ts";
import { columnsOfLine } from "./plan-rows.ts";
import { countOwing, type Planned, plannedLines, templatesFor } from "./planned-lines.ts";
import { makeDuties } from "./write-duties.ts";

export type NewPlan = {
  readonly organizationId: string;
  readonly year: number;
  readonly name: string;
  readonly lines?: readonly WrittenLine[] | undefined;
  /** Instead of lines: basic work of everybody the templates are for, as they say. */
  readonly templateCodes?: readonly string[] | undefined;
  readonly progress?: string | undefined;
};
type State = {
  readonly planId: string;
  readonly isNew: boolean;
  readonly path: string;
  readonly planned: Planned | Refusal;
  readonly lines: number;
};
/** `issued` is known once the rows are written. */
type Decision = { readonly state: State; readonly planned: Planned; issued: number };
type Answer = { planId: string; issued: number; existing: number; organizations: number };

/**
 * Issues a year's plan: every organisation at and below that its lines reach owes what they say. Issuing again, also with
 * more lines or after organisations were added, makes only what is missing; nothing is made twice (MTG-21).
 */
export const issuePlan: UseCase<NewPlan, State, Decision, Answer> = {
  name: "duties.issue_plan",
  access: "plan.issue",
  async load(transaction, input, { actor, now, today }) {
    const { tenantId } = actor;
    const { organizationId, year } = input;
    tellingProgress(actor.accountId, input.progress, now)("reading");
    const place = await transaction
      .selectFrom("organization")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", organizationId)
      .select("path")
      .executeTakeFirst();
    if (!place) throw notFound();
    // Of a first issue there is no row yet that a second one could wait for.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${tenantId} ${organizationId} ${year}`}, 7080012))`.execute(
      transaction,
    );
    const plan = await transaction
      .selectFrom("plan")
      .where("tenant_id", "=", tenantId)
      .where("organization_id", "=", organizationId)
      .where("year", "=", year)
      .select("id")
      .forUpdate()
      .executeTakeFirst();
    const stored = plan
      ? await linesOfPlans(transaction, tenantId, sql<boolean>`p.id = ${plan.id} AND l.retired_at IS NULL`)
      : [];
    const where = { path: place.path, year, today };
    const templates = await templatesFor(transaction, tenantId, where);
    const written = input.lines ?? (input.templateCodes ?? []).map(plainLine);
    const standing = input.lines
      ? (line: WrittenLine) => sameLine(stored, line, templates.get(line.templateCode)?.body, year)
      : ({ templateCode }: WrittenLine) => stored.find((known) => known.written.templateCode === templateCode) ?? null;
    const asked = input.lines ? written : written.map((line) => standingOr(standing(line), line));
    const planned = await plannedLines(transaction, tenantId, where, asked, standing);
    return {
      planId: plan?.id ?? uuidv7(),
      isNew: plan === undefined,
      path: place.path,
      planned,
      lines: stored.length,
    };
  },
  place: ({ path }) => path,
  decide: (state) => (isRefusal(state.planned) ? state.planned : { state, planned: state.planned, issued: 0 }),
  async save(saving, decision, { actor, now }, input) {
    const { state, planned } = decision;
    const tenant_id = actor.tenantId;
    const { transaction } = saving;
    const tell = tellingProgress(actor.accountId, input.progress, now);
    if (state.isNew) {
      const { organizationId: organization_id, year, name } = input;
      const row = { tenant_id, id: state.planId, organization_id, year, name, issued_at: now };
      await transaction.insertInto("plan").values(row).execute();
    }
    const fresh = planned.lines.filter(({ stands }) => stands === null);
    saving.insert(
      "plan_line",
      ...fresh.map(({ line, written, templateVersion }, index) => ({
        tenant_id,
        id: line.id,
        plan_id: state.planId,
        template_code: written.templateCode,
        ...columnsOfLine(written, templateVersion, state.lines + index + 1),
      })),
    );
    await saving.flush();
    let done = 0;
    for (const { line, templateVersion, patterns } of planned.lines) {
      const ordering = { id: line.id, templateCode: line.template.code, templateVersion };
      decision.issued += await makeDuties(transaction, tenant_id, ordering, patterns, (more) => {
        done += more;
        tell("writing", done, planned.duties);
      });
    }
    if (decision.issued > 0) await requestCountsSince(transaction, tenant_id, `${input.year}-01-01`, now);
    tell("done", planned.duties, planned.duties);
  },
  audit: ({ state, planned }, input) => ({
    object: `plan ${state.planId}`,
    after: { year: input.year, lines: planned.lines.length, obligations: planned.duties },
  }),
  answer: ({ state, planned, issued }) => ({
    planId: state.planId,
    issued,
    existing: planned.duties - issued,
    organizations: countOwing(planned.lines),
  }),
};

function plainLine(templateCode: string): WrittenLine {
  const everybody = { classes: [], kinds: [], cadence: null, fromMonth: null, toMonth: null };
  return { templateCode, requirement: "basic", direction: "", ...everybody };
}

function standingOr(standing: StoredLine | Refusal | null, line: WrittenLine): WrittenLine {
  return standing === null || isRefusal(standing) ? line : standing.written;
}

/** The line of the plan that says the same; one that says otherwise of the same organisations is for a change to mend. */
function sameLine(
  stored: readonly StoredLine[],
  written: WrittenLine,
  body: StoredLine["line"]["template"] | undefined,
  year: number,
): StoredLine | Refusal | null {
  const line = lineOf(written, "asked", body, year);
  if (isRefusal(line)) return null;
  const key = lineKey(line, written);
  const same = stored.find((known) => lineKey(known.line, known.written) === key);
  if (same) return same;
  const reach = (of: WrittenLine) => JSON.stringify([of.templateCode, [...of.classes].sort(), [...of.kinds].sort()]);
  return stored.some((known) => reach(known.written) === reach(written))
    ? refuse("plan.line_differs", { template: written.templateCode }, "lines")
    : null;
}
