import type pg from "pg";
import { type Column, type Grant, readTables, type Table } from "./schema-catalog.ts";

const heading = `-- The database as the migrations make it. Written by "npm run schema", compared by schema.db.test.ts; don't edit.
-- Reads as: column type default -- meaning. Then constraints, indexes, the wall between groups, and who may do what.
`;

/** The schema `public` of this database as readable SQL in a stable order, the same on every supported server. */
export async function describeSchema(client: pg.ClientBase): Promise<string> {
  const tables = await readTables(client);
  const { rows } = await client.query<{ name: string }>(
    "SELECT extname AS name FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname COLLATE \"C\"",
  );
  const extensions = rows.map(({ name }) => `CREATE EXTENSION ${name};`).join("\n");
  return [heading, extensions, "\n", ...tables.map(describeTable)].join("\n").replace(/\n{3,}/g, "\n\n");
}

function describeTable(table: Table): string {
  const lines = [...table.columns.map(describeColumn), ...table.constraints.map((text) => ({ text, comment: null }))];
  const width = Math.max(...table.columns.map((column) => describeColumn(column).text.length));
  const body = lines.map(({ text, comment }, index) => {
    const end = index < lines.length - 1 ? "," : "";
    return comment === null ? `  ${text}${end}` : `  ${`${text}${end}`.padEnd(width + 1)}  -- ${comment}`;
  });
  const partitioned = table.partitionedBy === null ? "" : ` PARTITION BY ${table.partitionedBy}`;
  return [
    `-- ${table.comment ?? ""}`,
    `CREATE TABLE ${table.name} (`,
    ...body,
    `)${partitioned};`,
    ...(table.partitions.length > 0 ? [`-- in parts: ${table.partitions.join(", ")}`] : []),
    ...table.indexes.map((index) => `${index};`),
    ...(table.rowSecurity ? [`ALTER TABLE ${table.name} ENABLE ROW LEVEL SECURITY;`] : []),
    ...table.policies.map((policy) => `${policy};`),
    ...table.triggers.map((trigger) => `${trigger};`),
    ...table.grants.map((grant) => describeGrant(table.name, grant)),
    "",
  ].join("\n");
}

function describeColumn({ name, type, notNull, extra, comment }: Column): { text: string; comment: string } {
  return { text: [name, type, ...(notNull ? ["NOT NULL"] : []), ...extra].join(" "), comment: comment ?? "" };
}

function describeGrant(table: string, { role, rights }: Grant): string {
  return `GRANT ${rights.join(", ")} ON ${table} TO ${role};`;
}
