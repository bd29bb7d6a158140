import type pg from "pg";
import type { AuditProblem } from "../../server/platform/audit/verify.ts";
import { chanceOf, pick } from "../chance.ts";

/** Every column of an entry that holds text, and the links of the chain. */
const columns = [
  ...["account_name", "action", "object", "place", "before_digest", "after_digest", "address", "request_id", "mac"],
  "chain",
] as const;
type Row = { readonly sequence: number; readonly id: string } & Record<string, string | number | null>;

/** Changes one byte of a row so many times, each time another and back again. @returns what wasn't named by its number */
export async function editBytes(
  client: pg.Client,
  edits: number,
  verify: () => Promise<readonly AuditProblem[]>,
): Promise<string[]> {
  const chance = chanceOf(15);
  const { rows } = await client.query<Row>(
    "SELECT s.sequence::int AS sequence, s.chain, e.* FROM audit_seal s JOIN audit_entry e ON e.id = s.entry_id ORDER BY 1",
  );
  const missed: string[] = [];
  for (let edit = 0; edit < edits; ) {
    const [row, column] = [pick(chance, rows), pick(chance, columns)];
    const text = row[column];
    if (typeof text !== "string" || text === "") continue;
    edit += 1;
    await write(client, row, column, withOtherByte(text, chance(text.length), chance));
    if (!(await verify()).some(({ sequence }) => sequence === row.sequence))
      missed.push(`${column} of entry ${row.sequence}`);
    await write(client, row, column, text);
  }
  return missed;
}

async function write(client: pg.Client, { id }: Row, column: string, text: string): Promise<void> {
  const [table, key] = column === "chain" ? ["audit_seal", "entry_id"] : ["audit_entry", "id"];
  await client.query(`UPDATE ${table} SET ${column} = $1 WHERE ${key} = $2`, [text, id]);
}

function withOtherByte(text: string, at: number, chance: (bound: number) => number): string {
  const letters = "0123456789abcdefghijklmnopqrstuvwxyz";
  const other = [...letters].filter((letter) => letter !== text[at]);
  return `${text.slice(0, at)}${other[chance(other.length)]}${text.slice(at + 1)}`;
}
