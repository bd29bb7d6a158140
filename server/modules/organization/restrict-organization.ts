import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { Restriction } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../platform/access/place.ts";
import type { Transaction } from "../../platform/db/pools.ts";
import { scoreDirty } from "../../platform/facts/post-facts.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { holdTree } from "./tree/stretches.ts";

type Input = {
  readonly organizationId: string;
  readonly restriction: Restriction | null;
  /** What outsiders read instead of its name; null: it has none. */
  readonly neutralName: string | null;
};
type State = {
  readonly path: string;
  /** Whether its parent is restricted. */
  readonly above: boolean;
  /** At and below it, those whose mark is another. */
  readonly others: readonly string[];
};
type Decision = { readonly changed: readonly string[] };

/**
 * Marks an organisation and all below it as restricted (境外、涉密), or lifts the mark (PRV-22): who has it stands on no
 * board and has no rank. What is set up below it later has it too. Periods that aren't closed are ranked anew; the ranks
 * of closed ones stay, without its row.
 */
export const restrictOrganization: UseCase<Input, State, Decision, Answer<"restrictOrganization">> = {
  name: "organization.restrict",
  access: "organization.manage",
  async load(transaction, { organizationId, restriction }, { actor }) {
    const { tenantId } = actor;
    // What is set up or moved below it meanwhile would go without the mark.
    await holdTree(transaction, tenantId);
    const { rows } = await sql<{ path: string; above: boolean }>`
      SELECT o.path, p.id IS NOT NULL AS above FROM organization o
      LEFT JOIN organization p ON p.tenant_id = o.tenant_id AND p.id = o.parent_id AND p.restricted
      WHERE o.tenant_id = ${tenantId} AND o.id = ${organizationId}::uuid FOR NO KEY UPDATE OF o`.execute(transaction);
    const [place] = rows;
    if (!place) throw notFound();
    const others = await sql<{ id: string }>`
      SELECT id FROM organization WHERE tenant_id = ${tenantId} AND path >= ${place.path} AND path < ${afterSubtree(place.path)}
        AND restriction IS DISTINCT FROM ${restriction} FOR NO KEY UPDATE`.execute(transaction);
    return { ...place, others: others.rows.map(({ id }) => id) };
  },
  place: ({ path }) => path,
  decide({ above, others }, { restriction, neutralName }) {
    if (restriction === null && neutralName !== null) {
      return refuse("organization.neutral_name_unneeded", {}, "neutralName");
    }
    if (restriction === null && above) return refuse("organization.restricted_above", {}, "restriction");
    return { changed: others };
  },
  async save(saving, { changed }, { actor, now, today }, { organizationId, restriction, neutralName }) {
    const lifted = sql`CASE WHEN id = ${organizationId}::uuid THEN ${neutralName}::text WHEN ${restriction}::text IS NULL THEN NULL ELSE neutral_name END`;
    await sql`UPDATE organization SET neutral_name = ${lifted}
      WHERE tenant_id = ${actor.tenantId} AND id = ANY(${[organizationId, ...changed]}::uuid[])`.execute(
      saving.transaction,
    );
    if (changed.length === 0) return;
    saving.change(sql`UPDATE organization SET restriction = ${restriction}
      WHERE tenant_id = ${actor.tenantId} AND id = ANY(${[...changed]}::uuid[])`);
    await rankAnew(saving.transaction, actor.tenantId, changed, today, now);
  },
  audit: ({ changed }, { organizationId, restriction, neutralName }) => ({
    object: `organization ${organizationId}`,
    after: { restriction, neutralName, changed: [...changed] },
  }),
  answer: ({ changed }) => ({ organizations: changed.length }),
};

/** Asks for new scores of every month that lies in a period not closed yet: each lies in one of each of the four lengths. */
async function rankAnew(
  transaction: Transaction,
  tenantId: number,
  ids: readonly string[],
  today: string,
  now: Date,
): Promise<void> {
  await sql`
    INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at)
    SELECT o.tenant_id, ${scoreDirty}, o.id, m::date, ${now}
    FROM organization o
    CROSS JOIN LATERAL generate_series(date_trunc('month', o.valid_from::timestamp), least(o.valid_to, ${today}::date)::timestamp,
      interval '1 month') AS m
    WHERE o.tenant_id = ${tenantId} AND o.kind <> 'GROUP' AND o.id = ANY(${[...ids]}::uuid[])
      AND (SELECT count(*) FROM period p WHERE p.tenant_id = o.tenant_id AND p.state = 'closed' AND p.period_from <= m
        AND m < p.period_from + CASE p.span WHEN 'month' THEN interval '1 month' WHEN 'quarter' THEN interval '3 months'
          WHEN 'half_year' THEN interval '6 months' ELSE interval '1 year' END) < 4`.execute(transaction);
}
