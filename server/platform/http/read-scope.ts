import type { Access } from "@dutyloop/contract/endpoint.ts";
import { type Actor, isNowhere, type Scope, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { Refused } from "../ritual/refused.ts";

/** Where somebody may read what an endpoint answers; refuses him who may nowhere. What is about himself has no place. */
export function readScope(access: Access, actor: Actor, today: PlainDate): Scope {
  if (access === "self" || access === "public") return { subtrees: [], exact: [] };
  const scope = scopeOf(actor, access, today);
  if (isNowhere(scope)) throw new Refused(refuse("access.not_allowed"));
  return scope;
}
