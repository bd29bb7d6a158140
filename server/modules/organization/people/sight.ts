import { type Actor, covers, type Scope, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { developmentStates, neutralStates, type ShownState } from "@dutyloop/domain/organization/member-things.ts";
import type { Sight } from "@dutyloop/domain/organization/members/shown-state.ts";
import { type RawBuilder, sql } from "kysely";
import { inScope } from "../../../platform/access/place.ts";

/** Where a reader may know of dispositions, and of who is on the way into the Party (MEM-12). */
export type SightScopes = { readonly dispositions: Scope; readonly development: Scope };

export function sightOf(actor: Actor, today: PlainDate): SightScopes {
  return {
    dispositions: scopeOf(actor, "member.read_dispositions", today),
    development: scopeOf(actor, "development.read", today),
  };
}

/** What the reader may know of the members of the branch at a path. */
export function sightAt({ dispositions, development }: SightScopes, path: string): Sight {
  return { dispositions: covers(dispositions, path), development: covers(development, path) };
}

/** A state as the reader may read it; `state` and `path` are columns, the path that of the branch. */
export function shownStateOf(state: string, path: string, { dispositions }: SightScopes): RawBuilder<ShownState> {
  const column = sql.ref(state);
  return sql`CASE WHEN ${inScope(path, dispositions)} THEN ${column}
    ELSE coalesce(${JSON.stringify(neutralStates)}::jsonb ->> ${column}, ${column}) END`;
}

/** Condition that the reader may know that somebody in this state is there at all. */
export function isShown(state: string, path: string, { development }: SightScopes): RawBuilder<boolean> {
  return sql`(${sql.ref(state)} <> ALL(${[...developmentStates]}) OR ${inScope(path, development)})`;
}
