import { tablePrivileges } from "../platform/db/privileges.ts";
import { withClient } from "../platform/embedded-postgres/index.ts";

/** For each table how many rows it has and which transactions wrote them: any insert, change or removal shows. */
export type TableMarks = Record<string, string>;

/** Tables that a request may touch although it is refused: its session was seen, its sign-in was noted. */
const ofTheVisit = new Set(["session", "migration"]);

/** What refusals themselves raise, once a stretch (SEC-22), isn't what was refused. */
const counted: Record<string, string> = { alarm: "WHERE kind <> 'beyond_scope'" };

/** Reads the marks of every table, past the wall. */
export function tableMarks(superUrl: string): Promise<TableMarks> {
  const tables = Object.keys(tablePrivileges).filter((table) => !ofTheVisit.has(table));
  const parts = tables.map(
    (table) =>
      `SELECT '${table}' AS name, count(*) || '/' || coalesce(sum(xmin::text::bigint), 0) AS mark FROM ${table} ${counted[table] ?? ""}`,
  );
  return withClient(superUrl, async (client) => {
    const { rows } = await client.query<{ name: string; mark: string }>(parts.join(" UNION ALL "));
    return Object.fromEntries(rows.map(({ name, mark }) => [name, mark]));
  });
}

/** How many rows each table has. */
export async function rowCounts(superUrl: string): Promise<Record<string, number>> {
  const marks = await tableMarks(superUrl);
  return Object.fromEntries(Object.entries(marks).map(([name, mark]) => [name, Number(mark.split("/")[0])]));
}
