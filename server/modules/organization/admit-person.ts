import {
  addMonths,
  firstDayOf,
  type Month,
  monthOf,
  monthsFromTo,
  type PlainDate,
} from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { isBranchKind, type MemberState, type OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "../../platform/db/pools.ts";
import { markDirty } from "../../platform/facts/post-facts.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";

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
};
type State = {
  personId: string;
  branch: { path: string; kind: OrganizationKind; validFrom: PlainDate };
  groupFits: boolean;
  numberTaken: boolean;
};

/** Enters a member into a branch and, where given, one of its 党小组 (ORG-24). */
export const admitPerson: UseCase<NewMember, State, State, { personId: string }> = {
  name: "organization.admit_person",
  access: "person.manage",
  async load(transaction, input, { actor }) {
    const branch = await transaction
      .selectFrom("organization")
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", input.organizationId)
      .select(["path", "kind", "valid_from as validFrom"])
      .executeTakeFirst();
    if (!branch) throw notFound();
    const group = input.groupId
      ? await transaction
          .selectFrom("organization")
          .where("tenant_id", "=", actor.tenantId)
          .where("id", "=", input.groupId)
          .where("parent_id", "=", input.organizationId)
          .where("kind", "=", "GROUP")
          .select("id")
          .executeTakeFirst()
      : null;
    return {
      personId: uuidv7(),
      branch: { ...branch, kind: branch.kind as OrganizationKind },
      groupFits: group !== undefined,
      numberTaken: await isTaken(transaction, actor.tenantId, input.number ?? null),
    };
  },
  place: ({ branch }) => branch.path,
  decide(state, input, { today }) {
    if (!isBranchKind(state.branch.kind)) return refuse("person.not_a_branch", {}, "organizationId");
    if (!state.groupFits) return refuse("person.group_of_another_branch", {}, "groupId");
    if (input.validFrom < state.branch.validFrom) {
      return refuse("person.before_organization", { from: state.branch.validFrom }, "validFrom");
    }
    const { bornOn = null, joinedOn = null } = input;
    if (state.numberTaken) return refuse("person.number_taken", {}, "number");
    if (bornOn !== null && bornOn > today) return refuse("person.date_in_future", { today }, "bornOn");
    if (joinedOn !== null && joinedOn > today) return refuse("person.date_in_future", { today }, "joinedOn");
    if (bornOn !== null && joinedOn !== null && joinedOn <= bornOn)
      return refuse("person.joined_before_birth", {}, "joinedOn");
    return state;
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
    const months = monthsWithMember(monthOf(input.validFrom), monthOf(today));
    const { organizationId } = input;
    markDirty(
      saving,
      { actor, now },
      months.map((month) => ({ organizationId, countsOn: firstDayOf(month) })),
    );
  },
  // Names stay out of the audit: it can't be erased.
  audit: ({ personId }, { organizationId, memberState, validFrom }) => ({
    object: `person ${personId}`,
    after: { organizationId, memberState, validFrom },
  }),
  answer: ({ personId }) => ({ personId }),
};

/** Whether somebody of the group has the staff number; two who enter it at once wait for each other. */
async function isTaken(transaction: Transaction, tenantId: number, number: string | null): Promise<boolean> {
  if (number === null) return false;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`person number ${number}`}, ${tenantId}))`.execute(
    transaction,
  );
  const taken = await transaction
    .selectFrom("person")
    .where("tenant_id", "=", tenantId)
    .where("number", "=", number)
    .select("id")
    .executeTakeFirst();
  return taken !== undefined;
}

/** As far back as sheets are asked for where they are missing. */
const mostMonths = 13;

/** The months that a member is new in: a branch with more members counts more in what is rolled up above it. */
function monthsWithMember(from: Month, today: Month): Month[] {
  const earliest = addMonths(today, -mostMonths);
  return monthsFromTo(from > earliest ? from : earliest, today);
}
