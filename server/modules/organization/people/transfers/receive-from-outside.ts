import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { personRefusal } from "@dutyloop/domain/organization/members/person-rules.ts";
import { arrivalRefusal } from "@dutyloop/domain/organization/members/transfer-rules.ts";
import { decideTransition } from "@dutyloop/domain/organization/members/transition-rules.ts";
import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "../../../../platform/db/pools.ts";
import { notFound } from "../../../../platform/ritual/refused.ts";
import type { Context, UseCase } from "../../../../platform/ritual/use-case.ts";
import { groupFits } from "../group-fits.ts";
import { type HeldBranch, heldBranch } from "../held-branch.ts";
import { type MembershipRow, membershipsOf } from "../membership-rows.ts";
import { lockPerson, placeOfPerson } from "../person-place.ts";
import { isNumberTaken } from "../staff-number.ts";
import { type Arrived, type Arriving, saveArrival } from "./save-arrival.ts";

/** Whom the register knows from before: the day of joining, and the last stretch of the membership. */
type Former = { readonly joinedOn: PlainDate | null; readonly current: MembershipRow };
type State = {
  readonly branch: HeldBranch;
  readonly former: Former | null;
  readonly numberTaken: boolean;
  readonly groupFits: boolean;
};
/**
 * Takes in a member from an organisation outside the register by the letter of transfer: with the receipt the state of the
 * letter begins here (MEM-07, MEM-08). Whoever was transferred out of this group before goes on as the same person.
 */
export const receiveFromOutside: UseCase<Arriving, State, Arrived, Answer<"receiveFromOutside">> = {
  name: "organization.receive_from_outside",
  access: "person.manage",
  async load(transaction, { organizationId, person, groupId }, context) {
    const { tenantId } = context.actor;
    const branch = await heldBranch(transaction, tenantId, organizationId);
    const number = "name" in person ? person.number : null;
    return {
      branch,
      former: "personId" in person ? await formerMember(transaction, person.personId, context) : null,
      numberTaken: number !== null && (await isNumberTaken(transaction, tenantId, number)),
      groupFits: await groupFits(transaction, tenantId, groupId, organizationId),
    };
  },
  place: ({ branch }) => branch.path,
  decide(state, arriving, { today }) {
    const { person, memberState, issuedOn, validDays, on } = arriving;
    const { former } = state;
    const joinedOn = "name" in person ? person.joinedOn : (former?.joinedOn ?? null);
    const refusal =
      placeRefusal(state, on) ??
      arrivalRefusal({ issuedOn, validDays, on, memberState, joinedOn }, today) ??
      ("name" in person ? personRefusal(person, today) : null) ??
      returnRefusal(former, arriving);
    if (refusal) return refusal;
    const personId = "personId" in person ? person.personId : uuidv7();
    return { personId, transferId: uuidv7(), actId: uuidv7(), former: former?.current ?? null };
  },
  save: saveArrival,
  // Names stay out of the audit, as it can't be erased.
  audit: ({ personId, transferId }, { organizationId, issuedOn, validDays, on }) => ({
    object: `transfer ${transferId}`,
    after: { personId, to: organizationId, issuedOn, validDays, on, state: "acknowledged" },
  }),
  answer: ({ personId, transferId }) => ({ personId, transferId }),
};

/** Somebody whom the caller keeps, by the branch that answered for him last; held for the rest of the transaction. */
async function formerMember(transaction: Transaction, personId: string, { actor, today }: Context): Promise<Former> {
  const { tenantId } = actor;
  await lockPerson(transaction, tenantId, personId);
  const place = await placeOfPerson(transaction, { tenantId, personId, on: today });
  if (!place || !covers(scopeOf(actor, "person.manage", today), place.path)) throw notFound();
  const current = (await membershipsOf(transaction, tenantId, personId)).at(-1);
  const { rows } = await sql<{ joinedOn: PlainDate | null }>`SELECT joined_on AS "joinedOn" FROM person
    WHERE tenant_id = ${tenantId} AND id = ${personId}::uuid`.execute(transaction);
  const [known] = rows;
  if (!current || !known) throw notFound();
  return { ...known, current };
}

/** Why nobody can be taken in here on the day, or null. */
function placeRefusal(state: State, on: PlainDate): Refusal | null {
  const { branch, numberTaken } = state;
  if (!isBranchKind(branch.kind)) return refuse("person.not_a_branch", {}, "organizationId");
  // Also where the end lies ahead: whoever came now would be left without a branch.
  if (branch.validTo !== null) return refuse("organization.ended", { to: branch.validTo }, "organizationId");
  if (on < branch.validFrom) return refuse("person.before_organization", { from: branch.validFrom }, "on");
  if (!state.groupFits) return refuse("person.group_of_another_branch", {}, "groupId");
  return numberTaken ? refuse("person.number_taken", {}, "number") : null;
}

/** Why somebody known can't come back, or null: only who was transferred out does, not before that day (MEM-07). */
function returnRefusal(former: Former | null, { memberState, on }: Arriving): Refusal | null {
  if (former === null) return null;
  const { state, from } = former.current;
  // To those who keep his branch's people the letter by which he left is known; another state isn't told (MEM-12).
  if (state !== "TRANSFERRED_OUT") return refuse("transfer.not_transferred_out", {}, "personId");
  if (on < from) return refuse("member.changed_later", {}, "on");
  const decided = decideTransition({
    from: state,
    to: memberState,
    on,
    since: from,
    evidence: ["transfer_letter"],
    suspension: null,
    awaySince: null,
    removal: null,
    inactiveSince: null,
    correctionMonths: null,
    endsOn: null,
    branchMeetingOn: null,
    approver: null,
  });
  return isRefusal(decided) ? decided : null;
}
