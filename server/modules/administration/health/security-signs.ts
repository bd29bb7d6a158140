import { existsSync } from "node:fs";
import { join } from "node:path";
import { administratorRoles } from "@dutyloop/domain/identity/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { SecuritySigns } from "@dutyloop/domain/operation/self-check-things.ts";
import { sql } from "kysely";
import type { Configuration } from "../../../platform/configuration/index.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { FieldCipher } from "../../../platform/fields/field-cipher.ts";
import { demoAccessFile } from "./machine-signs.ts";

/** So many private fields are read back with the key in force. */
const fieldsTried = 200;

type Asked = {
  readonly tenantId: number;
  readonly today: PlainDate;
  readonly now: Date;
  readonly configuration: Configuration;
  readonly fields: FieldCipher;
};

type OfAccounts = Omit<SecuritySigns, "secondFactorFor" | "demo" | "fieldsRead" | "fieldsBroken">;

/** What accounts, audit and private fields of a group say about its security. */
export async function securitySigns(
  database: ReadDatabase,
  { tenantId, today, now, configuration, fields }: Asked,
): Promise<SecuritySigns> {
  const { rows } = await sql<OfAccounts>`
    WITH granted AS (
      SELECT account.id, array_remove(array_agg(DISTINCT g.role), NULL) AS roles, count(DISTINCT nullif(g.administrator, 0)) AS kinds,
        EXISTS (SELECT 1 FROM second_factor f WHERE f.tenant_id = ${tenantId} AND f.account_id = account.id AND f.confirmed_at IS NOT NULL) AS factor
      FROM account LEFT JOIN role_grant g ON g.tenant_id = account.tenant_id AND g.account_id = account.id
        AND g.valid_from <= ${today}::date AND coalesce(g.valid_to >= ${today}::date, true)
      WHERE account.tenant_id = ${tenantId} AND account.state = 'active' GROUP BY account.id
    )
    SELECT count(*) FILTER (WHERE kinds > 0)::int AS administrators,
      count(*) FILTER (WHERE kinds > 0 AND NOT factor)::int AS "administratorsWithoutFactor",
      count(*) FILTER (WHERE kinds > 1)::int AS "administratorsOfTwoKinds",
      count(*) FILTER (WHERE roles = '{}')::int AS "accountsWithoutRole",
      (SELECT count(*)::int FROM unnest(${[...administratorRoles]}::text[]) AS wanted(role)
        WHERE NOT EXISTS (SELECT 1 FROM granted WHERE wanted.role = ANY(granted.roles))) AS "rolesUnheld",
      (SELECT count(*)::int FROM unnest(ARRAY['audit_entry', 'audit_seal', 'audit_anchor']) AS kept(name)
        WHERE has_table_privilege(kept.name, 'UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege(kept.name, 'UPDATE')) AS "auditWritable",
      coalesce((SELECT greatest(0, floor(extract(epoch FROM ${now}::timestamptz - recorded_at) / 86400))::int FROM audit_entry
        WHERE tenant_id = ${tenantId} ORDER BY id LIMIT 1), 0) AS "auditDays"
    FROM granted`.execute(database);
  const [found] = rows;
  if (!found) throw new Error("A count has no row");
  return {
    ...found,
    secondFactorFor: configuration.secondFactorFor,
    demo: existsSync(join(configuration.dataFolder, demoAccessFile)),
    ...(await fieldsReadBack(database, tenantId, fields)),
  };
}

/** A sample of private fields, opened and forgotten at once: a key that was put back wrongly shows. */
async function fieldsReadBack(
  database: ReadDatabase,
  tenantId: number,
  cipher: FieldCipher,
): Promise<Pick<SecuritySigns, "fieldsRead" | "fieldsBroken">> {
  const { rows } = await sql<{ ownerId: string; column: string; value: Buffer }>`
    SELECT person_id AS "ownerId", named.column, named.value FROM person_private
    CROSS JOIN LATERAL (VALUES ('identity_number', identity_number), ('phone', phone)) AS named("column", value)
    WHERE tenant_id = ${tenantId} AND named.value IS NOT NULL ORDER BY person_id LIMIT ${fieldsTried}`.execute(
    database,
  );
  let broken = 0;
  for (const { ownerId, column, value } of rows) {
    try {
      cipher.decrypt(value, { tenantId, ownerId, column });
    } catch {
      broken += 1;
    }
  }
  return { fieldsRead: rows.length, fieldsBroken: broken };
}
