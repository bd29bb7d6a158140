import { reasonRefusal } from "@dutyloop/domain/duties/request-rules.ts";
import { obligationActions } from "@dutyloop/domain/duties/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { type HeldDuty, heldDuties, monthsOfDuties } from "./obligation-store.ts";
import { saveWaiver } from "./save-waiver.ts";

type Input = { readonly organizationId: string; readonly obligationIds: readonly string[]; readonly reason: string };
type State = { readonly path: string; readonly duties: readonly HeldDuty[]; readonly today: PlainDate };

/** Waives duties of an organisation and those below it, all or none, with a reason that stays with them. */
export const waiveObligations: UseCase<Input, State, State, { waived: number }> = {
  name: "duties.waive",
  access: "obligation.decide",
  async load(transaction, { organizationId, obligationIds }, { actor, today }) {
    const { rows } = await sql<{ path: string }>`SELECT path FROM organization
      WHERE tenant_id = ${actor.tenantId} AND id = ${organizationId}::uuid`.execute(transaction);
    const [place] = rows;
    const ids = [...new Set(obligationIds)];
    const duties = await heldDuties(transaction, actor.tenantId, ids);
    if (!place || duties.length < ids.length || duties.some(({ path }) => !path.startsWith(place.path)))
      throw notFound();
    return { path: place.path, duties, today };
  },
  alsoPostsIn: ({ duties, today }) => monthsOfDuties(duties, today),
  place: ({ path }) => path,
  decide(state, { reason }) {
    const missing = reasonRefusal(reason);
    if (missing) return missing;
    const closed = state.duties.find((duty) => !("waive" in obligationActions[duty.state]));
    return closed ? refuse("obligation.not_open", { state: closed.state }, "obligationIds") : state;
  },
  save: (saving, { duties }, context, { reason }) => saveWaiver(saving, context, duties, reason.trim()),
  audit: ({ duties }, { organizationId, reason }) => ({
    object: `organization ${organizationId}`,
    after: { waived: duties.map(({ id }) => id), reason },
  }),
  answer: ({ duties }) => ({ waived: duties.length }),
};
