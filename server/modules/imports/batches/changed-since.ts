import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { ChangedSince } from "../../../platform/changes/index.ts";
import type { Transaction } from "../../../platform/db/pools.ts";

/** The refusal that says, in the user's words, what was changed or used since an import and keeps it from being undone. */
export async function whySince(transaction: Transaction, tenantId: number, since: ChangedSince): Promise<Refusal> {
  const { table, key } = since;
  // Where something new uses a row, PostgreSQL has broken the transaction off and can't be asked who it is.
  if (Object.keys(key).length === 0) return usedBy(table);
  switch (table) {
    case "organization":
    case "organization_place":
    case "search_entry": {
      const name = await codeOf(transaction, tenantId, "organization", key.organization_id ?? key.id);
      return refuse("import.changed_since.organization", { name });
    }
    case "unit":
      return refuse("import.changed_since.unit", { name: await codeOf(transaction, tenantId, "unit", key.id) });
    case "obligation":
      return refuse("import.changed_since.records");
    case "coverage":
      return refuse("import.changed_since.coverage");
    default:
      return refuse("import.changed_since.person", { name: await numberOf(transaction, tenantId, table, key) });
  }
}

function usedBy(table: string): Refusal {
  if (/^(record|obligation|plan|discharge|vote)/.test(table)) return refuse("import.used_since.records");
  return refuse(table === "role_grant" ? "import.used_since.grants" : "import.used_since.others");
}

async function codeOf(
  transaction: Transaction,
  tenantId: number,
  table: "organization" | "unit",
  id: unknown,
): Promise<string> {
  const { rows } = await sql<{ code: string }>`SELECT code FROM ${sql.table(table)}
    WHERE tenant_id = ${tenantId} AND id = ${id}::uuid`.execute(transaction);
  return rows[0]?.code ?? "";
}

/** The number of the person whose row it is. */
async function numberOf(
  transaction: Transaction,
  tenantId: number,
  table: string,
  { id, person_id }: ChangedSince["key"],
): Promise<string> {
  const whose =
    table === "person" || person_id !== undefined
      ? sql`${person_id ?? id}::uuid`
      : sql`(SELECT person_id FROM ${sql.table(table)} WHERE tenant_id = ${tenantId} AND id = ${id}::uuid)`;
  const { rows } = await sql<{ number: string | null }>`SELECT number FROM person
    WHERE tenant_id = ${tenantId} AND id = ${whose}`.execute(transaction);
  return rows[0]?.number ?? "";
}
