import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { CanonicalValue } from "@dutyloop/domain/kernel/canonical-json.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Act } from "../../platform/changes/index.ts";
import { requestTreeCount } from "../../platform/facts/count-requests.ts";
import { markConcerned, markTreeChanged } from "../../platform/facts/tree-changed.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { monthsSince } from "../organization/index.ts";
import type { AskedPlan } from "./asked-acts.ts";
import { holdPeople } from "./group-state.ts";
import { type Applicable, type Planned, planFor } from "./planning.ts";
import { shutMonthRefusal } from "./shut-months.ts";
import { writeConsequences } from "./write-consequences.ts";
import { writePeople } from "./write-people.ts";
import { writeTree } from "./write-tree.ts";

type Input = AskedPlan & { readonly organizationId: string; readonly digest: string };
type State = { readonly path: string; readonly planned: Planned };
type Decision = Applicable & { readonly id: string };

/**
 * Re-organises a subtree as one act from a day on: organisations begin, end, move and are renamed, members and posts with
 * them, rights and open duties of what ends end too. Everything is kept as it was, so that it can be taken back whole.
 */
export const applyReorganization: UseCase<Input, State, Decision, Answer<"applyReorganization">> = {
  name: "organization.reorganize",
  access: "organization.reorganize",
  postsIn: ({ effectiveOn }, today) => monthsSince(effectiveOn, today),
  async load(transaction, { organizationId, digest: _digest, ...asked }, { actor, today }) {
    const { tenantId } = actor;
    const begun = asked.acts.filter(({ act }) => act === "create").length;
    // Whoever changes the tree holds this row: two plans at once would be planned on the same state.
    const { rows: labels } = await sql<{ first: number }>`UPDATE tenant SET next_label = next_label + ${begun}
      WHERE tenant_id = ${tenantId} RETURNING next_label - ${begun} AS first`.execute(transaction);
    const { rows } = await sql<{ path: string }>`SELECT path FROM organization
      WHERE tenant_id = ${tenantId} AND id = ${organizationId}::uuid`.execute(transaction);
    const [top] = rows;
    if (!top || !covers(scopeOf(actor, "organization.reorganize", today), top.path)) throw notFound();
    const { path } = top;
    await holdPeople(transaction, tenantId, path);
    const firstLabel = labels[0]?.first ?? 0;
    return { path, planned: await planFor(transaction, tenantId, path, asked, { firstLabel, today }) };
  },
  place: ({ path }) => path,
  decide({ planned }, { digest, effectiveOn }, { closedMonths }) {
    if ("refusals" in planned) return planned.refusals[0];
    const shut = shutMonthRefusal(effectiveOn, closedMonths);
    if (shut) return shut;
    return planned.digest === digest ? { ...planned, id: uuidv7() } : refuse("reorganization.preview_outdated");
  },
  async save(saving, applicable, context, input, { path }) {
    const { transaction } = saving;
    const { actor, now, today } = context;
    const { tenantId, accountId } = actor;
    const { organizationId, name, decision, effectiveOn, acts } = input;
    const act: Act = { tenantId, kind: "reorganization", id: applicable.id };
    await sql`INSERT INTO reorganization (tenant_id, id, organization_id, name, decision, effective_on, acts, effects, applied_by, applied_at)
      VALUES (${tenantId}, ${act.id}, ${organizationId}, ${name}, ${decision}, ${effectiveOn}, ${JSON.stringify(acts)}::jsonb,
        ${JSON.stringify(applicable.effects)}::jsonb, ${accountId}, ${now})`.execute(transaction);
    await writeTree(transaction, act, applicable.plan, applicable.loaded.restrictions);
    await writePeople(transaction, act, applicable.plan);
    await writeConsequences(saving, context, act, applicable);
    await markTreeChanged(transaction, tenantId, effectiveOn, now);
    await markConcerned(transaction, tenantId, path, effectiveOn, today, now);
    requestTreeCount(saving, context);
  },
  audit: ({ id, effects, digest }, { organizationId, name, decision, effectiveOn }) => ({
    object: `reorganization ${id}`,
    after: {
      organizationId,
      name,
      decision,
      effectiveOn,
      digest,
      ended: effects.ended.length,
      begun: effects.begun.length,
      membersMoved: effects.membersMoved.length,
      dutiesWaived: effects.dutiesWaived,
    } satisfies CanonicalValue,
  }),
  answer: ({ id }) => ({ id }),
};
