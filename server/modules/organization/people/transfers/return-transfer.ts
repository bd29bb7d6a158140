import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { rejectionRefusal } from "@dutyloop/domain/organization/members/transfer-rules.ts";
import { sql } from "kysely";
import type { UseCase } from "../../../../platform/ritual/use-case.ts";
import { type LoadedTransfer, loadTransfer, returningPath } from "./load-transfer.ts";

type Input = { readonly transferId: string; readonly on: PlainDate; readonly reason: string };
type State = LoadedTransfer & { readonly path: string };

/** Returns a letter: the receiving branch turns it down, or the issuing one takes it back; never without a reason (MEM-07). */
export const returnTransfer: UseCase<Input, State, State, { on: PlainDate }> = {
  name: "organization.return_transfer",
  access: "person.manage",
  async load(transaction, { transferId }, context) {
    const transfer = await loadTransfer(transaction, context.actor.tenantId, transferId);
    return { ...transfer, path: returningPath(transfer, context) };
  },
  place: ({ path }) => path,
  decide(state, { on, reason }, { today }) {
    const unreasoned = rejectionRefusal(reason);
    if (unreasoned) return unreasoned;
    if (state.state !== "issued") return refuse("transfer.settled");
    if (on > today) return refuse("transfer.in_future", { today }, "on");
    if (on < state.issuedOn) return refuse("transfer.before_letter", { issuedOn: state.issuedOn }, "on");
    return state;
  },
  save(saving, _state, { actor }, { transferId, on, reason }) {
    saving.change(sql`UPDATE person_transfer SET state = 'returned', settled_on = ${on}, reason = ${reason}
      WHERE tenant_id = ${actor.tenantId} AND id = ${transferId}::uuid`);
  },
  audit: (_state, { transferId, on }) => ({ object: `transfer ${transferId}`, after: { state: "returned", on } }),
  answer: (_state, { on }) => ({ on }),
};
