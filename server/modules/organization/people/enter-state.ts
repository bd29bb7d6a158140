import type { Answer, ParsedBody } from "@dutyloop/contract/endpoints.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { dispositionStates } from "@dutyloop/domain/organization/member-things.ts";
import { hasLeft, isOnTheWay } from "@dutyloop/domain/organization/members/shown-state.ts";
import type { MemberState } from "@dutyloop/domain/organization/things.ts";
import { v7 as uuidv7 } from "uuid";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { beginState } from "./begin-state.ts";
import {
  type DecidedChange,
  decideChange,
  decideUnseeing,
  type EnteredChange,
  loadMember,
  type MemberAsHeStands,
} from "./change-state.ts";
import { endPosts } from "./held-posts.ts";
import { endRights } from "./held-rights.ts";

type Changed = Answer<"changeMemberState">;
type Decision = DecidedChange & { readonly entered: EnteredChange; readonly actId: string };
type Entering = {
  readonly personId: string;
  readonly on: PlainDate;
  readonly decidedBy: string;
  readonly reason: string | null;
};

/** Suspends or restores a membership, or enters a death (MEM-02 to MEM-04). */
export const changeMemberState = entering<{ personId: string } & ParsedBody<"changeMemberState">>(
  "organization.change_member_state",
  "person.manage",
  (input) => ({ ...nothingEntered, ...input }),
  (member, entered, today) => {
    const { state } = member.current;
    if (entered.to === "FULL" && (isOnTheWay(state) || state === "PROBATIONARY")) {
      return refuse("member.through_development", {}, "to");
    }
    return decideUnseeing(member, entered, today);
  },
);

/** Enters a disposition: only those who may read dispositions may know how the member stands (MEM-12). */
export const disposeOfMember = entering<{ personId: string } & ParsedBody<"disposeOfMember">>(
  "organization.dispose_of_member",
  "member.dispose",
  (input) => ({ ...nothingEntered, ...input }),
  (member, entered, today) => {
    const { state } = member.current;
    if (isOnTheWay(state)) return refuse("member.through_development", {}, "to");
    if (state === "PROBATIONARY" && entered.to === "FULL") return refuse("member.through_development", {}, "to");
    if (!isDisposition(state) && !isDisposition(entered.to)) return refuse("member.through_branch", {}, "to");
    return decideChange(member, entered, today);
  },
);

const nothingEntered = {
  suspension: null,
  awaySince: null,
  removal: null,
  inactiveSince: null,
  correctionMonths: null,
  approver: null,
};

function isDisposition(state: MemberState): boolean {
  return (dispositionStates as readonly MemberState[]).includes(state);
}

/** Both ways of entering a change walk the same steps; they differ in who may and in what may be told him. */
function entering<Input extends Entering>(
  name: string,
  access: "person.manage" | "member.dispose",
  enteredOf: (input: Input) => EnteredChange,
  decide: (member: MemberAsHeStands, entered: EnteredChange, today: PlainDate) => DecidedChange | Refusal,
): UseCase<Input, MemberAsHeStands, Decision, Changed> {
  return {
    name,
    access,
    load: (transaction, input, context) => loadMember(transaction, input, context),
    place: ({ path }) => path,
    decide(member, input, { today }) {
      const entered = enteredOf(input);
      const decided = decide(member, entered, today);
      return isRefusal(decided) ? decided : { ...decided, entered, actId: uuidv7() };
    },
    async save(saving, decision, context, { personId, decidedBy, reason }, { current }) {
      const { entered, actId, startsOn, rule, posts } = decision;
      const { to, on, evidence, suspension, awaySince, removal, inactiveSince, correctionMonths, approver } = entered;
      const details = { on, suspension, awaySince, removal, inactiveSince, correctionMonths, approver };
      const act = { id: actId, rule, decidedBy, papers: evidence, reason, details };
      await beginState(saving, context, { personId, current, to, startsOn }, act);
      endPosts(saving, context.actor.tenantId, posts, startsOn);
      if (hasLeft(to) || to === "SUSPENDED")
        endRights(saving, context.actor.tenantId, { personId, startsOn, newPath: null });
    },
    // Neither state nor reason: the audit is read by others than those whom MEM-12 names.
    audit: ({ actId }, { personId }) => ({ object: `person ${personId}`, after: { actId } }),
    answer: ({ actId, startsOn }) => ({ id: actId, startsOn }),
  };
}
