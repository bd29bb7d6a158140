import type { Plan } from "@dutyloop/domain/organization/reorganization/plan.ts";
import type { OrganizationRow } from "@dutyloop/domain/organization/reorganization/reorganization-rows.ts";
import type { Restriction } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { type Act, keepDeleted, keepInserted, keepUpdated } from "../../platform/changes/index.ts";
import type { Transaction } from "../../platform/db/pools.ts";
import { changedRows, recordset } from "./changed-rows.ts";

/** Writes organisations with their places and what they cover; each kept as it was. */
export async function writeTree(
  transaction: Transaction,
  act: Act,
  plan: Plan,
  restrictions: ReadonlyMap<string, Restriction | null>,
): Promise<void> {
  await writeOrganizations(transaction, act, plan, restrictions);
  await writePlaces(transaction, act, plan);
  await writeCoverages(transaction, act, plan);
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

/** What comes below a restricted organisation is restricted too (PRV-22); what has left it stays as it was. */
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

async function writePlaces(transaction: Transaction, act: Act, plan: Plan): Promise<void> {
  const { added, changed, removed } = changedRows(plan, "places");
  const columns = `"organizationId" uuid, "validFrom" date, "validTo" date, "parentId" uuid, path text, name text, class text`;
  const same = sql`t.organization_id = r."organizationId" AND t.valid_from = r."validFrom"`;
  await keepDeleted(
    transaction,
    act,
    "organization_place",
    sql`EXISTS (SELECT 1 FROM ${recordset(removed, columns)} WHERE ${same})`,
  );
  await keepUpdated(transaction, act, "organization_place", {
    set: sql`valid_to = r."validTo", parent_id = r."parentId", path = r.path, name = r.name`,
    from: recordset(changed, columns),
    where: same,
  });
  await keepInserted(
    transaction,
    act,
    "organization_place",
    sql`INSERT INTO organization_place (tenant_id, organization_id, valid_from, valid_to, parent_id, path, name, class)
      SELECT ${act.tenantId}::int, "organizationId", "validFrom", "validTo", "parentId", path, name, class
      FROM ${recordset(added, columns)}`,
  );
}

async function writeCoverages(transaction: Transaction, act: Act, plan: Plan): Promise<void> {
  const { added, changed, removed } = changedRows(plan, "coverages");
  const columns = `id uuid, "unitId" uuid, "organizationId" uuid, "validFrom" date, "validTo" date`;
  const same = sql`t.unit_id = r."unitId" AND t.organization_id = r."organizationId" AND t.valid_from = r."validFrom"`;
  await keepDeleted(
    transaction,
    act,
    "coverage",
    sql`EXISTS (SELECT 1 FROM ${recordset(removed, columns)} WHERE ${same})`,
  );
  await keepUpdated(transaction, act, "coverage", {
    set: sql`valid_to = r."validTo"`,
    from: recordset(changed, columns),
    where: same,
  });
  const rows = added.map((row) => ({ ...row, id: uuidv7() }));
  await keepInserted(
    transaction,
    act,
    "coverage",
    sql`INSERT INTO coverage (tenant_id, id, unit_id, organization_id, valid_from, valid_to)
      SELECT ${act.tenantId}::int, id, "unitId", "organizationId", "validFrom", "validTo" FROM ${recordset(rows, columns)}`,
  );
}
