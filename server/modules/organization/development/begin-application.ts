import type { Answer, ParsedBody } from "@dutyloop/contract/endpoints.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { stepRule } from "@dutyloop/domain/organization/basis-things.ts";
import type { DevelopmentCase, TakenStep } from "@dutyloop/domain/organization/development/case-facts.ts";
import { papersRefusal } from "@dutyloop/domain/organization/development/papers-rule.ts";
import { stepRefusal } from "@dutyloop/domain/organization/development/step-refusals.ts";
import { memberTransitions } from "@dutyloop/domain/organization/member-things.ts";
import { hasLeft } from "@dutyloop/domain/organization/members/shown-state.ts";
import { decideTransition } from "@dutyloop/domain/organization/members/transition-rules.ts";
import { isBranchKind, type MemberState, type OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context, UseCase } from "../../../platform/ritual/use-case.ts";
import { type HeldBranch, heldBranch } from "../people/held-branch.ts";
import { isNumberTaken } from "../people/staff-number.ts";
import { type CaseRows, casesOf } from "./case-rows.ts";
import { addMemberAct, addStep } from "./step-row.ts";

type Input = ParsedBody<"beginApplication"> & { readonly organizationId: string };
type State = { readonly branch: HeldBranch; readonly former: CaseRows | null; readonly numberTaken: boolean };
type Decision = {
  readonly personId: string;
  readonly entryId: string;
  /** First day in the register: the branch may be younger than the application. */
  readonly from: PlainDate;
  readonly fromState: MemberState | null;
};

/** Enters an application to join (step 1): somebody new, or a former member who may apply again, becomes an applicant. */
export const beginApplication: UseCase<Input, State, Decision, Answer<"beginApplication">> = {
  name: "development.begin_application",
  access: "development.manage",
  async load(transaction, { organizationId, person }, context) {
    const { tenantId } = context.actor;
    const branch = await heldBranch(transaction, tenantId, organizationId);
    const number = "name" in person ? person.number : null;
    return {
      branch,
      former: "personId" in person ? await formerMember(transaction, person.personId, context) : null,
      numberTaken: number !== null && (await isNumberTaken(transaction, tenantId, number)),
    };
  },
  place: ({ branch }) => branch.path,
  decide({ branch, former, numberTaken }, { on, papers, person }, context) {
    const { today, workCalendar, actor } = context;
    if (!isBranchKind(branch.kind)) return refuse("person.not_a_branch", {}, "organizationId");
    // Also where the end lies ahead: whoever came now would be left without a branch.
    if (branch.validTo !== null) {
      return refuse("development.branch_ended", { to: branch.validTo }, "organizationId");
    }
    if (numberTaken) return refuse("person.number_taken", {}, "number");
    const bornOn = "name" in person ? person.bornOn : (former?.bornOn ?? null);
    const refused =
      stepRefusal(emptyCase(bornOn, branch.kind), application(on, actor.accountId), {
        today,
        calendar: workCalendar,
      }) ??
      papersRefusal(1, papers) ??
      againRefusal(former, on, context);
    if (refused !== null) return refused;
    return {
      personId: former?.personId ?? uuidv7(),
      entryId: uuidv7(),
      from: [on, branch.validFrom].toSorted().at(-1) as PlainDate,
      fromState: former?.state ?? null,
    };
  },
  async save(saving, decision, context, { organizationId, on, papers, person }, { former }) {
    const { personId, entryId, from, fromState } = decision;
    const { tenantId } = context.actor;
    if (former !== null) await closeFormer(saving, tenantId, former, decision);
    if ("name" in person) {
      const { name, bornOn, sex, number } = person;
      saving.insert("person", {
        tenant_id: tenantId,
        id: personId,
        name,
        exempt_from_attendance: false,
        born_on: bornOn,
        sex,
        number,
      });
    }
    saving.insert("membership", {
      tenant_id: tenantId,
      id: uuidv7(),
      person_id: personId,
      organization_id: organizationId,
      group_id: null,
      state: "APPLICANT",
      valid_from: from,
      valid_to: null,
    });
    const step = { id: entryId, personId, organizationId, step: 1, on, details: { papers }, exemption: null };
    await addStep(saving, context, step);
    addMemberAct(saving, context, {
      id: uuidv7(),
      personId,
      organizationId,
      from: fromState,
      to: "APPLICANT",
      rule: fromState === null ? stepRule(1) : "MEM-04",
      on: from,
      decidedBy: "APPLICANT",
      papers,
      reason: null,
    });
  },
  audit: ({ entryId }) => ({ object: `development_step ${entryId}` }),
  answer: ({ personId }) => ({ personId }),
};

/** A person the caller can see by the branch that answers for him, held for the rest of the transaction. */
async function formerMember(transaction: Transaction, personId: string, context: Context): Promise<CaseRows> {
  const { actor, today } = context;
  await sql`SELECT 1 FROM person WHERE tenant_id = ${actor.tenantId} AND id = ${personId}::uuid
    FOR NO KEY UPDATE`.execute(transaction);
  const [found] = await casesOf(transaction, { tenantId: actor.tenantId, personIds: [personId], on: today });
  if (!found || !covers(scopeOf(actor, "development.manage", today), found.path)) throw notFound();
  return found;
}

/**
 * Why a former member can't apply on the day, or null (MEM-04). Whoever may not know why somebody is gone sends him to the
 * organizer, whatever it was: one who was removed would be barred, and one who was transferred not (MEM-12).
 */
function againRefusal(former: CaseRows | null, on: PlainDate, { actor, today }: Context): Refusal | null {
  if (former === null) return null;
  if (hasLeft(former.state) && !covers(scopeOf(actor, "member.read_dispositions", today), former.path)) {
    return refuse("member.through_organizer", {}, "personId");
  }
  const transition = memberTransitions.find(({ from, to }) => from === former.state && to === "APPLICANT");
  if (transition?.rule !== "MEM-04") return refuse("development.already_in", {}, "personId");
  const change = decideTransition({
    from: former.state,
    to: "APPLICANT",
    on,
    since: former.since,
    evidence: transition.evidence,
    suspension: null,
    awaySince: null,
    removal: null,
    inactiveSince: null,
    correctionMonths: null,
    endsOn: null,
    branchMeetingOn: null,
    approver: null,
  });
  return isRefusal(change) ? change : null;
}

/** The old membership ends, and what was entered on the way to it counts no more. */
async function closeFormer(
  { transaction }: Saving,
  tenantId: number,
  { personId, until }: CaseRows,
  { entryId, from }: Decision,
): Promise<void> {
  if (until === null || until >= from) {
    await sql`UPDATE membership SET valid_to = ${addDays(from, -1)} WHERE tenant_id = ${tenantId}
      AND person_id = ${personId}::uuid AND (valid_to IS NULL OR valid_to >= ${from}::date)`.execute(transaction);
  }
  for (const table of ["development_step", "development_act"]) {
    await sql`UPDATE ${sql.table(table)} SET replaced_by = ${entryId}::uuid WHERE tenant_id = ${tenantId}
      AND person_id = ${personId}::uuid AND withdrawn IS NULL AND replaced_by IS NULL`.execute(transaction);
  }
}

function emptyCase(birthDate: PlainDate | null, branchKind: OrganizationKind): DevelopmentCase {
  return {
    birthDate,
    branchKind,
    taken: [],
    exemptions: [],
    notice: null,
    specialApproval: false,
    extensionMonths: null,
    deferredMonths: 0,
  };
}

function application(on: PlainDate, concludedBy: string): TakenStep {
  return { step: 1, on, conclusion: null, concludedBy, people: [], training: null, approver: null, files: [] };
}
