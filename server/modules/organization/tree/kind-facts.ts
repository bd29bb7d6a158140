import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { projectMonths } from "@dutyloop/domain/organization/kinds/binding-rules.ts";
import type { GroupFacts, OrganizationFacts } from "@dutyloop/domain/organization/kinds/organization-facts.ts";
import {
  isCommitteePost,
  type MemberState,
  type OrganizationKind,
  type Post,
} from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { holds } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";

/** Facts with the name of each 党小组, which findings speak of. */
export type NamedFacts = OrganizationFacts & { readonly groupNames: ReadonlyMap<string, string> };

type Row = {
  id: string;
  kind: OrganizationKind;
  full: number;
  probationary: number;
  units: number;
  approved: boolean;
  began: PlainDate;
  until: PlainDate | null;
  posts: { post: Post; personId: string }[];
  groups: (Omit<GroupFacts, "leader"> & { name: string; leader: MemberState | null })[];
};

/**
 * What the rules of kinds ask of these organisations on a day, in the order of the ids, as one statement. A committee and
 * a general branch count the members of everything below them.
 */
export async function kindFacts(
  database: ReadDatabase,
  tenantId: number,
  ids: readonly string[],
  on: PlainDate,
): Promise<NamedFacts[]> {
  const { rows } = await sql<Row>`
    WITH asked AS (
      SELECT o.id, o.kind, p.path, o.approval IS NOT NULL AS approved, o.valid_from, o.bound_until
      FROM organization o
      JOIN organization_place p ON p.tenant_id = o.tenant_id AND p.organization_id = o.id AND ${holds("p", on)}
      WHERE o.tenant_id = ${tenantId} AND o.id = ANY(${[...ids]}::uuid[])
    ), counted AS (
      SELECT id AS top, id AS organization_id FROM asked WHERE kind NOT IN ('COMMITTEE', 'GENERAL_BRANCH')
      UNION ALL
      SELECT a.id, p.organization_id FROM asked a
      JOIN organization_place p ON p.tenant_id = ${tenantId} AND p.path >= a.path AND p.path < rtrim(a.path, '.') || '/' AND ${holds("p", on)}
      WHERE a.kind IN ('COMMITTEE', 'GENERAL_BRANCH')
    ), belonging AS (
      SELECT top, count(*) FILTER (WHERE m.state IN ('FULL', 'CORRECTING'))::int AS "full",
        count(*) FILTER (WHERE m.state = 'PROBATIONARY')::int AS probationary
      FROM counted c JOIN membership m ON m.tenant_id = ${tenantId} AND m.organization_id = c.organization_id AND ${holds("m", on)}
      GROUP BY top
    ), covering AS (
      SELECT c.organization_id, count(*)::int AS units, max(u.valid_to) FILTER (WHERE u.kind = 'PROJECT') AS project_to
      FROM coverage c JOIN unit u ON u.tenant_id = c.tenant_id AND u.id = c.unit_id
      WHERE c.tenant_id = ${tenantId} AND c.organization_id = ANY(${[...ids]}::uuid[]) AND ${holds("c", on)} GROUP BY 1
    ), serving AS (
      SELECT organization_id, json_agg(json_build_object('post', post, 'personId', person_id)) AS posts
      FROM appointment a WHERE a.tenant_id = ${tenantId} AND a.organization_id = ANY(${[...ids]}::uuid[]) AND ${holds("a", on)} GROUP BY 1
    ), grouped AS (
      SELECT p.parent_id, json_agg(json_build_object('id', p.organization_id, 'name', p.name, 'fullMembers', coalesce(b.full_members, 0),
        'probationaryMembers', coalesce(b.probationary, 0), 'leader', l.state) ORDER BY p.path) AS groups
      FROM organization_place p JOIN organization o ON o.tenant_id = p.tenant_id AND o.id = p.organization_id AND o.kind = 'GROUP'
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE m.state IN ('FULL', 'CORRECTING'))::int AS full_members,
          count(*) FILTER (WHERE m.state = 'PROBATIONARY')::int AS probationary
        FROM membership m WHERE m.tenant_id = p.tenant_id AND m.organization_id = p.parent_id AND m.group_id = p.organization_id
          AND ${holds("m", on)}
      ) b ON true
      LEFT JOIN LATERAL (
        SELECT m.state FROM appointment a
        JOIN membership m ON m.tenant_id = a.tenant_id AND m.person_id = a.person_id AND ${holds("m", on)}
        WHERE a.tenant_id = p.tenant_id AND a.organization_id = p.organization_id AND a.post = 'GROUP_LEADER' AND ${holds("a", on)} LIMIT 1
      ) l ON true
      WHERE p.tenant_id = ${tenantId} AND p.parent_id = ANY(${[...ids]}::uuid[]) AND ${holds("p", on)} GROUP BY 1
    )
    SELECT a.id, a.kind, coalesce(b."full", 0) AS "full", coalesce(b.probationary, 0) AS probationary, coalesce(c.units, 0) AS units,
      a.approved, a.valid_from AS began, coalesce(a.bound_until, c.project_to) AS until, coalesce(s.posts, '[]') AS posts,
      coalesce(g.groups, '[]') AS groups
    FROM asked a LEFT JOIN belonging b ON b.top = a.id LEFT JOIN covering c ON c.organization_id = a.id
    LEFT JOIN serving s ON s.organization_id = a.id LEFT JOIN grouped g ON g.parent_id = a.id
    ORDER BY array_position(${[...ids]}::uuid[], a.id)`.execute(database);
  return rows.map(factsOf);
}

function factsOf({ id, kind, full, probationary, units, approved, began, until, posts, groups }: Row): NamedFacts {
  const committee = posts.filter(({ post }) => isCommitteePost(post));
  const counts: Partial<Record<Post, number>> = {};
  for (const { post } of committee) counts[post] = (counts[post] ?? 0) + 1;
  const people = new Set(committee.map(({ personId }) => personId)).size;
  return {
    id,
    kind,
    fullMembers: full,
    probationaryMembers: probationary,
    units: units === 0 ? null : units,
    projectMonths: kind === "PROJECT_BRANCH" && until !== null ? projectMonths(began, until) : null,
    approved,
    committee: { people, posts: counts, standing: null },
    groups,
    groupNames: new Map(groups.map(({ id: groupId, name }) => [groupId, name])),
  };
}
