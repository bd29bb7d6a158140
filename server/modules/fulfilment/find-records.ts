import { anything, kindMark, neededOf, recordTerm } from "@dutyloop/domain/fulfilment/record-words.ts";
import { isNowhere, type Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { type RawBuilder, sql } from "kysely";
import { inScope } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { rememberedWords } from "../organization/index.ts";
import { currentTemplates } from "../standards/index.ts";

type Asked = {
  readonly database: ReadDatabase;
  readonly tenantId: number;
  readonly scope: Scope;
  readonly terms: readonly string[];
  readonly limit: number;
};
type Found = { id: string; title: string; occurredOn: string; organizationName: string; rank: number };
/** A term, the kinds whose names hold it, and the organisations that are found by it; null where those are many. */
type Term = { readonly text: string; readonly kinds: readonly string[]; readonly organizations: string[] | null };

/** Records of so many organisations are gone through one by one; those of more are looked for by their days. */
const fewOrganizations = 300;
/** A name that more bear tells no day: their records are hoped to lie on every one. */
const mostNamed = 1000;
/** Of so many of the newest that fit, those that begin with the first word come first. */
const newest = 50;
/** Comes after every letter. */
const last = "\u{10FFFF}";

/**
 * Records in scope of which each word asked for stands in the title, in the name of a kind, in what a host is found by, or
 * is the month: those whose titles begin with the first word before others, the newest first.
 */
export async function findRecords({ database, tenantId, scope, terms, limit }: Asked): Promise<Found[]> {
  if (isNowhere(scope)) return [];
  const [known, hosts] = await Promise.all([
    currentTemplates(database, tenantId),
    hostsFor({ database, tenantId, scope }, terms),
  ]);
  const kinds = [...known].map(([code, { body }]) => ({ code, words: rememberedWords(body.name, code) }));
  const all = terms.map((term, index) => ({
    text: recordTerm(term),
    kinds: kinds.filter(({ words }) => words.includes(term)).map(({ code }) => code),
    organizations: hosts.named[index] ?? null,
  }));
  const fits = sql.join(
    all.map((term) => fitting(tenantId, term)),
    sql` AND `,
  );
  const found = sql`e.record_id AS id, e.organization_id, e.occurred_on, e.words FROM`;
  const within = (hosts: readonly string[]) => sql`SELECT * FROM (SELECT ${found} unnest(${hosts}::uuid[]) AS host
      CROSS JOIN LATERAL (SELECT * FROM record_entry e WHERE e.tenant_id = ${tenantId} AND e.organization_id = host AND ${fits}
        ORDER BY e.occurred_on DESC, e.record_id DESC LIMIT ${newest}) e
    ORDER BY e.occurred_on DESC, e.record_id DESC LIMIT ${newest}) of_hosts`;
  const along = sql`SELECT * FROM (SELECT ${found} (${daysOf(tenantId, all)}) d
      CROSS JOIN LATERAL (SELECT * FROM record_entry e WHERE e.tenant_id = ${tenantId} AND e.occurred_on = d.occurred_on AND ${fits}
        ORDER BY e.occurred_on DESC, e.record_id DESC OFFSET 0) e
      CROSS JOIN LATERAL (SELECT 1 FROM organization o WHERE o.tenant_id = ${tenantId} AND o.id = e.organization_id
        AND ${inScope("o.path", scope)} OFFSET 0) o
    ORDER BY d.occurred_on DESC LIMIT ${newest}) of_days`;
  const named = [...new Set(all.flatMap(({ organizations }) => organizations ?? []))];
  const candidates = hosts.few
    ? within(hosts.few)
    : named.length > 0
      ? sql`${along} UNION ALL ${within(named)}`
      : along;
  const [first = ""] = all.map(({ text }) => text);
  const { rows } = await sql<Found>`
    WITH found AS MATERIALIZED (${candidates}), standing AS (
      SELECT f.id, r.title, f.occurred_on AS "occurredOn", o.name AS "organizationName",
        CASE WHEN strpos(f.words, ${`\n${first}\n`}) = 1 THEN 0 WHEN strpos(f.words, ${`\n${first}`}) = 1 THEN 1 ELSE 2 END AS rank
      FROM found f
      JOIN record r ON r.tenant_id = ${tenantId} AND r.id = f.id AND r.state <> 'revoked'
      JOIN organization o ON o.tenant_id = ${tenantId} AND o.id = f.organization_id AND ${inScope("o.path", scope)}
    )
    SELECT DISTINCT ON (rank, "occurredOn", id) * FROM standing ORDER BY rank, "occurredOn" DESC, id, "organizationName" LIMIT ${limit}`.execute(
    database,
  );
  return rows;
}

type Hosts = { few: string[] | null; named: (string[] | null)[] };

/** The organisations in scope where they are few, and for each term those of them that are found by it. */
async function hostsFor(
  { database, tenantId, scope }: Pick<Asked, "database" | "tenantId" | "scope">,
  terms: readonly string[],
): Promise<Hosts> {
  const entries = sql`FROM search_entry WHERE tenant_id = ${tenantId} AND entity = 'organization' AND ${inScope("path", scope)}`;
  const some = (where: RawBuilder<unknown>, most: number) =>
    sql`(SELECT CASE WHEN count(*) <= ${most} THEN coalesce(json_agg(id), '[]') END
      FROM (SELECT id ${entries} ${where} LIMIT ${most + 1}) one)`;
  const named = sql.join(terms.map((term) => some(sql`AND strpos(words, ${term}) > 0`, mostNamed)));
  const { rows } =
    await sql<Hosts>`SELECT ${some(sql``, fewOrganizations)} AS few, json_build_array(${named}) AS named`.execute(
      database,
    );
  return rows[0] ?? { few: [], named: [] };
}

function fitting(tenantId: number, { text, kinds, organizations }: Term): RawBuilder<boolean> {
  const ways = [
    sql`strpos(e.words, ${text}) > 0`,
    ...(kinds.length > 0 ? [sql`e.template_codes && ${[...kinds]}::text[]`] : []),
    ...(organizations === null
      ? [
          sql`EXISTS (SELECT 1 FROM search_entry s WHERE s.tenant_id = ${tenantId} AND s.entity = 'organization'
            AND s.id = e.organization_id AND strpos(s.words, ${text}) > 0)`,
        ]
      : organizations.length > 0
        ? [sql`e.organization_id = ANY(${organizations}::uuid[])`]
        : []),
  ];
  return sql<boolean>`(${sql.join(ways, sql` OR `)})`;
}

/** Days, the newest first, of which some record may hold every term; a name that many organisations bear tells no day. */
function daysOf(tenantId: number, terms: readonly Term[]): RawBuilder<unknown> {
  const day = sql`SELECT occurred_on FROM record_word WHERE tenant_id = ${tenantId}`;
  const ofTerm = ({ text, kinds }: Term) => {
    const needed = neededOf(text);
    const words =
      "beginning" in needed
        ? sql`${day} AND word >= ${needed.beginning} AND word < ${needed.beginning + last}`
        : sql`${day} AND word = ANY(${[...needed.pairs]}::text[]) GROUP BY occurred_on HAVING count(*) = ${needed.pairs.length}`;
    return sql`(${words} UNION ${day} AND word = ANY(${kinds.map((code) => kindMark + code)}::text[]))`;
  };
  const days = terms.filter(({ organizations }) => organizations !== null).map(ofTerm);
  const asked = days.length > 0 ? sql.join(days, sql` INTERSECT `) : sql`${day} AND word = ${anything}`;
  return sql`SELECT occurred_on FROM (${asked}) held ORDER BY occurred_on DESC OFFSET 0`;
}
