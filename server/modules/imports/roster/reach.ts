import { type Actor, covers, narrow, type Scope, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { firstDayOf, monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { placeInScope, topPath } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { FieldCipher } from "../../../platform/fields/field-cipher.ts";
import { Refused } from "../../../platform/ritual/refused.ts";

/** Where a roster is taken: a part of the caller's scope. Nothing outside it is ever answered. */
export type Reach = {
  readonly database: ReadDatabase;
  readonly tenantId: number;
  /** Path of the organisation that it is taken at. */
  readonly path: string;
  readonly scope: Scope;
  readonly fields: FieldCipher;
  readonly today: PlainDate;
  /** First day of changed names, classes and employments. */
  readonly effectiveOn: PlainDate;
  /** Whether the top of the group is in reach, to which units belong that nobody covers. */
  readonly atTop: boolean;
  /** Whether the caller may know of dispositions (MEM-12). */
  readonly dispositions: boolean;
  /** Whether the caller may know who is on the way into the Party. */
  readonly development: boolean;
};
type Asking = Pick<Reach, "database" | "tenantId" | "fields" | "today"> & { readonly actor: Actor };

/** What a caller reaches at and below an organisation. Throws Refused (`not_found`) where that isn't his. */
export async function reachAt(asking: Asking, organizationId: string, effectiveOn?: PlainDate): Promise<Reach> {
  const { actor, ...rest } = asking;
  const { database, tenantId, today } = rest;
  if (effectiveOn !== undefined && effectiveOn > today)
    throw new Refused(refuse("organization.change_in_future", { today }, "effectiveOn"));
  const whole = scopeOf(actor, "roster.import", today);
  const { path } = await placeInScope(database, tenantId, whole, organizationId);
  const scope = narrow(whole, path);
  return {
    ...rest,
    path,
    scope,
    effectiveOn: effectiveOn ?? firstDayOf(monthOf(today)),
    atTop: covers(scope, await topPath(database, tenantId)),
    dispositions: covers(scopeOf(actor, "member.read_dispositions", today), path),
    development: covers(scopeOf(actor, "development.read", today), path),
  };
}
