import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { Action } from "@dutyloop/domain/identity/things.ts";
import type { Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";

/** Where an organisation stands today, and its name. */
export type PlaceToTouch = { readonly path: string; readonly name: string };

/**
 * The organisation that a use case is about. Throws `not_found` where it isn't there or outside the caller's scope,
 * before anything is worked out or told about its score. Until the end of the transaction nobody else decides about it,
 * so that what two people do at once is done once.
 */
export async function placeToTouch(
  transaction: Transaction,
  { actor, today }: Context,
  action: Action,
  organizationId: string,
): Promise<PlaceToTouch> {
  const place = await transaction
    .selectFrom("organization")
    .where("tenant_id", "=", actor.tenantId)
    .where("id", "=", organizationId)
    .select(["path", "name"])
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!place || !covers(scopeOf(actor, action, today), place.path)) throw notFound();
  return place;
}
