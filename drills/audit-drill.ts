import { join } from "node:path";
import type pg from "pg";
import { type Ground, makeGround } from "../bench/ground.ts";
import { openProduct } from "../bench/open-product.ts";
import type { Application } from "../server/application.ts";
import { anchorAudit } from "../server/platform/audit/anchor.ts";
import { sealAudit } from "../server/platform/audit/sealer.ts";
import { type AuditProblem, verifyAudit } from "../server/platform/audit/verify.ts";
import { withClient } from "../server/platform/embedded-postgres/index.ts";
import type { Drill, Outcome } from "./drill.ts";

/** What somebody with every right in the database does, and the numbers and kinds that verification must name. */
type Attack = {
  readonly name: string;
  readonly does: (client: pg.Client) => Promise<unknown>;
  readonly finds: readonly [sequence: number, kind: AuditProblem["kind"]][];
};

const sealedAs = (sequence: number) => `(SELECT entry_id FROM audit_seal WHERE sequence = ${sequence})`;
const swap = (column: string) => `UPDATE audit_entry a SET ${column} = b.${column} FROM audit_entry b
  WHERE (a.id = ${sealedAs(11)} AND b.id = ${sealedAs(14)}) OR (a.id = ${sealedAs(14)} AND b.id = ${sealedAs(11)})`;

const attacks: readonly Attack[] = [
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
  },
];

/** Each attack is found with its numbers, and after the row is put back as it was the audit is intact again. */
export const auditDrill: Drill = {
  name: "audit",
  mutants: ["blind_verification"],
  async run(mutant) {
    const ground = await makeGround(3, 2026);
    try {
      const { application, postgres } = await openProduct(ground.dataFolder);
      return await drill(application, ground, mutant !== null).finally(async () => {
        await application.close();
        await postgres.stop();
      });
    } finally {
      await ground.clear();
    }
  },
};

async function drill(
  application: Application,
  { group, postgres, dataFolder }: Ground,
  blind: boolean,
): Promise<Outcome> {
  const { database, clock } = application.workshop;
  const { audit: key } = application.settings.keys;
  const anchors = join(dataFolder, "audit-anchors.jsonl");
  const verify = async () =>
    blind ? [] : (await verifyAudit(database.reading(group.tenantId), key, group.tenantId, anchors)).problems;
  const entries = await sealAudit(database, key, group.tenantId);
  await anchorAudit(database, key, group.tenantId, clock(), anchors);
  const missed: string[] = [];
  if ((await verify()).length > 0) missed.push("before any attack");
  for (const attack of attacks) {
    await keepCopies(postgres.superUrl);
    await withClient(postgres.superUrl, attack.does);
    if (!isFound(attack, await verify())) missed.push(attack.name);
    await putBack(postgres.superUrl);
    if ((await verify()).length > 0) missed.push(`${attack.name}, put back`);
  }
  const names = attacks.map(({ name }) => name).join(", ");
  const line =
    missed.length === 0
      ? `${entries} entries: ${names} found with number, intact when put back`
      : `missed: ${missed.join(", ")}`;
  return { passed: missed.length === 0, line };
}

/** A cut tail is named by the anchor alone; every other attack by exactly its numbers. */
function isFound({ name, finds }: Attack, problems: readonly AuditProblem[]): boolean {
  if (name === "tail cut") return problems.some(({ kind }) => kind === "tail_cut");
  const told = problems.map(({ sequence, kind }) => `${sequence} ${kind}`);
  return told.length === finds.length && finds.every(([sequence, kind]) => told.includes(`${sequence} ${kind}`));
}

const tables = ["audit_entry", "audit_seal"];

async function keepCopies(superUrl: string): Promise<void> {
  await withClient(superUrl, async (client) => {
    for (const table of tables)
      await client.query(`DROP TABLE IF EXISTS ${table}_kept; CREATE TABLE ${table}_kept AS TABLE ${table}`);
  });
}

async function putBack(superUrl: string): Promise<void> {
  await withClient(superUrl, async (client) => {
    for (const table of tables)
      await client.query(`DELETE FROM ${table}; INSERT INTO ${table} TABLE ${table}_kept; DROP TABLE ${table}_kept`);
  });
}
