import { permissionsOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { Action, Role } from "@dutyloop/domain/identity/things.ts";

/** A right as the session tells it. */
type Granted = {
  readonly role: Role;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};
/** An organisation and those that it stands under. */
export type Placed = { readonly id: string; readonly above: readonly { readonly id: string }[] };
/** An organisation that a grant names; `below`: and everything below it. */
export type Reach = { readonly organizationId: string; readonly organizationName: string; readonly below: boolean };

/** Where the account may do something today, as far as its grants say; the server decides. */
export function reachOf(
  { grants, today }: { readonly grants: readonly Granted[]; readonly today: string },
  action: Action,
): Reach[] {
  const reaches = new Map<string, Reach>();
  for (const { role, organizationId, organizationName, validFrom, validTo } of grants) {
    if (validFrom > today || (validTo !== null && validTo < today)) continue;
    for (const permission of permissionsOf(role)) {
      if (permission.action !== action) continue;
      const below = permission.reach === "subtree" || reaches.get(organizationId)?.below === true;
      reaches.set(organizationId, { organizationId, organizationName, below });
    }
  }
  return [...reaches.values()];
}

/** Whether an organisation lies within what is reached. */
export function isReached(reaches: readonly Reach[], organization: Placed): boolean {
  return reaches.some(
    ({ organizationId, below }) =>
      organizationId === organization.id || (below && organization.above.some(({ id }) => id === organizationId)),
  );
}
