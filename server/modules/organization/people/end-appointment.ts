import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { OrganizationKind, Post } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { endRolesOfPosts } from "./end-roles-of-posts.ts";

type Input = { readonly appointmentId: string; readonly lastDay: PlainDate };
type State = {
  readonly personId: string;
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  readonly post: Post;
  readonly path: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};

/** Ends an appointment on a day, with the role that goes with the post; one that has an end can only end earlier. */
export const endAppointment: UseCase<Input, State, State, { lastDay: PlainDate }> = {
  name: "organization.end_appointment",
  access: "person.manage",
  async load(transaction, { appointmentId }, { actor }) {
    const { rows } = await sql<State>`
      SELECT o.path, o.kind, a.post, a.person_id AS "personId", a.organization_id AS "organizationId",
        a.valid_from AS "validFrom", a.valid_to AS "validTo"
      FROM appointment a
      JOIN organization o ON o.tenant_id = a.tenant_id AND o.id = a.organization_id
      WHERE a.tenant_id = ${actor.tenantId} AND a.id = ${appointmentId}::uuid FOR NO KEY UPDATE OF a`.execute(
      transaction,
    );
    const [appointment] = rows;
    if (!appointment) throw notFound();
    return appointment;
  },
  place: ({ path }) => path,
  decide(state, { lastDay }) {
    if (lastDay < state.validFrom) return refuse("appointment.end_before_start", {}, "lastDay");
    if (state.validTo !== null && lastDay > state.validTo)
      return refuse("appointment.end_too_late", { validTo: state.validTo }, "lastDay");
    return state;
  },
  save(saving, state, { actor }, { appointmentId, lastDay }) {
    saving.change(sql`UPDATE appointment SET valid_to = ${lastDay}
      WHERE tenant_id = ${actor.tenantId} AND id = ${appointmentId}::uuid`);
    endRolesOfPosts(saving, actor.tenantId, { ...state, posts: [{ ...state, id: appointmentId }] }, lastDay);
  },
  audit: (_state, { appointmentId, lastDay }, { validTo }) => ({
    object: `appointment ${appointmentId}`,
    before: { validTo },
    after: { validTo: lastDay },
  }),
  answer: (_state, { lastDay }) => ({ lastDay }),
};
