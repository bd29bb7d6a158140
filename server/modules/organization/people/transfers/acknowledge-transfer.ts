import { isWithin, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { hasLeft } from "@dutyloop/domain/organization/members/shown-state.ts";
import { receiptRefusal } from "@dutyloop/domain/organization/members/transfer-rules.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { notFound } from "../../../../platform/ritual/refused.ts";
import type { Saving } from "../../../../platform/ritual/saving.ts";
import type { Context, UseCase } from "../../../../platform/ritual/use-case.ts";
import { beginState, moveOn } from "../begin-state.ts";
import { groupFits } from "../group-fits.ts";
import { endingRefusal, endPosts, type HeldPost, postsFrom } from "../held-posts.ts";
import { endRights } from "../held-rights.ts";
import { markMonths } from "../mark-months.ts";
import { type MembershipRow, membershipsOf } from "../membership-rows.ts";
import { type LoadedTransfer, loadTransfer, receivingPath } from "./load-transfer.ts";

type Input = { readonly transferId: string; readonly on: PlainDate; readonly groupId: string | null };
type State = LoadedTransfer & {
  /** The last stretch of the membership. */
  readonly current: MembershipRow;
  readonly posts: readonly HeldPost[];
  readonly groupFits: boolean;
};
type Decision = { readonly state: State; readonly ending: readonly HeldPost[]; readonly actId: string };

/** The receipt: the membership in the source ends the day before and the one in the target begins (MEM-07, MEM-08). */
export const acknowledgeTransfer: UseCase<Input, State, Decision, { on: PlainDate; postsEnded: number }> = {
  name: "organization.acknowledge_transfer",
  access: "person.manage",
  async load(transaction, { transferId, on, groupId }, { actor }) {
    const { tenantId } = actor;
    const transfer = await loadTransfer(transaction, tenantId, transferId);
    const { personId, toId } = transfer;
    const current = (await membershipsOf(transaction, tenantId, personId)).at(-1);
    if (!current) throw notFound();
    const posts = await postsFrom(transaction, tenantId, { personId, on });
    return { ...transfer, current, posts, groupFits: await groupFits(transaction, tenantId, groupId, toId) };
  },
  place: receivingPath,
  decide(state, { on }, { today }) {
    const { current, toPath, toFrom, toTo, posts } = state;
    if (state.state !== "issued") return refuse("transfer.settled");
    const refusal = receiptRefusal(state, on, today);
    if (refusal) return refusal;
    if (toFrom !== null && !isWithin(on, toFrom, toTo)) return refuse("transfer.target_not_standing", {}, "on");
    if (!state.groupFits) return refuse("person.group_of_another_branch", {}, "groupId");
    if (hasLeft(current.state) || current.organizationId !== state.fromId) return refuse("member.not_a_member");
    if (current.to !== null && on > current.to) return refuse("member.not_a_member", {}, "on");
    if (on < current.from) return refuse("member.changed_later", {}, "on");
    // A post goes on where its organisation oversees the new branch too.
    const ending = posts.filter(({ path }) => !toPath?.startsWith(path));
    return endingRefusal(ending, on) ?? { state, ending, actId: uuidv7() };
  },
  async save(saving, decision, context, { transferId, on, groupId }) {
    const { tenantId } = context.actor;
    await leaveAndJoin(saving, context, decision, { on, groupId });
    endPosts(saving, tenantId, decision.ending, on);
    const { personId, toPath } = decision.state;
    endRights(saving, tenantId, { personId, startsOn: on, newPath: toPath });
    saving.change(sql`UPDATE person_transfer SET state = 'acknowledged', settled_on = ${on}
      WHERE tenant_id = ${tenantId} AND id = ${transferId}::uuid`);
  },
  audit: ({ state, ending }, { transferId, on, groupId }) => ({
    object: `transfer ${transferId}`,
    after: { state: "acknowledged", on, to: state.toId, groupId, postsEnded: ending.length },
  }),
  answer: ({ ending }, { on }) => ({ on, postsEnded: ending.length }),
};

/** Inside the group the state goes on in the new branch; to outside it ends in 转出. */
async function leaveAndJoin(
  saving: Saving,
  context: Context,
  { state: { personId, outsideName, toId, current }, actId }: Decision,
  { on, groupId }: { on: PlainDate; groupId: string | null },
): Promise<void> {
  if (toId === null) {
    const to = "TRANSFERRED_OUT";
    const papers = ["transfer_receipt"];
    const decidedBy = outsideName ?? "";
    const act = { id: actId, rule: "MEM-07" as const, decidedBy, papers, reason: null, details: {} };
    await beginState(saving, context, { personId, current, to, startsOn: on }, act);
    return;
  }
  const next = { organizationId: toId, groupId, state: current.state };
  await moveOn(saving, context.actor.tenantId, { personId, current, startsOn: on, next });
  markMonths(saving, context, [current.organizationId, toId], on);
}
