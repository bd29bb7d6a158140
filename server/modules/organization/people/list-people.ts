import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow, type Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { type RawBuilder, sql } from "kysely";
import { inScope, placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";

type Person = Answer<"listPeople">["items"][number];
type Query = ReadRequest<"listPeople">["query"];

/** What a list is in the order of; equal ones follow by id. Who has no day of joining comes last. */
const keys: Record<Query["sort"], RawBuilder<string>> = {
  place: sql`o.path`,
  name: sql`p.name COLLATE "zh-x-icu"`,
  joined: sql`coalesce(p.joined_on, 'infinity'::date)::text COLLATE "C"`,
};

/** Members of an organisation and everything below on one day, filtered and in the asked order; paged by its key. */
export async function listPeople(request: ReadRequest<"listPeople">): Promise<Answer<"listPeople">> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const { rows } = await peopleQuery(tenantId, narrow(scope, place.path), query, query.on ?? today).execute(database);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ key: _key, ...person }) => person),
    next: rows.length > query.limit && last ? `${last.id} ${last.key}` : null,
  };
}

/** One page of people and one more, so that it is known whether there are more. */
export function peopleQuery(tenantId: number, scope: Scope, query: Query, on: string) {
  const key = keys[query.sort];
  return sql<Person & { key: string }>`
    SELECT p.id, p.number, p.name, p.joined_on AS "joinedOn", m.state AS "memberState",
      o.id AS "organizationId", o.name AS "organizationName", ${key} AS key,
      g.id AS "groupId", g.name AS "groupName",
      coalesce((SELECT array_agg(a.post ORDER BY a.id) FROM appointment a WHERE a.tenant_id = p.tenant_id AND a.person_id = p.id
        AND ${standsOn("a", on)}), '{}') AS posts
    FROM organization o
    JOIN membership m ON m.tenant_id = o.tenant_id AND m.organization_id = o.id
    JOIN person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id
    LEFT JOIN organization g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
    WHERE o.tenant_id = ${tenantId} AND ${inScope("o.path", scope)} AND ${standsOn("m", on)}
      AND ${sql.join(filters(query, on, key), sql` AND `)}
    ORDER BY ${key}, p.id LIMIT ${query.limit + 1}`;
}

function filters({ startsWith, states, post, unitId, after }: Query, on: string, key: RawBuilder<string>) {
  const holds = (table: "appointment" | "employment", what: RawBuilder<unknown>) => sql`EXISTS (SELECT 1
    FROM ${sql.table(table)} t WHERE t.tenant_id = p.tenant_id AND t.person_id = p.id AND ${what} AND ${standsOn("t", on)})`;
  return [
    sql`true`,
    ...(startsWith ? [sql`(starts_with(p.name, ${startsWith}) OR starts_with(p.number, ${startsWith}))`] : []),
    ...(states ? [sql`m.state = ANY(${states})`] : []),
    ...(post ? [holds("appointment", sql`t.post = ${post}`)] : []),
    ...(unitId ? [holds("employment", sql`t.unit_id = ${unitId}::uuid`)] : []),
    // An id is 36 characters long; the rest is the key of the person before.
    ...(after ? [sql`(${key}, p.id) > (${after.slice(37)}, ${after.slice(0, 36)}::uuid)`] : []),
  ];
}

function standsOn(table: string, on: string): RawBuilder<boolean> {
  const [from, to] = [sql.ref(`${table}.valid_from`), sql.ref(`${table}.valid_to`)];
  return sql`(${from} <= ${on} AND (${to} IS NULL OR ${to} >= ${on}))`;
}
