import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { hasLeft } from "@dutyloop/domain/organization/members/shown-state.ts";
import { appointmentRefusal, postDaysRefusal } from "@dutyloop/domain/organization/organization-rules.ts";
import type { MemberState, OrganizationKind, Post } from "@dutyloop/domain/organization/things.ts";
import { v7 as uuidv7 } from "uuid";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { lockPerson } from "./people/person-place.ts";

export type NewAppointment = {
  organizationId: string;
  personId: string;
  post: Post;
  validFrom: PlainDate;
  validTo: PlainDate | null;
  /** 专职 rather than 兼职. */
  fullTime?: boolean;
};
type Days = { validFrom: PlainDate; validTo: PlainDate | null };
type State = Days & {
  id: string;
  path: string;
  kind: OrganizationKind;
  memberState: MemberState | null;
  /** When he holds this post there already. */
  held: Days[];
};

/** Appoints a member of the branch to a post in it, or to lead one of its 党小组 (ORG-22). */
export const appoint: UseCase<NewAppointment, State, State, { id: string }> = {
  name: "organization.appoint",
  access: "person.manage",
  async load(transaction, input, { actor }) {
    const place = await transaction
      .selectFrom("organization")
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", input.organizationId)
      .select(["path", "kind", "valid_from as validFrom", "valid_to as validTo"])
      // Its end must not be decided meanwhile.
      .forShare()
      .executeTakeFirst();
    if (!place) throw notFound();
    await lockPerson(transaction, actor.tenantId, input.personId);
    const membership = await transaction
      .selectFrom("membership")
      .innerJoin("organization as home", (join) =>
        join.onRef("home.tenant_id", "=", "membership.tenant_id").onRef("home.id", "=", "membership.organization_id"),
      )
      .where("membership.tenant_id", "=", actor.tenantId)
      .where("membership.person_id", "=", input.personId)
      .where("membership.valid_from", "<=", input.validFrom)
      .where(({ or, eb }) =>
        or([eb("membership.valid_to", "is", null), eb("membership.valid_to", ">=", input.validFrom)]),
      )
      .select(["membership.state", "membership.organization_id", "membership.group_id", "home.path"])
      .executeTakeFirst();
    // A leader of a higher organisation is a member of one of the branches below it.
    const belongs =
      membership && (membership.path.startsWith(place.path) || membership.group_id === input.organizationId);
    const memberState = belongs ? (membership.state as MemberState) : null;
    const held = await transaction
      .selectFrom("appointment")
      .where("tenant_id", "=", actor.tenantId)
      .where("person_id", "=", input.personId)
      .where("organization_id", "=", input.organizationId)
      .where("post", "=", input.post)
      .select(["valid_from as validFrom", "valid_to as validTo"])
      .execute();
    return {
      ...place,
      held,
      id: uuidv7(),
      kind: place.kind as OrganizationKind,
      // Whoever is gone is answered alike: the state would tell why (MEM-12).
      memberState: memberState === null || hasLeft(memberState) ? null : memberState,
    };
  },
  place: ({ path }) => path,
  decide(state, input) {
    if (state.memberState === null) return refuse("appointment.not_a_member", {}, "personId");
    const terms = { post: input.post, memberState: state.memberState, organizationKind: state.kind };
    return postDaysRefusal(input, state, state.held) ?? appointmentRefusal(terms) ?? state;
  },
  save(saving, { id }, { actor }, input) {
    saving.insert("appointment", {
      tenant_id: actor.tenantId,
      id,
      person_id: input.personId,
      organization_id: input.organizationId,
      post: input.post,
      valid_from: input.validFrom,
      valid_to: input.validTo,
      full_time: input.fullTime ?? false,
    });
  },
  audit: ({ id }, input) => ({ object: `appointment ${id}`, after: { ...input } }),
  answer: ({ id }) => ({ id }),
};
