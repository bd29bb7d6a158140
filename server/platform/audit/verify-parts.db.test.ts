import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foundedStage } from "../../testing/founded.ts";
import { writeAuditEntries } from "../../testing/many-audit-entries.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { withClient } from "../embedded-postgres/index.ts";
import { sealAudit } from "./sealer.ts";
import { verifyAudit } from "./verify.ts";

const key = Buffer.alloc(32, 1);
/** Enough for several parts, so that threads check them. */
const entries = 12_000;
let stage: Stage;
let tenantId: number;
beforeAll(async () => {
  stage = await openStage();
  tenantId = (await foundedStage(stage)).tenantId;
  await withClient(stage.database.superUrl, (client) => writeAuditEntries(client, key, tenantId, entries));
  while ((await sealAudit(stage.application.workshop.database, key, tenantId)) > 0);
});
afterAll(() => stage.close());

const asSuperuser = (statement: string) =>
  withClient(stage.database.superUrl, async (client) => void (await client.query(statement)));
async function verified() {
  const steps: [number, number][] = [];
  const { database } = stage.application.workshop;
  const told = (done: number, total: number) => void steps.push([done, total]);
  const found = await verifyAudit(database, key, tenantId, join(stage.folder, "anchors.jsonl"), told);
  return { steps, problems: found.problems.map(({ kind, sequence }) => `${kind} ${sequence}`) };
}
const entryAt = (sequence: number) => `(SELECT entry_id FROM audit_seal WHERE sequence = ${sequence})`;

test("a long chain is verified in parts, and it is told how far", async () => {
  const { steps, problems } = await verified();
  expect(problems).toEqual([]);
  expect(steps.length).toBeGreaterThan(3);
  expect(steps.at(-1)).toEqual([entries + 1, entries + 1]);
  expect(steps.map(([done]) => done)).toEqual(steps.map(([done]) => done).toSorted((one, other) => one - other));
});

test("what was changed, removed and cut out in different parts is found, each with its number and in order", async () => {
  await asSuperuser(
    `UPDATE audit_entry SET object = 'x' WHERE id IN (${entryAt(3)}, ${entryAt(6000)}, ${entryAt(11_999)})`,
  );
  await asSuperuser(`DELETE FROM audit_entry WHERE id = ${entryAt(9000)}`);
  await asSuperuser(`DELETE FROM audit_entry WHERE id = ${entryAt(4000)}`);
  await asSuperuser("DELETE FROM audit_seal WHERE sequence = 4000");
  expect((await verified()).problems).toEqual([
    "entry_changed 3",
    "number_missing 4000",
    "chain_broken 4001",
    "entry_changed 6000",
    "entry_removed 9000",
    "entry_changed 11999",
  ]);
});
