import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { RuleId } from "@dutyloop/domain/organization/basis-things.ts";
import type { MemberEvidence, RemovalGround, SuspensionGround } from "@dutyloop/domain/organization/member-things.ts";
import { correctionEnd } from "@dutyloop/domain/organization/members/membership-rules.ts";
import { hasLeft, shownState } from "@dutyloop/domain/organization/members/shown-state.ts";
import {
  type AcceptedChange,
  decideTransition,
  type StateChange,
} from "@dutyloop/domain/organization/members/transition-rules.ts";
import type { MemberState } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import { endingRefusal, type HeldPost, postsFrom } from "./held-posts.ts";
import { type MembershipRow, membershipsOf, stateSince } from "./membership-rows.ts";
import { lockPerson, placeOfPerson } from "./person-place.ts";

/** What the act that began a state left for the one that ends it. */
type EarlierAct = { readonly suspension: SuspensionGround | null; readonly correctionMonths: number | null };

export type MemberAsHeStands = {
  readonly path: string;
  /** The last stretch. */
  readonly current: MembershipRow;
  readonly rows: readonly MembershipRow[];
  readonly since: PlainDate;
  readonly earlier: EarlierAct;
  readonly posts: readonly HeldPost[];
  readonly onTransfer: boolean;
};

/** A person as the decision finds him; nobody else changes him until it is saved. */
export async function loadMember(
  transaction: Transaction,
  { personId, on }: { personId: string; on: PlainDate },
  { actor, today }: Context,
): Promise<MemberAsHeStands> {
  const { tenantId } = actor;
  await lockPerson(transaction, tenantId, personId);
  const place = await placeOfPerson(transaction, { tenantId, personId, on: today });
  const rows = await membershipsOf(transaction, tenantId, personId);
  const current = rows.at(-1);
  if (!place || !current) throw notFound();
  const acts = await sql<{ details: Partial<EarlierAct> }>`
    SELECT details FROM member_act WHERE tenant_id = ${tenantId} AND person_id = ${personId}::uuid
      AND to_state = ${current.state} ORDER BY effective_on DESC, id DESC LIMIT 1`.execute(transaction);
  const transfers = await sql`
    SELECT 1 FROM person_transfer WHERE tenant_id = ${tenantId} AND person_id = ${personId}::uuid
      AND state = 'issued'`.execute(transaction);
  const details = acts.rows[0]?.details ?? {};
  return {
    path: place.path,
    current,
    rows,
    since: stateSince(rows, (state) => state) ?? current.from,
    earlier: { suspension: details.suspension ?? null, correctionMonths: details.correctionMonths ?? null },
    posts: await postsFrom(transaction, tenantId, { personId, on }),
    onTransfer: transfers.rows.length > 0,
  };
}

/** What was entered; what a change doesn't ask for is null. */
export type EnteredChange = {
  readonly to: MemberState;
  readonly on: PlainDate;
  readonly evidence: readonly MemberEvidence[];
  readonly suspension: SuspensionGround | null;
  readonly awaySince: PlainDate | null;
  readonly removal: RemovalGround | null;
  readonly inactiveSince: PlainDate | null;
  readonly correctionMonths: number | null;
  readonly approver: StateChange["approver"];
};

export type DecidedChange = {
  readonly startsOn: PlainDate;
  readonly rule: RuleId;
  /** Posts that end with it. */
  readonly posts: readonly HeldPost[];
};

/** Decides by the state he is in. */
export function decideChange(
  member: MemberAsHeStands,
  entered: EnteredChange,
  today: PlainDate,
): DecidedChange | Refusal {
  const accepted = acceptedFrom(member.current.state, member.since, member.earlier, entered, today);
  return isRefusal(accepted) ? accepted : followed(member, entered, accepted);
}

/** What an accepted change asks of what stands beside the state: later stretches, letters on their way, posts. */
function followed(
  { current, posts, onTransfer }: MemberAsHeStands,
  { to }: EnteredChange,
  { startsOn, rule }: AcceptedChange,
): DecidedChange | Refusal {
  if (current.to !== null && startsOn > current.to) return refuse("member.not_a_member", {}, "on");
  if (startsOn < current.from) return refuse("member.changed_later", {}, "on");
  if (hasLeft(to) && onTransfer) return refuse("member.on_transfer", {}, "to");
  // Who is suspended or gone can't hold a post (VOTE-09).
  const ending = hasLeft(to) || to === "SUSPENDED" ? posts : [];
  return endingRefusal(ending, startsOn) ?? { startsOn, rule, posts: ending };
}

/** The rule's own decision, of a person who is in `from` since a day. */
function acceptedFrom(
  from: MemberState,
  since: PlainDate,
  earlier: EarlierAct,
  { to, on, evidence, suspension, awaySince, removal, inactiveSince, correctionMonths, approver }: EnteredChange,
  today: PlainDate,
) {
  if (on > today) return refuse("member.in_future", { today }, "on");
  const correcting = from === "CORRECTING" && earlier.correctionMonths !== null;
  return decideTransition({
    from,
    to,
    on,
    since,
    evidence,
    suspension: from === "SUSPENDED" ? earlier.suspension : suspension,
    awaySince,
    removal,
    inactiveSince,
    correctionMonths,
    endsOn: correcting ? correctionEnd(since, earlier.correctionMonths) : null,
    branchMeetingOn: null,
    approver,
  });
}

/**
 * Decides for somebody who doesn't read dispositions: first by the state as he reads it, so that a refusal tells him
 * nothing that the page doesn't; where the real state is another one, the change is the organizer's.
 */
export function decideUnseeing(
  member: MemberAsHeStands,
  entered: EnteredChange,
  today: PlainDate,
): DecidedChange | Refusal {
  const { current, rows } = member;
  const read = (state: MemberState) => shownState(state, { dispositions: false, development: true });
  const shown = read(current.state);
  if (shown === null || shown === "LEFT") return refuse("member.not_a_member");
  const since = stateSince(rows, read) ?? current.from;
  const asShown = acceptedFrom(shown, since, member.earlier, entered, today);
  if (isRefusal(asShown)) return asShown;
  const real = acceptedFrom(current.state, member.since, member.earlier, entered, today);
  if (isRefusal(real) || (since !== member.since && real.startsOn < current.from)) {
    return refuse("member.through_organizer", {}, "on");
  }
  return followed(member, entered, real);
}
