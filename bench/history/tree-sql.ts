import { committeePosts } from "@dutyloop/domain/organization/things.ts";
import { firstMonthDay } from "./days.ts";
import { nameSql } from "./names.ts";
import { type Filling, type Ground, idKinds } from "./numbering.ts";
import { committeeMembers } from "./size.ts";

/** Class of every branch: they are all compared on one board. */
export const branchClass = "生产类";

/** Organisations, members with their memberships, and the committee of each branch. */
export function treeFillings({ tenantId, rootId, size, tree }: Ground): Filling[] {
  const generals = tree.committees + tree.generalBranches;
  const branchesTo = generals + tree.branches;
  const since = `date '${firstMonthDay(size.months)}'`;
  /** The day in the ids of what every history has, as in numbering.ts. */
  const idDay = "date '2023-01-01'";
  const idOf = (number: string) => `bench.id(${idKinds.organization}, ${number}, ${idDay})`;
  const parent = `CASE WHEN bench.parent_of(n) = 0 THEN '${rootId}'::uuid ELSE ${idOf("bench.parent_of(n)")} END`;
  const all = `FROM generate_series(1::bigint, ${size.organizations - 1}) AS n`;
  const branchOf = `((n - 1) % ${tree.branches} + 1)`;
  const placeOf = `((n - 1) / ${tree.branches} + 1)`;
  const groupOf = `(2 * ${branchOf} - 1 + ${placeOf} % 2)`;
  const members = `FROM generate_series(1::bigint, ${size.members}) AS n`;
  const posts = committeePosts.slice(0, committeeMembers).map((post) => `'${post}'`);
  return [
    {
      table: "organization",
      sql: `INSERT INTO organization (tenant_id, id, parent_id, kind, class, code, name, path, label, valid_from)
        SELECT ${tenantId}, ${idOf("n")}, ${parent},
          CASE WHEN n <= ${tree.committees} THEN 'COMMITTEE' WHEN n <= ${generals} THEN 'GENERAL_BRANCH'
            WHEN n <= ${branchesTo} THEN 'BRANCH' ELSE 'GROUP' END,
          CASE WHEN n > ${generals} AND n <= ${branchesTo} THEN '${branchClass}' END, 'o' || n,
          CASE WHEN n <= ${tree.committees} THEN '第' || n || '党委' WHEN n <= ${generals} THEN '第' || n - ${tree.committees} || '党总支'
            WHEN n <= ${branchesTo} THEN '第' || n - ${generals} || '党支部' ELSE '第' || n - ${branchesTo} || '党小组' END,
          bench.path_of(n), n + 1, ${since} ${all};
        UPDATE tenant SET next_label = ${size.organizations + 1} WHERE tenant_id = ${tenantId}`,
    },
    {
      table: "person",
      sql: `INSERT INTO person (tenant_id, id, name) SELECT ${tenantId}, bench.id(${idKinds.person}, n, ${idDay}), ${nameSql("n")} ${members}`,
    },
    {
      table: "membership",
      sql: `INSERT INTO membership (tenant_id, id, person_id, organization_id, group_id, state, valid_from)
        SELECT ${tenantId}, bench.id(${idKinds.membership}, n, ${idDay}), bench.id(${idKinds.person}, n, ${idDay}),
          bench.organization_of(${branchOf}), CASE WHEN ${groupOf} <= ${tree.groups} THEN ${idOf(`${branchesTo} + ${groupOf}`)} END,
          'FULL', ${since} ${members}`,
    },
    {
      table: "appointment",
      sql: `INSERT INTO appointment (tenant_id, id, person_id, organization_id, post, valid_from)
        SELECT ${tenantId}, bench.id(${idKinds.appointment}, n, ${idDay}), bench.id(${idKinds.person}, n, ${idDay}),
          bench.organization_of(${branchOf}), (ARRAY[${posts.join(", ")}])[${placeOf}], ${since}
        FROM generate_series(1::bigint, ${tree.branches * committeeMembers}) AS n`,
    },
  ];
}

/** Where each organisation stood from its first day on. */
export function placeFilling({ tenantId }: Ground): Filling {
  return {
    table: "organization_place",
    sql: `INSERT INTO organization_place (tenant_id, organization_id, valid_from, parent_id, path, name, class)
      SELECT o.tenant_id, o.id, o.valid_from, o.parent_id, o.path, o.name, o.class FROM organization o
      WHERE o.tenant_id = ${tenantId} AND o.parent_id IS NOT NULL`,
  };
}
