import type { Answer, ParsedBody } from "@dutyloop/contract/endpoints.ts";
import { addDays, isWithin, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { hasLeft } from "@dutyloop/domain/organization/members/shown-state.ts";
import { letterRefusal } from "@dutyloop/domain/organization/members/transfer-rules.ts";
import { isBranchKind, type OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { notFound } from "../../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../../platform/ritual/use-case.ts";
import { holdTree } from "../../tree/stretches.ts";
import { type MembershipRow, membershipsOf } from "../membership-rows.ts";
import { lockPerson, placeOfPerson } from "../person-place.ts";

type Target = {
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};
type Input = { readonly personId: string } & ParsedBody<"issueTransfer">;
type State = {
  readonly path: string;
  /** Where he is a member on the day of the letter. */
  readonly source: MembershipRow | null;
  readonly target: Target | null;
  readonly onItsWay: boolean;
};
type Decision = { readonly id: string; readonly source: MembershipRow; readonly targetId: string | null };

/** Issues a letter of transfer: the source keeps the member until the target acknowledges (MEM-07, MEM-08). */
export const issueTransfer: UseCase<Input, State, Decision, Answer<"issueTransfer">> = {
  name: "organization.issue_transfer",
  access: "person.manage",
  async load(transaction, { personId, toCode, issuedOn }, { actor, today }) {
    const { tenantId } = actor;
    // The receiving branch can't end meanwhile.
    await holdTree(transaction, tenantId);
    await lockPerson(transaction, tenantId, personId);
    const place = await placeOfPerson(transaction, { tenantId, personId, on: today });
    if (!place) throw notFound();
    const rows = await membershipsOf(transaction, tenantId, personId);
    const targets = await sql<Target>`SELECT id, kind, valid_from AS "from", valid_to AS "to" FROM organization
      WHERE tenant_id = ${tenantId} AND code = ${toCode}`.execute(transaction);
    const open = await sql`SELECT 1 FROM person_transfer WHERE tenant_id = ${tenantId}
      AND person_id = ${personId}::uuid AND state = 'issued'`.execute(transaction);
    return {
      path: place.path,
      // A branch that he has left since has nothing to issue, and may be beyond the caller's sight.
      source:
        rows.find(
          ({ organizationId, from, to }) => organizationId === place.organizationId && isWithin(issuedOn, from, to),
        ) ?? null,
      target: targets.rows[0] ?? null,
      onItsWay: open.rows.length > 0,
    };
  },
  place: ({ path }) => path,
  decide({ source, target, onItsWay }, { toCode, outsideName, issuedOn, validDays }, { today }) {
    if (issuedOn > today) return refuse("transfer.in_future", { today }, "issuedOn");
    const letter = letterRefusal(validDays);
    if (letter) return letter;
    if ((toCode === null) === (outsideName === null)) return refuse("transfer.target_missing", {}, "toCode");
    if (source === null || hasLeft(source.state)) return refuse("member.not_a_member");
    if (onItsWay) return refuse("transfer.on_its_way");
    if (toCode === null) return { id: uuidv7(), source, targetId: null };
    if (target === null) return refuse("transfer.target_unknown", { code: toCode }, "toCode");
    if (!isBranchKind(target.kind)) return refuse("transfer.target_no_branch", { code: toCode }, "toCode");
    // Nobody joins a branch whose end is decided.
    if (target.to !== null || issuedOn < target.from) {
      return refuse("transfer.target_not_standing", { code: toCode }, "toCode");
    }
    if (target.id === source.organizationId) return refuse("transfer.to_own_branch", {}, "toCode");
    return { id: uuidv7(), source, targetId: target.id };
  },
  save(saving, { id, source, targetId }, { actor }, { personId, outsideName, letterNumber, issuedOn, validDays }) {
    saving.insert("person_transfer", {
      tenant_id: actor.tenantId,
      id,
      person_id: personId,
      from_organization_id: source.organizationId,
      to_organization_id: targetId,
      outside_name: outsideName,
      letter_number: letterNumber,
      issued_on: issuedOn,
      valid_days: validDays,
      state: "issued",
    });
  },
  audit: ({ id, source, targetId }, { personId, issuedOn, validDays }) => ({
    object: `transfer ${id}`,
    after: { personId, from: source.organizationId, to: targetId, issuedOn, validDays },
  }),
  answer: ({ id }, { issuedOn, validDays }) => ({ id, validUntil: addDays(issuedOn, validDays) }),
};
