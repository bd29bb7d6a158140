import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";

type Input = { readonly viewId: string };

/** Takes one of the caller's own views away. */
export const forgetView: UseCase<Input, Input, Input, Record<string, never>> = {
  name: "lists.forget_view",
  access: "self",
  async load(transaction, { viewId }, { actor }) {
    const own = await transaction
      .selectFrom("list_view")
      .where("tenant_id", "=", actor.tenantId)
      .where("account_id", "=", actor.accountId)
      .where("id", "=", viewId)
      .select("id")
      .executeTakeFirst();
    if (!own) throw notFound();
    return { viewId };
  },
  place: () => null,
  decide: (state) => state,
  async save({ transaction }, { viewId }, { actor }) {
    await transaction
      .deleteFrom("list_view")
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", viewId)
      .execute();
  },
  audit: ({ viewId }) => ({ object: `list view ${viewId}` }),
  answer: () => ({}),
};
