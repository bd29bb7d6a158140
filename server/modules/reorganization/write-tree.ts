import type { Plan } from "@dutyloop/domain/organization/reorganization/plan.ts";
import type { OrganizationRow } from "@dutyloop/domain/organization/reorganization/reorganization-rows.ts";
import type { Restriction } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { type Act, keepInserted, keepUpdated } from "../../platform/changes/index.ts";
import type { Transaction } from "../../platform/db/pools.ts";
import { changedRows, recordset } from "./changed-rows.ts";
import { writeStretches } from "./write-stretches.ts";

/** Writes organisations with their places and what they cover; each kept as it was. */
export async function writeTree(
  transaction: Transaction,
  act: Act,
  plan: Plan,
  restrictions: ReadonlyMap<string, Restriction | null>,
): Promise<void> {
  const begun = await restrictionsOfBegun(transaction, act, plan);
  await writeOrganizations(transaction, act, plan, new Map([...restrictions, ...begun]));
  await writeStretches(transaction, act, plan, "places", {
    table: "organization_place",
    columns: `"organizationId" uuid, "validFrom" date, "validTo" date, "parentId" uuid, path text, name text, class text`,
    same: sql`t.organization_id = r."organizationId" AND t.valid_from = r."validFrom"`,
    set: sql`valid_to = r."validTo", parent_id = r."parentId", path = r.path, name = r.name`,
    insert: sql`INSERT INTO organization_place (tenant_id, organization_id, valid_from, valid_to, parent_id, path, name, class)
      SELECT ${act.tenantId}::int, "organizationId", "validFrom", "validTo", "parentId", path, name, class`,
  });
  await writeStretches(transaction, act, plan, "coverages", {
    table: "coverage",
    columns: `id uuid, "unitId" uuid, "organizationId" uuid, "validFrom" date, "validTo" date`,
    same: sql`t.unit_id = r."unitId" AND t.organization_id = r."organizationId" AND t.valid_from = r."validFrom"`,
    set: sql`valid_to = r."validTo"`,
    insert: sql`INSERT INTO coverage (tenant_id, id, unit_id, organization_id, valid_from, valid_to)
      SELECT ${act.tenantId}::int, id, "unitId", "organizationId", "validFrom", "validTo"`,
  });
}

/** The mark of those that begin for a restricted unit: their names tell of it. */
async function restrictionsOfBegun(
  transaction: Transaction,
  act: Act,
  plan: Plan,
): Promise<readonly (readonly [string, Restriction])[]> {
  const begun = new Set(changedRows(plan, "organizations").added.map(({ id }) => id));
  const covering = changedRows(plan, "coverages").added.filter(({ organizationId }) => begun.has(organizationId));
  const { rows } = await sql<{ id: string; restriction: Restriction }>`
    SELECT r."organizationId" AS id, max(u.restriction) AS restriction
    FROM ${recordset(covering, `"organizationId" uuid, "unitId" uuid`)}
    JOIN unit u ON u.tenant_id = ${act.tenantId} AND u.id = r."unitId" AND u.restriction IS NOT NULL GROUP BY 1`.execute(
    transaction,
  );
  return rows.map(({ id, restriction }) => [id, restriction] as const);
}

async function writeOrganizations(
  transaction: Transaction,
  act: Act,
  plan: Plan,
  restrictions: ReadonlyMap<string, Restriction | null>,
): Promise<void> {
  const { added, changed } = changedRows(plan, "organizations");
  const restriction = restrictionsAfter(plan, restrictions);
  const restricted = (rows: readonly OrganizationRow[]) =>
    rows.map((row) => ({ ...row, restriction: restriction(row) }));
  const columns = `id uuid, "parentId" uuid, kind text, class text, code text, name text, label int, path text,
    "validFrom" date, "validTo" date, restriction text`;
  await keepInserted(
    transaction,
    act,
    "organization",
    sql`INSERT INTO organization (tenant_id, id, parent_id, kind, class, code, name, path, label, valid_from, restriction)
      SELECT ${act.tenantId}::int, id, "parentId", kind, class, code, name, path, label, "validFrom", restriction
      FROM ${recordset(restricted(added), columns)}`,
  );
  await keepUpdated(transaction, act, "organization", {
    set: sql`parent_id = r."parentId", name = r.name, path = r.path, valid_to = r."validTo", restriction = r.restriction`,
    from: recordset(restricted(changed), columns),
    where: sql`t.id = r.id`,
  });
}

/**
 * What comes below a restricted organisation, or begins for a restricted unit, is restricted too (PRV-22); what has left one
 * stays as it was.
 */
function restrictionsAfter(
  plan: Plan,
  before: ReadonlyMap<string, Restriction | null>,
): (row: OrganizationRow) => Restriction | null {
  const organizations = new Map(plan.after.organizations.map((row) => [row.id, row]));
  const known = new Map<string, Restriction | null>();
  const restrictionOf = (row: OrganizationRow): Restriction | null => {
    const found = known.get(row.id);
    if (found !== undefined) return found;
    const parent = row.parentId === null ? undefined : organizations.get(row.parentId);
    const restriction = (parent ? restrictionOf(parent) : null) ?? before.get(row.id) ?? null;
    known.set(row.id, restriction);
    return restriction;
  };
  return restrictionOf;
}
