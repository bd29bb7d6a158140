import type pg from "pg";
import { nextChain } from "../../server/platform/audit/chain.ts";
import type { AuditProblem } from "../../server/platform/audit/verify.ts";

type Found = readonly [sequence: number, kind: AuditProblem["kind"]];

/** What somebody with every right in the database does, and the numbers and kinds that verification must name. */
export type Attack = {
  readonly name: string;
  readonly does: (client: pg.Client) => Promise<unknown>;
  /** `among`: others may be named beside these. */
  readonly finds: readonly Found[];
  readonly among?: true;
  /** Found by an anchor alone, whatever its number. */
  readonly kind?: AuditProblem["kind"];
};

const sealedAs = (sequence: number) => `(SELECT entry_id FROM audit_seal WHERE sequence = ${sequence})`;
const swap = (column: string) => `UPDATE audit_entry a SET ${column} = b.${column} FROM audit_entry b
  WHERE (a.id = ${sealedAs(11)} AND b.id = ${sealedAs(14)}) OR (a.id = ${sealedAs(14)} AND b.id = ${sealedAs(11)})`;

export const attacks: readonly Attack[] = [
  {
    name: "changed",
    does: (client) => client.query(`UPDATE audit_entry SET account_name = 'somebody else' WHERE id = ${sealedAs(7)}`),
    finds: [[7, "entry_changed"]],
  },
  {
    name: "removed",
    does: (client) => client.query(`DELETE FROM audit_entry WHERE id = ${sealedAs(9)}`),
    finds: [[9, "entry_removed"]],
  },
  {
    // Everything but the id, with the signatures: each row is genuine, only in the other's place.
    name: "swapped",
    async does(client) {
      for (const column of ["action", "object", "mac", "recorded_at"]) await client.query(swap(column));
    },
    finds: [
      [11, "entry_changed"],
      [11, "chain_broken"],
      [14, "entry_changed"],
      [14, "chain_broken"],
    ],
  },
  {
    name: "tail cut",
    does: (client) =>
      client.query("DELETE FROM audit_seal WHERE sequence > (SELECT max(sequence) - 3 FROM audit_seal)"),
    finds: [],
    kind: "tail_cut",
  },
  {
    // The entry and every link from there on fit together again, under a key that isn't the product's.
    name: "rewritten without the key",
    does: (client) => rewrite(client, 5, Buffer.alloc(32, 9)),
    finds: [
      [5, "entry_changed"],
      [5, "chain_broken"],
    ],
    among: true,
  },
];

async function rewrite(client: pg.Client, from: number, key: Buffer): Promise<void> {
  await client.query(`UPDATE audit_entry SET account_name = 'somebody else', mac = md5(mac) || md5(id::text)
    WHERE id = ${sealedAs(from)}`);
  const { rows } = await client.query<{ sequence: string; entry_id: string; mac: string; chain: string }>(
    "SELECT s.sequence, s.entry_id, e.mac, s.chain FROM audit_seal s JOIN audit_entry e ON e.id = s.entry_id ORDER BY 1",
  );
  let chain = rows.find(({ sequence }) => Number(sequence) === from - 1)?.chain ?? "";
  for (const { sequence, entry_id, mac } of rows.filter((row) => Number(row.sequence) >= from)) {
    chain = nextChain(key, chain, Number(sequence), entry_id, mac);
    await client.query("UPDATE audit_seal SET chain = $1 WHERE sequence = $2", [chain, sequence]);
  }
}

export function isFound({ finds, among, kind }: Attack, problems: readonly AuditProblem[]): boolean {
  if (kind !== undefined) return problems.some((problem) => problem.kind === kind);
  const told = problems.map((problem) => `${problem.sequence} ${problem.kind}`);
  const named = finds.every(([sequence, wanted]) => told.includes(`${sequence} ${wanted}`));
  return named && (among === true || told.length === finds.length);
}

const tables = ["audit_entry", "audit_seal"];

export async function keepCopies(client: pg.Client): Promise<void> {
  for (const table of tables)
    await client.query(`DROP TABLE IF EXISTS ${table}_kept; CREATE TABLE ${table}_kept AS TABLE ${table}`);
}

export async function putBack(client: pg.Client): Promise<void> {
  for (const table of tables)
    await client.query(`DELETE FROM ${table}; INSERT INTO ${table} TABLE ${table}_kept; DROP TABLE ${table}_kept`);
}
