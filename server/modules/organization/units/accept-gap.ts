import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { Proposal } from "@dutyloop/domain/organization/gaps/gap-rules.ts";
import { coverageRefusal } from "@dutyloop/domain/organization/gaps/unit-rules.ts";
import { creationRefusal } from "@dutyloop/domain/organization/kinds/act-rules.ts";
import { bindingRefusal } from "@dutyloop/domain/organization/kinds/binding-rules.ts";
import { appointmentRefusal, placementRefusal } from "@dutyloop/domain/organization/organization-rules.ts";
import type { OrganizationKind, Post } from "@dutyloop/domain/organization/things.ts";
import { closedMonthRefusal } from "@dutyloop/domain/organization/tree-rules.ts";
import { v7 as uuidv7 } from "uuid";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { Context, UseCase } from "../../../platform/ritual/use-case.ts";
import { holdTree, monthsSince } from "../tree/stretches.ts";
import { type GapState, gapState, type Member } from "./gap-state.ts";
import { saveProposal } from "./save-proposal.ts";
import { keeps, type StandingUnit, unitOf } from "./unit-places.ts";

export type Acceptance = {
  readonly unitId: string;
  readonly finding: string;
  readonly personId: string | null;
  readonly on: PlainDate;
  readonly name: string | null;
  readonly code: string | null;
  readonly class: string | null;
  readonly approval: string | null;
};
type State = GapState & { readonly unit: StandingUnit };
/** What is to be written. */
export type Plan = {
  readonly organizationId: string;
  /** Set where an organisation is created: what it is and where. */
  readonly created: {
    readonly kind: OrganizationKind;
    readonly name: string;
    readonly parent: NonNullable<GapState["superior"]>;
  } | null;
  /** Where the members come to: a branch, and in it a 党小组. */
  readonly into: { readonly organizationId: string; readonly groupId: string | null };
  readonly moved: readonly Member[];
  readonly leader: { readonly personId: string; readonly post: Post } | null;
};

/**
 * Does what a gap's proposal says, from a day on and in one act: sets the organisation up, lets it cover the unit, brings
 * the members into it and appoints who leads it. The gap is found anew first, so that what somebody else has closed
 * since isn't done twice.
 */
export const acceptGap: UseCase<Acceptance, State, Plan, Answer<"acceptGap">> = {
  name: "organization.accept_gap",
  access: "organization.manage",
  postsIn: ({ on }, today) => monthsSince(on, today),
  async load(transaction, input, context) {
    const { tenantId } = context.actor;
    await holdTree(transaction, tenantId);
    const unit = await unitOf(transaction, tenantId, input.unitId, context.today);
    if (!keeps(context, unit.place)) throw notFound();
    return { ...(await gapState(transaction, tenantId, input)), unit };
  },
  place: ({ unit }) => unit.place,
  decide(state, input, context) {
    const { gap } = state;
    if (input.on > context.today) return refuse("organization.change_in_future", { today: context.today }, "on");
    if (gap === null) return refuse("gap.closed");
    const refusal =
      closedMonthRefusal(input.on, context.closedMonths, "on") ??
      setUpRefusal(state, gap.proposal, input, context) ??
      membersRefusal(state, gap.proposal, context);
    return refusal ?? planOf(state, gap.proposal, input);
  },
  save: saveProposal,
  audit: ({ organizationId, created, moved, leader }, { unitId, finding, on }) => ({
    object: `unit ${unitId}`,
    after: {
      finding,
      on,
      organizationId,
      kind: created?.kind ?? null,
      members: moved.length,
      appointed: leader !== null,
    },
  }),
  answer: ({ organizationId, moved, leader }) => ({
    organizationId,
    members: moved.length,
    appointed: leader !== null,
  }),
};

/** Why the organisation can't be set up here, now and as this kind; null where none is created. */
function setUpRefusal(state: State, proposal: Proposal, input: Acceptance, context: Context): Refusal | null {
  const { superior, unit, facts, coverages } = state;
  if (superior === null) return refuse("gap.branch_first", { unit: unit.name });
  if (!keeps(context, superior.path)) return refuse("gap.superior_elsewhere");
  if (proposal.act !== "create" || facts === null) return null;
  const { kind } = proposal;
  const { on, approval } = input;
  if (state.codeTaken) return refuse("organization.code_taken", { code: state.code }, "code");
  const bound = kind === "PROJECT_BRANCH" || kind === "TEMP_BRANCH";
  const refusal =
    placementRefusal({ kind, validFrom: on, validTo: null }, superior) ??
    creationRefusal({ ...facts, kind, units: 1, approved: approval !== null }) ??
    bindingRefusal({
      kind,
      validFrom: on,
      approval,
      boundTo: bound ? unit.name : null,
      boundUntil: bound ? unit.validTo : null,
    }) ??
    coverageRefusal(
      { validFrom: on, validTo: null },
      unit,
      { kind, validFrom: on, validTo: null },
      {
        currentFrom: coverages.current?.validFrom ?? null,
        laterFrom: coverages.laterFrom,
      },
    );
  return refusal && { ...refusal, field: fields[refusal.field ?? ""] ?? refusal.field };
}

const fields: Readonly<Record<string, string>> = { validFrom: "on", approved: "approval" };

function membersRefusal(state: State, proposal: Proposal, context: Context): Refusal | null {
  const { members, postChangesLater, leaderPath } = state;
  const paths = [...members.map(({ path }) => path), ...(leaderPath === null ? [] : [leaderPath])];
  const elsewhere = paths.filter((path) => !keeps(context, path)).length;
  if (elsewhere > 0) return refuse("gap.members_elsewhere", { count: elsewhere });
  const later = members.filter(({ changesLater }) => changesLater).length;
  if (later > 0) return refuse("gap.member_changes_later", { count: later }, "on");
  if (proposal.act === "create") return null;
  const [member] = members;
  if (!member) return refuse("gap.closed");
  if (proposal.act !== "appoint") return null;
  return postChangesLater
    ? refuse("gap.member_changes_later", { count: 1 }, "on")
    : appointmentRefusal({ post: proposal.post, memberState: member.state, organizationKind: "GROUP" });
}

function planOf(state: State, proposal: Proposal, { name }: Acceptance): Plan | Refusal {
  const { superior, branchId, members } = state;
  if (superior === null) return refuse("gap.closed");
  if (proposal.act !== "create") {
    const leader = proposal.act === "appoint" ? { personId: proposal.personId, post: proposal.post } : null;
    const into = { organizationId: branchId ?? "", groupId: superior.id };
    const moved = members.filter(({ groupId }) => groupId !== superior.id);
    return { organizationId: superior.id, created: null, into, moved, leader };
  }
  const organizationId = uuidv7();
  const isGroup = proposal.kind === "GROUP";
  const known = members.map(({ personId }) => personId);
  // Whoever isn't brought in can't lead it; a temporary branch's leaders are designated and keep their own branch (ORG-06).
  const leads =
    proposal.leader !== null && (proposal.kind === "TEMP_BRANCH" || known.includes(proposal.leader.personId));
  return {
    organizationId,
    created: { kind: proposal.kind, name: name ?? proposal.name, parent: superior },
    into: isGroup ? { organizationId: superior.id, groupId: organizationId } : { organizationId, groupId: null },
    moved: members,
    leader: leads ? proposal.leader : null,
  };
}
