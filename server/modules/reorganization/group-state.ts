import { permissionsOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { Role } from "@dutyloop/domain/identity/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type {
  AppointmentRow,
  CoverageRow,
  GrantRow,
  GroupState,
  MembershipRow,
  OrganizationRow,
  PlaceRow,
} from "@dutyloop/domain/organization/reorganization/reorganization-rows.ts";
import type { Restriction } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../platform/access/place.ts";
import type { ReadDatabase, Transaction } from "../../platform/db/pools.ts";
import { Refused } from "../../platform/ritual/refused.ts";

/** More is neither planned in one go nor looked at by anybody. */
const most = { organizations: 5000, members: 20_000 };

/** Whoever has left the Party or the branch keeps the row that says so, and goes nowhere with a re-organisation. */
const gone = ["REMOVED", "EXPELLED", "CANCELLED", "TRANSFERRED_OUT", "DECEASED"];

export type LoadedState = {
  /** The subtree, and for their paths those above it. */
  readonly state: GroupState;
  readonly above: readonly string[];
  readonly restrictions: ReadonlyMap<string, Restriction | null>;
};

/**
 * What a re-organisation of a subtree may change, as rows: organisations all, every other row that ends on the day or
 * later; in a fixed order, so that the same state gives the same effects. Throws `reorganization.too_large`.
 */
export async function groupStateOf(
  database: ReadDatabase,
  tenantId: number,
  topPath: string,
  on: PlainDate,
): Promise<LoadedState> {
  const within = (column: string) =>
    sql`${sql.ref(column)} >= ${topPath} AND ${sql.ref(column)} < ${afterSubtree(topPath)}`;
  const ending = (row: string) =>
    sql`(${sql.ref(`${row}.valid_to`)} IS NULL OR ${sql.ref(`${row}.valid_to`)} >= ${on}::date)`;
  const stretch = (row: string) =>
    sql`${sql.ref(`${row}.valid_from`)} AS "validFrom", ${sql.ref(`${row}.valid_to`)} AS "validTo"`;
  const ofSubtree = (table: string) => sql`${sql.table(table)} t
    JOIN organization o ON o.tenant_id = t.tenant_id AND o.id = t.organization_id
    WHERE t.tenant_id = ${tenantId} AND ${within("o.path")} AND ${ending("t")}`;

  await checkSize(database, tenantId, topPath, on);
  const organizations = await sql<OrganizationRow & { restriction: Restriction | null }>`
    SELECT o.id, o.parent_id AS "parentId", o.kind, o.class, o.code, o.name, o.label, o.path, ${stretch("o")}, o.restriction
    FROM organization o WHERE o.tenant_id = ${tenantId} AND (${within("o.path")} OR o.path = ANY(${pathsAbove(topPath)}))
    ORDER BY o.label`.execute(database);
  const places = await sql<PlaceRow>`
    SELECT t.organization_id AS "organizationId", t.parent_id AS "parentId", t.path, t.name, t.class, ${stretch("t")}
    FROM ${ofSubtree("organization_place")} ORDER BY t.organization_id, t.valid_from`.execute(database);
  const coverages = await sql<CoverageRow>`
    SELECT t.unit_id AS "unitId", t.organization_id AS "organizationId", ${stretch("t")}
    FROM ${ofSubtree("coverage")} ORDER BY t.id`.execute(database);
  const memberships = await sql<MembershipRow>`
    SELECT t.person_id AS "personId", t.organization_id AS "organizationId", t.group_id AS "groupId", t.state, ${stretch("t")}
    FROM ${ofSubtree("membership")} AND NOT t.state = ANY(${gone}) ORDER BY t.id`.execute(database);
  const appointments = await sql<AppointmentRow>`
    SELECT t.person_id AS "personId", t.organization_id AS "organizationId", t.post, ${stretch("t")}
    FROM ${ofSubtree("appointment")} ORDER BY t.id`.execute(database);
  const grants = await sql<Omit<GrantRow, "reach">>`
    SELECT t.account_id AS "accountId", t.role, t.organization_id AS "organizationId", ${stretch("t")}
    FROM ${ofSubtree("role_grant")} ORDER BY t.id`.execute(database);
  return {
    state: {
      organizations: organizations.rows.map(({ restriction: _restriction, ...row }) => row),
      places: places.rows,
      coverages: coverages.rows,
      memberships: memberships.rows,
      appointments: appointments.rows,
      grants: grants.rows.map((row) => ({ ...row, reach: reachOf(row.role as Role) })),
    },
    above: organizations.rows.filter(({ path }) => !path.startsWith(topPath)).map(({ id }) => id),
    restrictions: new Map(organizations.rows.map(({ id, restriction }) => [id, restriction])),
  };
}

/**
 * Lets nobody change what the plan ends between the plan and its end: what is kept as it was has to be what the plan saw.
 */
export async function holdPeople(transaction: Transaction, tenantId: number, topPath: string): Promise<void> {
  await sql`SELECT FROM organization WHERE tenant_id = ${tenantId} AND path >= ${topPath} AND path < ${afterSubtree(topPath)}
    FOR NO KEY UPDATE`.execute(transaction);
  for (const table of ["coverage", "membership", "appointment", "term_of_office", "role_grant"]) {
    await sql`SELECT FROM ${sql.table(table)} t JOIN organization o ON o.tenant_id = t.tenant_id AND o.id = t.organization_id
      WHERE t.tenant_id = ${tenantId} AND o.path >= ${topPath} AND o.path < ${afterSubtree(topPath)}
      FOR NO KEY UPDATE OF t`.execute(transaction);
  }
}

async function checkSize(database: ReadDatabase, tenantId: number, topPath: string, on: PlainDate): Promise<void> {
  const { rows } = await sql<{ organizations: number; members: number }>`
    WITH below AS (SELECT id FROM organization WHERE tenant_id = ${tenantId} AND path >= ${topPath} AND path < ${afterSubtree(topPath)})
    SELECT (SELECT count(*)::int FROM below) AS organizations,
      (SELECT count(*)::int FROM membership m JOIN below ON below.id = m.organization_id
        WHERE m.tenant_id = ${tenantId} AND (m.valid_to IS NULL OR m.valid_to >= ${on}::date)) AS members`.execute(
    database,
  );
  const [size = { organizations: 0, members: 0 }] = rows;
  if (size.organizations <= most.organizations && size.members <= most.members) return;
  const limits = { mostOrganizations: most.organizations, mostMembers: most.members };
  throw new Refused(refuse("reorganization.too_large", { ...size, ...limits }));
}

/** "1.4.17." lies below "1." and "1.4.". */
function pathsAbove(path: string): string[] {
  const labels = path.split(".").slice(0, -2);
  return labels.map((_label, index) => `${labels.slice(0, index + 1).join(".")}.`);
}

function reachOf(role: Role): GrantRow["reach"] {
  return permissionsOf(role).some(({ reach }) => reach === "subtree") ? "subtree" : "own";
}
