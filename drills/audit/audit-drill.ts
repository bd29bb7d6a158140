import { join } from "node:path";
import pg from "pg";
import { type Ground, makeGround } from "../../bench/ground.ts";
import { openProduct } from "../../bench/open-product.ts";
import type { Application } from "../../server/application.ts";
import { anchorAudit } from "../../server/platform/audit/anchor.ts";
import { sealAudit } from "../../server/platform/audit/sealer.ts";
import { type AuditProblem, verifyAudit } from "../../server/platform/audit/verify.ts";
import { type Drill, type Outcome, outcomeOf, type Run, scaled } from "../drill.ts";
import { ranTests } from "../ran-tests.ts";
import { attacks, isFound, keepCopies, putBack } from "./attacks.ts";
import { editBytes } from "./byte-edits.ts";
import { guards } from "./guards.ts";
import { secondsPerMillion } from "./verify-speed.ts";

/** What verifying a million entries should take; said, and not judged, because the machine decides. */
const secondsWished = 3;

/**
 * Every writing route leaves one entry; each change of a byte and each attack is found with its number, and after the row is
 * put back as it was the audit is intact again; no score is made of log-ins, likes or time spent.
 */
export const auditDrill: Drill = {
  code: "T15",
  name: "audit",
  mutants: ["unkeyed_entries", "anchors_ignored", "second_entry", "red_line_open"],
  async run(run) {
    const walked = await ranTests(["server/one-audit-entry.api.test.ts"], run);
    const guarded = await guards();
    const ground = await makeGround(3, 2026);
    try {
      const { application, postgres } = await openProduct(ground.dataFolder);
      const attacked = await underAttack(application, ground, run).finally(async () => {
        await application.close();
        await postgres.stop();
      });
      return outcomeOf(
        `${walked.passed} checks of one entry a write, ${attacked.line}, 0 red lines in ${guarded.definitions} definitions, ${guarded.planted} planted ones refused`,
        [...walked.failures, ...guarded.found, ...attacked.found],
      );
    } finally {
      await ground.clear();
    }
  },
};

type Attacked = Pick<Outcome, "line"> & { readonly found: string[] };

async function underAttack(application: Application, ground: Ground, run: Run): Promise<Attacked> {
  const { group, postgres, dataFolder } = ground;
  const { database, clock } = application.workshop;
  const { audit: key } = application.settings.keys;
  const anchors = join(dataFolder, "audit-anchors.jsonl");
  const verify = async (): Promise<readonly AuditProblem[]> =>
    (await verifyAudit(database, key, group.tenantId, anchors)).problems;
  await sealAudit(database, key, group.tenantId);
  await anchorAudit(database, key, group.tenantId, clock(), anchors);
  const client = new pg.Client(postgres.superUrl);
  await client.connect();
  try {
    const found: string[] = [];
    if ((await verify()).length > 0) found.push("problems before any attack");
    const edits = scaled(1000, run, 50);
    const missed = await editBytes(client, edits, verify);
    for (const attack of attacks) {
      await keepCopies(client);
      await attack.does(client);
      if (!isFound(attack, await verify())) found.push(`not found: ${attack.name}`);
      await putBack(client);
      if ((await verify()).length > 0) found.push(`${attack.name}, put back, isn't intact`);
    }
    const entries = scaled(100_000, run, 10_000);
    const seconds = await secondsPerMillion(application, ground, entries);
    const names = attacks.map(({ name }) => name).join(", ");
    return {
      line: `${edits - missed.length}/${edits} edits of a byte and ${names} found with number, ${seconds.toFixed(1)} s to verify a million (wished ${secondsWished}, from ${entries})`,
      found: [...missed.map((one) => `not found: ${one}`), ...found],
    };
  } finally {
    await client.end();
  }
}
