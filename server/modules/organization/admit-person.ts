import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { personRefusal } from "@dutyloop/domain/organization/members/person-rules.ts";
import { isBranchKind, type MemberState, type OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { v7 as uuidv7 } from "uuid";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { markMonths } from "./people/mark-months.ts";
import { isNumberTaken } from "./people/staff-number.ts";
import { holdTree } from "./tree/stretches.ts";

export type NewMember = {
  organizationId: string;
  name: string;
  memberState: MemberState;
  groupId: string | null;
  validFrom: PlainDate;
  exemptFromAttendance: boolean;
  number?: string | null;
  sex?: "F" | "M" | null;
  bornOn?: PlainDate | null;
  joinedOn?: PlainDate | null;
  standingFrom?: PlainDate | null;
};
type State = {
  personId: string;
  branch: { path: string; kind: OrganizationKind; validFrom: PlainDate; validTo: PlainDate | null };
  groupFits: boolean;
  numberTaken: boolean;
};

/** Enters a member into a branch and, where given, one of its 党小组 (ORG-24). */
export const admitPerson: UseCase<NewMember, State, State, { personId: string }> = {
  name: "organization.admit_person",
  access: "person.manage",
  async load(transaction, input, { actor }) {
    // The branch can't end meanwhile.
    await holdTree(transaction, actor.tenantId);
    const branch = await transaction
      .selectFrom("organization")
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", input.organizationId)
      .select(["path", "kind", "valid_from as validFrom", "valid_to as validTo"])
      .executeTakeFirst();
    if (!branch) throw notFound();
    const group = input.groupId
      ? await transaction
          .selectFrom("organization")
          .where("tenant_id", "=", actor.tenantId)
          .where("id", "=", input.groupId)
          .where("parent_id", "=", input.organizationId)
          .where("kind", "=", "GROUP")
          .where("valid_to", "is", null)
          .select("id")
          .executeTakeFirst()
      : null;
    return {
      personId: uuidv7(),
      branch: { ...branch, kind: branch.kind as OrganizationKind },
      groupFits: group !== undefined,
      numberTaken: input.number ? await isNumberTaken(transaction, actor.tenantId, input.number) : false,
    };
  },
  place: ({ branch }) => branch.path,
  decide(state, input, { today }) {
    if (!isBranchKind(state.branch.kind)) return refuse("person.not_a_branch", {}, "organizationId");
    // Also where the end lies ahead: whoever came now would be left without a branch.
    if (state.branch.validTo !== null) {
      return refuse("organization.ended", { to: state.branch.validTo }, "organizationId");
    }
    if (!state.groupFits) return refuse("person.group_of_another_branch", {}, "groupId");
    if (input.validFrom < state.branch.validFrom) {
      return refuse("person.before_organization", { from: state.branch.validFrom }, "validFrom");
    }
    const { bornOn = null, joinedOn = null, standingFrom = null } = input;
    if (state.numberTaken) return refuse("person.number_taken", {}, "number");
    return personRefusal({ bornOn, joinedOn, standingFrom }, today) ?? state;
  },
  save(saving, { personId }, { actor, now, today }, input) {
    const tenant_id = actor.tenantId;
    saving.insert("person", {
      tenant_id,
      id: personId,
      name: input.name,
      exempt_from_attendance: input.exemptFromAttendance,
      number: input.number ?? null,
      sex: input.sex ?? null,
      born_on: input.bornOn ?? null,
      joined_on: input.joinedOn ?? null,
      standing_from: input.standingFrom ?? null,
    });
    saving.insert("membership", {
      tenant_id,
      id: uuidv7(),
      person_id: personId,
      organization_id: input.organizationId,
      group_id: input.groupId,
      state: input.memberState,
      valid_from: input.validFrom,
      valid_to: null,
    });
    markMonths(saving, { actor, now, today }, [input.organizationId], input.validFrom);
  },
  // Names stay out of the audit, as it can't be erased, and so does the state: who is on the way into the Party is D4.
  audit: ({ personId }, { organizationId, validFrom }) => ({
    object: `person ${personId}`,
    after: { organizationId, validFrom },
  }),
  answer: ({ personId }) => ({ personId }),
};
