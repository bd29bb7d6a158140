import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow, type Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { departedStates, type ShownState } from "@dutyloop/domain/organization/member-things.ts";
import { holdsDoubleDuty } from "@dutyloop/domain/organization/members/shown-state.ts";
import { committeePosts } from "@dutyloop/domain/organization/things.ts";
import { type RawBuilder, sql } from "kysely";
import { inScope, type Place, placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { isShown, type SightScopes, shownStateOf, sightOf } from "./sight.ts";

type Person = Omit<Answer<"listPeople">["items"][number], "doubleDuty">;
type Query = ReadRequest<"listPeople">["query"];

/** What a list is in the order of; equal ones follow by id. Who has no day of joining comes last. */
const keys: Record<Query["sort"], RawBuilder<string>> = {
  place: sql`o.path`,
  name: sql`p.name COLLATE "zh-x-icu"`,
  joined: sql`coalesce(p.joined_on, 'infinity'::date)::text COLLATE "C"`,
};

/** Members of an organisation and everything below on one day, filtered and in the asked order; paged by its key. */
export async function listPeople(request: ReadRequest<"listPeople">): Promise<Answer<"listPeople">> {
  const { database, tenantId, scope, params, query, today, caller } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const reach = { tenantId, members: membersOf(place, scope), sight: sightOf(caller.actor, today) };
  const { rows } = await peopleQuery(reach, query, query.on ?? today).execute(database);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ key: _key, leadsUnit, ...person }) => ({
      ...person,
      doubleDuty: holdsDoubleDuty(person.posts, leadsUnit),
    })),
    next: rows.length > query.limit && last ? `${last.id} ${last.key}` : null,
  };
}

/** Members belong to branches; those of a 党小组 are the members that are placed in it. */
function membersOf({ id, kind, path }: Place, scope: Scope): RawBuilder<boolean> {
  return kind === "GROUP" ? sql`m.group_id = ${id}::uuid` : inScope("o.path", narrow(scope, path));
}

type Reach = { readonly tenantId: number; readonly members: RawBuilder<boolean>; readonly sight: SightScopes };

/** One page of people and one more, so that it is known whether there are more. */
export function peopleQuery({ tenantId, members, sight }: Reach, query: Query, on: string) {
  const key = keys[query.sort];
  const shown = shownStateOf("m.state", "o.path", sight);
  return sql<Person & { key: string; leadsUnit: boolean }>`
    SELECT p.id, p.number, p.name, p.joined_on AS "joinedOn", ${shown} AS "memberState",
      o.id AS "organizationId", o.name AS "organizationName", ${key} AS key,
      g.id AS "groupId", g.name AS "groupName",
      coalesce((SELECT array_agg(a.post ORDER BY a.id) FROM appointment a WHERE a.tenant_id = p.tenant_id AND a.person_id = p.id
        AND ${standsOn("a", on)}), '{}') AS posts,
      EXISTS (SELECT 1 FROM employment e WHERE e.tenant_id = p.tenant_id AND e.person_id = p.id AND e.leads_unit
        AND ${standsOn("e", on)}) AS "leadsUnit"
    FROM organization o
    JOIN membership m ON m.tenant_id = o.tenant_id AND m.organization_id = o.id
    JOIN person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id
    LEFT JOIN organization g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
    WHERE o.tenant_id = ${tenantId} AND ${members} AND ${standsOn("m", on)} AND ${isShown("m.state", "o.path", sight)}
      AND ${sql.join(filters(query, on, key, shown), sql` AND `)}
    ORDER BY ${key}, p.id LIMIT ${query.limit + 1}`;
}

function filters(query: Query, on: string, key: RawBuilder<string>, shown: RawBuilder<ShownState>) {
  const { startsWith, states, post, doubleDuty, unitId, after } = query;
  const holds = (table: "appointment" | "employment", what: RawBuilder<unknown>) => sql`EXISTS (SELECT 1
    FROM ${sql.table(table)} t WHERE t.tenant_id = p.tenant_id AND t.person_id = p.id AND ${what} AND ${standsOn("t", on)})`;
  return [
    // By what is shown, never by what is kept: a filter would tell what the list hides.
    states ? sql`${shown} = ANY(${states})` : sql`m.state <> ALL(${[...departedStates]})`,
    ...(startsWith ? [sql`(starts_with(p.name, ${startsWith}) OR starts_with(p.number, ${startsWith}))`] : []),
    ...(post ? [holds("appointment", sql`t.post = ${post}`)] : []),
    ...(doubleDuty
      ? [holds("appointment", sql`t.post = ANY(${[...committeePosts]})`), holds("employment", sql`t.leads_unit`)]
      : []),
    ...(unitId ? [holds("employment", sql`t.unit_id = ${unitId}::uuid`)] : []),
    // An id is 36 characters long; the rest is the key of the person before.
    ...(after ? [sql`(${key}, p.id) > (${after.slice(37)}, ${after.slice(0, 36)}::uuid)`] : []),
  ];
}

function standsOn(table: string, on: string): RawBuilder<boolean> {
  const [from, to] = [sql.ref(`${table}.valid_from`), sql.ref(`${table}.valid_to`)];
  return sql`(${from} <= ${on} AND (${to} IS NULL OR ${to} >= ${on}))`;
}
