import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../../testing/client.ts";
import { type Founded, foundedStage } from "../../testing/founded.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { withClient } from "../embedded-postgres/index.ts";
import { sealAudit } from "./sealer.ts";
import { verifyAudit } from "./verify.ts";

const key = Buffer.alloc(32, 1);
let stage: Stage;
let group: Founded;
beforeAll(async () => {
  stage = await openStage();
  group = await foundedStage(stage);
});
afterAll(() => stage.close());

test("sealers that work at once while entries come in give numbers without gaps, each entry one", async () => {
  const { database } = stage.application.workshop;
  const client = new Client(stage.server);
  const seal = () => sealAudit(database, key, group.tenantId);
  let sealed = 0;
  for (let round = 0; round < 6; round += 1) {
    const [, ...counts] = await Promise.all([
      Promise.all([1, 2, 3].map(() => client.signIn("nobody", "wrong"))),
      seal(),
      seal(),
      seal(),
    ]);
    sealed += counts.reduce((sum, count) => sum + count, 0);
  }
  sealed += await seal();
  const { rows } = await withClient(stage.database.superUrl, (superuser) =>
    superuser.query<{ numbers: number[]; entries: number }>(
      `SELECT array_agg(sequence::int ORDER BY sequence) AS numbers, (SELECT count(*)::int FROM audit_entry) AS entries FROM audit_seal`,
    ),
  );
  expect(rows[0]?.numbers).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
  expect([rows[0]?.entries, sealed]).toEqual([19, 19]);
  const verification = await verifyAudit(database, key, group.tenantId, "/nowhere/anchors");
  expect(verification).toEqual({ intact: true, entries: 19, sealed: 19, unsealed: 0, problems: [] });
});

test("entries of two groups are sealed in two chains", async () => {
  const { database } = stage.application.workshop;
  const other = await foundedStage(stage, "other");
  expect(await sealAudit(database, key, other.tenantId)).toBe(1);
  const { rows } = await withClient(stage.database.superUrl, (superuser) =>
    superuser.query("SELECT min(sequence)::int AS first FROM audit_seal WHERE tenant_id = $1", [other.tenantId]),
  );
  expect(rows).toEqual([{ first: 1 }]);
});
