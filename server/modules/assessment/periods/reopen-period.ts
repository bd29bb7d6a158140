import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { decideReopening } from "@dutyloop/domain/assessment/periods/closing-rules.ts";
import { sql } from "kysely";
import { topPath } from "../../../platform/access/place.ts";
import type { Transaction } from "../../../platform/db/pools.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { markPeriodDirty } from "./dirty-period.ts";
import { monthsOf, namedPeriod } from "./named-period.ts";
import { answerOf, auditOf } from "./period-answer.ts";
import { type Standings, saveStanding, standings } from "./period-store.ts";
import { scoreNow } from "./score-now.ts";

type Input = { period: string; reason: string };
type State = { path: string; standing: PeriodStanding; states: Standings["states"] };

/**
 * Opens a closed period again as its next version, which holds every fact that counts in it by now. The version before
 * keeps its sheets and boards. What was settled stays settled; vetoes and grades are decided anew, because they belong
 * to a publication.
 */
export const reopenPeriod: UseCase<Input, State, PeriodStanding, Answer<"reopenPeriod">> = {
  name: "assessment.reopen_period",
  access: "period.manage",
  closes: ({ period }) => monthsOf(namedPeriod(period)),
  async load(transaction, { period: name }, { actor }) {
    const { standing, states } = await standings(transaction, actor.tenantId);
    return { path: await topPath(transaction, actor.tenantId), standing: standing(namedPeriod(name)), states };
  },
  place: ({ path }) => path,
  decide: ({ standing, states }, { reason }) => decideReopening(standing, reason, states),
  async save(saving, after, { actor, now }, { reason }, { standing }) {
    const { tenantId } = actor;
    saveStanding(saving, tenantId, after, reason);
    await saving.flush();
    await keepSettlements(saving.transaction, tenantId, standing);
    await markPeriodDirty(saving.transaction, tenantId, standing, null, now);
    await scoreNow(saving.transaction, tenantId, after, now);
  },
  audit: (after, { reason }, { standing }) => auditOf(standing, after, reason),
  answer: (after) => answerOf(after),
};

async function keepSettlements(
  transaction: Transaction,
  tenantId: number,
  { span, from, version }: PeriodStanding,
): Promise<void> {
  await sql`
    INSERT INTO settlement (tenant_id, organization_id, scheme_code, period_from, period_version, line_code, outcome, value,
      reason, settled_at, settled_by)
    SELECT tenant_id, organization_id, scheme_code, period_from, period_version + 1, line_code, outcome, value,
      reason, settled_at, settled_by
    FROM settlement s WHERE tenant_id = ${tenantId} AND period_from = ${from}::date AND period_version = ${version}
      AND EXISTS (SELECT 1 FROM scheme_version v WHERE v.tenant_id = s.tenant_id AND v.code = s.scheme_code
        AND v.body->>'cadence' = ${span})`.execute(transaction);
}
