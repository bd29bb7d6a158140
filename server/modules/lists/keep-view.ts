import { lists } from "@dutyloop/contract/lists/lists.ts";
import type { NamedList } from "@dutyloop/contract/lists/names.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { unknownColumn } from "./unknown-column.ts";

type Input = {
  readonly viewId: string;
  readonly list: NamedList;
  readonly name: string;
  readonly search: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
  readonly usual: boolean;
};
type State = { readonly others: readonly string[]; readonly isNew: boolean };

/** As many as a menu shows. */
const most = 20;

/** Keeps a view of a list under a name, or changes it; one of a list may be the usual one. */
export const keepView: UseCase<Input, State, State, Record<string, never>> = {
  name: "lists.keep_view",
  access: "self",
  async load(transaction, { viewId, list }, { actor }) {
    const same = await transaction
      .selectFrom("list_view")
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", viewId)
      .select(["account_id", "list"])
      .executeTakeFirst();
    if (same && (same.account_id !== actor.accountId || same.list !== list)) throw notFound();
    const others = await transaction
      .selectFrom("list_view")
      .where("tenant_id", "=", actor.tenantId)
      .where("account_id", "=", actor.accountId)
      .where("list", "=", list)
      .where("id", "!=", viewId)
      .select("name")
      .execute();
    return { others: others.map(({ name }) => name), isNew: same === undefined };
  },
  place: () => null,
  decide(state, { list, name, columns }) {
    if (state.isNew && state.others.length >= most) return refuse("view.too_many", { most }, "name");
    if (state.others.includes(name)) return refuse("view.name_taken", { name }, "name");
    return unknownColumn(lists[list], columns) ?? state;
  },
  async save({ transaction }, _decision, { actor }, { viewId, list, name, search, columns, usual }) {
    const own = { tenant_id: actor.tenantId, account_id: actor.accountId, list };
    if (usual) {
      await transaction
        .updateTable("list_view")
        .set({ usual: false })
        .where("tenant_id", "=", own.tenant_id)
        .where("account_id", "=", own.account_id)
        .where("list", "=", list)
        .where("id", "!=", viewId)
        .execute();
    }
    const said = { name, search: JSON.stringify(search), columns: [...columns], usual };
    await transaction
      .insertInto("list_view")
      .values({ ...own, id: viewId, ...said })
      .onConflict((conflict) => conflict.columns(["tenant_id", "id"]).doUpdateSet(said))
      .execute();
  },
  audit: (_decision, { viewId, list, name, search, columns, usual }) => ({
    object: `list view ${viewId}`,
    after: { list, name, search, columns: [...columns], usual },
  }),
  answer: () => ({}),
};
