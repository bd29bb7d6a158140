import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Client } from "../../testing/client.ts";
import { foundedStage } from "../../testing/founded.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { withClient } from "../embedded-postgres/index.ts";
import { anchorAudit } from "./anchor.ts";
import { nextChain } from "./chain.ts";
import { sealAudit } from "./sealer.ts";
import { verifyAudit } from "./verify.ts";

const key = Buffer.alloc(32, 1);
let stage: Stage;
let tenantId: number;
let anchors: string;
beforeEach(async () => {
  stage = await openStage();
  tenantId = (await foundedStage(stage)).tenantId;
  for (let time = 0; time < 11; time += 1) await new Client(stage.server).signIn("nobody", "wrong");
  const { database } = stage.application.workshop;
  expect(await sealAudit(database, key, tenantId)).toBe(12);
  anchors = join(stage.folder, "anchors.jsonl");
  await anchorAudit(database, key, tenantId, stage.clock(), anchors);
});
afterEach(() => stage.close());

const attack = (...statements: string[]) =>
  withClient(stage.database.superUrl, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
async function verified() {
  const { intact, problems } = await verifyAudit(stage.application.workshop.database, key, tenantId, anchors);
  expect(intact).toBe(problems.length === 0);
  return problems.map(({ kind, sequence }) => `${kind} ${sequence}`);
}
const entryAt = (sequence: number) => `(SELECT entry_id FROM audit_seal WHERE sequence = ${sequence})`;

test("an untouched chain is intact", async () => expect(await verified()).toEqual([]));

test.each([
  ["who did it", "account_name = 'somebody else'"],
  ["under which account", "account_id = gen_random_uuid()"],
  ["what was done", "action = 'x'"],
  ["to what", "object = 'x'"],
  ["where", "place = '1.2.'"],
  ["when, by a millisecond", "recorded_at = recorded_at + interval '1 millisecond'"],
  ["how it ended", "outcome = 'done'"],
  ["what was before", "before_digest = 'x'"],
  ["what was after", "after_digest = 'x'"],
  ["from where", "address = '10.0.0.1'"],
  ["under which number", "request_id = 'AAAAAAAA'"],
])("a changed entry is found with its number: %s", async (_what, change) => {
  await attack(`UPDATE audit_entry SET ${change} WHERE id = ${entryAt(7)}`);
  expect(await verified()).toEqual(["entry_changed 7"]);
});

test("a removed entry is found with its number", async () => {
  await attack(`DELETE FROM audit_entry WHERE id = ${entryAt(5)}`);
  expect(await verified()).toEqual(["entry_removed 5"]);
});

test("an entry removed with its place in the chain is found where the number is missing", async () => {
  await attack(`DELETE FROM audit_entry WHERE id = ${entryAt(5)}`, "DELETE FROM audit_seal WHERE sequence = 5");
  expect(await verified()).toEqual(expect.arrayContaining(["number_missing 5", "chain_broken 6"]));
});

test("two entries whose places were swapped are found with their numbers", async () => {
  await attack(
    "CREATE TEMP TABLE kept AS SELECT sequence, entry_id FROM audit_seal WHERE sequence IN (4, 9)",
    "UPDATE audit_seal SET entry_id = gen_random_uuid() WHERE sequence = 4",
    "UPDATE audit_seal SET entry_id = (SELECT entry_id FROM kept WHERE sequence = 4) WHERE sequence = 9",
    "UPDATE audit_seal SET entry_id = (SELECT entry_id FROM kept WHERE sequence = 9) WHERE sequence = 4",
  );
  expect(await verified()).toEqual(["chain_broken 4", "chain_broken 9"]);
});

test("a tail that was cut off is found by the heads kept outside, also when those inside were taken away", async () => {
  await attack(
    "DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_seal WHERE sequence > 9)",
    "DELETE FROM audit_seal WHERE sequence > 9",
  );
  expect(await verified()).toEqual(["tail_cut 12", "tail_cut 12"]);
  await attack("DELETE FROM audit_anchor");
  expect(await verified()).toEqual(["tail_cut 12"]);
});

test("a chain rewritten without the key is found", async () => {
  const wrong = Buffer.alloc(32, 9);
  await withClient(stage.database.superUrl, async (client) => {
    await client.query(`UPDATE audit_entry SET object = 'x' WHERE id = ${entryAt(6)}`);
    const { rows } = await client.query<{ sequence: number; entry_id: string; chain: string; mac: string }>(
      "SELECT s.sequence::int, s.entry_id, s.chain, e.mac FROM audit_seal s JOIN audit_entry e ON e.id = s.entry_id ORDER BY 1",
    );
    let chain = "";
    for (const row of rows) {
      chain = row.sequence < 6 ? row.chain : nextChain(wrong, chain, row.sequence, row.entry_id, row.mac);
      await client.query("UPDATE audit_seal SET chain = $1 WHERE sequence = $2", [chain, row.sequence]);
    }
  });
  const problems = await verified();
  expect(problems).toEqual(expect.arrayContaining(["entry_changed 6", "chain_broken 6", "chain_broken 12"]));
});

test("a head changed in the file outside is found", async () => {
  const line = JSON.parse((await readFile(anchors, "utf8")).trim()) as object;
  await writeFile(anchors, "");
  await appendFile(anchors, `${JSON.stringify({ ...line, chain: "0".repeat(64) })}\n`);
  expect(await verified()).toEqual(["anchor_changed 12"]);
});

test("an entry taken out of the sealer's queue is found", async () => {
  await new Client(stage.server).signIn("nobody", "wrong");
  await attack("DELETE FROM audit_unsealed");
  expect(await verified()).toEqual(["entry_never_sealed null"]);
});
