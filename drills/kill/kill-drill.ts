import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Ground, makeGround } from "../../bench/ground.ts";
import { openProduct } from "../../bench/open-product.ts";
import { occasionsOf } from "../../bench/record-body.ts";
import { signIn, signInAll } from "../../bench/sign-in.ts";
import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import { type Drill, type Outcome, type Run, scaled } from "../drill.ts";
import { aftermath } from "./aftermath.ts";
import { type Others, startOthers } from "./others.ts";
import { filesApart, othersMissing, placesToAct } from "./others-wholeness.ts";
import { startVictims, type Victims } from "./victims.ts";
import { type Wholeness, wholeness } from "./wholeness.ts";
import { startWriters, type Writers } from "./writers.ts";

const kills = 100;
const fewestKills = 4;
const loadBetweenKillsMs = 600;
const readyGoalMs = 5000;
const usualReadyGoalMs = 3000;
const repeatedAfterEachKill = 8;
/** Looking at everything takes seconds once there is much; what is lost or half stays so until the next look. */
const killsPerLook = 10;
/** What is killed: the server as users start it. The launcher becomes it, so there is no other process to kill. */
const entry = ["bin/start.mjs", "--empty"];

/**
 * kill -9 of the server and of PostgreSQL in turn under 16-way write load of records, photographs, decided requests and
 * delivered figures: everything acknowledged is there and whole, nothing stands by half, no file is without its row or the
 * other way round, the same key is answered with the same record, and it is ready again within five seconds.
 */
export const killDrill: Drill = {
  code: "T1",
  name: "kill",
  mutants: ["acknowledge_early", "half_record", "row_without_file", "decided_by_half"],
  async run(run) {
    const ground = await makeGround(scaled(150, run, 60), 2022);
    try {
      // From here on the server alone looks after PostgreSQL.
      const victims = await startVictims(entry, ground.dataFolder, ground.postgres.superUrl);
      await ground.postgres.stop();
      return await drill(ground, victims, run).finally(() => victims.stop());
    } finally {
      await ground.clear();
    }
  },
};

async function drill(ground: Ground, victims: Victims, run: Run): Promise<Outcome> {
  const { group, postgres } = ground;
  const { mutant } = run;
  const signedIn = await signInAll(victims.origin, group);
  const writers = startWriters(
    victims.origin,
    signedIn,
    occasionsOf(group).slice(0, -1),
    mutant === "acknowledge_early",
  );
  const officer = await signIn(victims.origin, "officer");
  const others = startOthers(victims.origin, officer, signedIn, group, await placesToAct(postgres.superUrl));
  const seen: Seen = { readyMs: [], lost: 0, half: 0, otherId: 0, first: [] };
  const rounds = scaled(kills, run, fewestKills);
  for (let round = 0; round < rounds; round += 1) {
    writers.goOn();
    others.goOn();
    await pause(loadBetweenKillsMs);
    seen.readyMs.push(await (round % 2 === 0 ? victims.killServer() : victims.killPostgres()));
    if (mutant === "half_record" && round === 0) await removeOneParticipant(postgres.superUrl);
    // A snapshot of thousands of records takes longer than a kill; the group owes only so many duties.
    writers.rest();
    others.rest();
    if (round % killsPerLook === 0) await look(seen, postgres.superUrl, writers, others);
    await repeatSome(seen, writers);
  }
  if (writers.ranDry()) seen.first.push("the load ran dry");
  await Promise.all([writers.stop(), others.stop()]);
  await look(seen, postgres.superUrl, writers, others);
  seen.first.push(...(await filesApart(postgres.superUrl, join(ground.dataFolder, "files"))));
  const { application, postgres: held } = await openProduct(ground.dataFolder);
  const wrong = await aftermath(application, group.tenantId, ground.dataFolder).finally(async () => {
    await application.close();
    await held.stop();
  });
  return judge(seen, writers, others, rounds, wrong);
}

type Seen = { readyMs: number[]; lost: number; half: number; otherId: number; first: string[] };

/** Looks at everything acknowledged so far. */
async function look(seen: Seen, superUrl: string, writers: Writers, others: Others): Promise<void> {
  note(seen, await wholeness(superUrl, [...writers.acknowledged]));
  seen.first.push(...(await othersMissing(superUrl, others.acknowledged)));
}

/** What was acknowledged last is answered with the same record when it is sent once more. */
async function repeatSome(seen: Seen, writers: Writers): Promise<void> {
  for (const sent of writers.acknowledged.slice(-repeatedAfterEachKill)) {
    const again = await writers.repeat(sent);
    if (again === sent.recordId) continue;
    seen.otherId += 1;
    seen.first.push(`${sent.key} was ${sent.recordId}, then ${again}`);
  }
}

function note(seen: Seen, found: Wholeness): void {
  seen.lost = Math.max(seen.lost, found.lost);
  seen.half = Math.max(seen.half, found.half);
  if (found.firstLost !== null) seen.first.push(`lost ${found.firstLost}`);
  if (found.firstHalf !== null) seen.first.push(`half ${found.firstHalf}`);
}

function judge(seen: Seen, writers: Writers, others: Others, rounds: number, wrong: readonly string[]): Outcome {
  const { acknowledged } = writers;
  const { photographs, extended, delivered } = others.acknowledged;
  const refusals = [...writers.refusals, ...others.refusals];
  const besides = Math.min(photographs.length, extended.length, delivered.length);
  const slowest = Math.max(...seen.readyMs);
  const sorted = seen.readyMs.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  const passed =
    seen.first.length + refusals.length + wrong.length === 0 &&
    slowest <= readyGoalMs &&
    p95 <= usualReadyGoalMs &&
    acknowledged.length > rounds * 10 &&
    besides > rounds;
  const explained = passed ? [] : [...seen.first, ...refusals, ...wrong].slice(0, 3);
  const line = `${rounds} kills, ${acknowledged.length} records, ${photographs.length} photographs, ${extended.length} decisions and ${delivered.length} deliveries acknowledged, ${seen.lost} lost, ${seen.half} half, ${seen.otherId} repeated otherwise, ready p95 ${(p95 / 1000).toFixed(2)} s`;
  return {
    passed,
    line: [
      `${line}, slowest ${(slowest / 1000).toFixed(2)} s, audit and scores ${wrong.length === 0 ? "right" : "WRONG"}`,
      ...explained,
    ].join("; "),
  };
}

async function removeOneParticipant(superUrl: string): Promise<void> {
  await withClient(superUrl, (client) =>
    client.query(
      "DELETE FROM record_participant WHERE position = 5 AND record_id = (SELECT id FROM record ORDER BY id DESC LIMIT 1)",
    ),
  );
}
