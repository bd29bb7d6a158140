import type { ParsedBody } from "@dutyloop/contract/endpoints.ts";
import { v7 as uuidv7 } from "uuid";
import type { Saving } from "../../../../platform/ritual/saving.ts";
import type { Context } from "../../../../platform/ritual/use-case.ts";
import { moveOn } from "../begin-state.ts";
import { markMonths } from "../mark-months.ts";
import type { MembershipRow } from "../membership-rows.ts";

export type Arriving = ParsedBody<"receiveFromOutside"> & { readonly organizationId: string };
export type Arrived = {
  readonly personId: string;
  readonly transferId: string;
  readonly actId: string;
  /** The stretch in which he had gone; null of somebody the register doesn't know. */
  readonly former: MembershipRow | null;
};

/** The person where the register doesn't know him, the letter with its receipt, the membership and the act that began it. */
export async function saveArrival(
  saving: Saving,
  { personId, transferId, actId, former }: Arrived,
  context: Context,
  arriving: Arriving,
): Promise<void> {
  const { actor, now } = context;
  const tenant_id = actor.tenantId;
  const { organizationId, groupId, person, memberState, on, from, letterNumber, issuedOn, validDays } = arriving;
  if ("name" in person) {
    saving.insert("person", {
      tenant_id,
      id: personId,
      name: person.name,
      exempt_from_attendance: false,
      number: person.number,
      sex: person.sex,
      born_on: person.bornOn,
      joined_on: person.joinedOn,
      standing_from: person.standingFrom,
    });
  }
  if (former === null || (former.to !== null && former.to < on)) {
    saving.insert("membership", {
      tenant_id,
      id: uuidv7(),
      person_id: personId,
      organization_id: organizationId,
      group_id: groupId,
      state: memberState,
      valid_from: on,
      valid_to: null,
    });
  } else {
    const next = { organizationId, groupId, state: memberState };
    await moveOn(saving, tenant_id, { personId, current: { ...former, to: null }, startsOn: on, next });
  }
  saving.insert("person_transfer", {
    tenant_id,
    id: transferId,
    person_id: personId,
    from_organization_id: null,
    to_organization_id: organizationId,
    outside_name: from,
    letter_number: letterNumber,
    issued_on: issuedOn,
    valid_days: validDays,
    state: "acknowledged",
    settled_on: on,
  });
  saving.insert("member_act", {
    tenant_id,
    id: actId,
    person_id: personId,
    organization_id: organizationId,
    from_state: former?.state ?? null,
    to_state: memberState,
    rule_id: "MEM-07",
    effective_on: on,
    decided_by: from,
    papers: ["transfer_letter"],
    reason: null,
    details: {},
    recorded_by: actor.accountId,
    recorded_at: now,
  });
  markMonths(saving, context, [organizationId], on);
}
