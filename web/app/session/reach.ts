import { permissionsOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { Action } from "@dutyloop/domain/identity/things.ts";
import type { Session } from "../../../app/session/session.ts";

/** An organisation that a grant names; `below`: and everything below it. */
export type Reach = { readonly organizationId: string; readonly organizationName: string; readonly below: boolean };

/** Where the account may do something today, as far as its grants say; the server decides. */
export function reachOf({ grants, today }: Pick<Session, "grants" | "today">, action: Action): Reach[] {
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

/** Whether an organisation lies within what is reached; `above` are those that it stands under. */
export function isReached(
  reaches: readonly Reach[],
  organization: { readonly id: string; readonly above: readonly { readonly id: string }[] },
): boolean {
  return reaches.some(
    ({ organizationId, below }) =>
      organizationId === organization.id || (below && organization.above.some(({ id }) => id === organizationId)),
  );
}
