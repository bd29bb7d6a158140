import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { addMonthsTo } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { refuseBy } from "@dutyloop/domain/organization/finding.ts";
import { movedMonthsUsual, moveRefusal } from "@dutyloop/domain/organization/terms/term-rules.ts";
import { sql } from "kysely";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import type { TermRow } from "./term-standing.ts";

type Input = { readonly organizationId: string; readonly months: number; readonly approval: string };
type State = { readonly path: string; readonly term: Omit<TermRow, "beganOn"> | null };
type Decision = { readonly termId: string; readonly before: string; readonly extendedTo: string };

/** Extends the standing term by months after its regular end, with the superior's approval (ORG-17). */
export const extendTerm: UseCase<Input, State, Decision, Answer<"extendTerm">> = {
  name: "organization.extend_term",
  access: "organization.manage",
  async load(transaction, { organizationId }, { actor }) {
    const { rows } = await sql<{ path: string }>`SELECT path FROM organization
      WHERE tenant_id = ${actor.tenantId} AND id = ${organizationId}::uuid FOR NO KEY UPDATE`.execute(transaction);
    const [place] = rows;
    if (!place) throw notFound();
    const terms = await sql<Omit<TermRow, "beganOn">>`
      SELECT id, due_on AS "dueOn", extended_to AS "extendedTo", approval FROM term_of_office
      WHERE tenant_id = ${actor.tenantId} AND organization_id = ${organizationId}::uuid AND ended_on IS NULL`.execute(
      transaction,
    );
    return { ...place, term: terms.rows[0] ?? null };
  },
  place: ({ path }) => path,
  decide({ term }, { months, approval }) {
    if (term === null) return refuse("term.none");
    const unmoved = moveRefusal(months, approval !== "");
    if (unmoved) return { ...unmoved, field: unmoved.field === "approved" ? "approval" : "months" };
    if (months < 0) return refuseBy("ORG-17", "term.not_later", {}, "months");
    if (months > movedMonthsUsual) {
      return refuseBy("ORG-17", "term.extended_too_long", { months, most: movedMonthsUsual }, "months", "general");
    }
    const extendedTo = addMonthsTo(term.dueOn, months);
    const before = term.extendedTo ?? term.dueOn;
    return extendedTo > before
      ? { termId: term.id, before, extendedTo }
      : refuseBy("ORG-17", "term.not_later", {}, "months");
  },
  save(saving, { termId, extendedTo }, { actor }, { approval }) {
    saving.change(sql`UPDATE term_of_office SET extended_to = ${extendedTo}, approval = ${approval}
      WHERE tenant_id = ${actor.tenantId} AND id = ${termId}::uuid`);
  },
  audit: ({ before, extendedTo }, { organizationId, approval }) => ({
    object: `organization ${organizationId}`,
    before: { endsOn: before },
    after: { endsOn: extendedTo, approval },
  }),
  answer: ({ extendedTo }) => ({ endsOn: extendedTo }),
};
