import { withClient } from "../server/platform/embedded-postgres/index.ts";
import { alternate, type Contest } from "./contest.ts";
import type { LoadRequest } from "./load/job.ts";
import { type Measure, throughput } from "./measure.ts";
import { type Occasion, occasionsOf, recordBody } from "./record-body.ts";

const perRound = 300;
const warmUp = 4;
const rounds = 7;
const goal = 0.35;
/** Duties that one measure uses up. */
const recordsOfAMeasure = perRound * (warmUp + rounds);

/** Submits records, each of another occasion; the first unused is number `from`. */
async function rates(contest: Contest, from: number) {
  const occasions = occasionsOf(contest.ground.group).slice(from, from + recordsOfAMeasure);
  if (occasions.length < recordsOfAMeasure) throw new Error("The group owes too few duties");
  const part = (round: number) => occasions.slice(round * perRound, (round + 1) * perRound);
  return alternate(
    contest,
    {
      product: (round) =>
        part(round).map((occasion, index) => submission(contest, occasion, `bench-${from}-${round}-${index}`)),
      limit: (round) =>
        part(round).map(({ branch, month }) => ({
          method: "POST",
          path: "/records",
          headers: json,
          body: JSON.stringify(recordBody(branch, month)),
        })),
    },
    warmUp,
    rounds,
  );
}

const json = { "content-type": "application/json" };

/** Duties that neither measure of submitting uses. */
export function unusedOccasions({ ground }: Contest): Occasion[] {
  return occasionsOf(ground.group).slice(2 * recordsOfAMeasure, -1);
}

export function submission({ signedIn }: Contest, { branch, month }: Occasion, key: string): LoadRequest {
  return {
    method: "POST",
    path: `/api/v1/organizations/${branch.id}/records`,
    headers: { ...json, "idempotency-key": key, ...signedIn.get(branch.signInName) },
    body: JSON.stringify(recordBody(branch, month)),
  };
}

/** One record with 12 attendances, all its facts, audit and outbox, durable. */
export async function submitRecord(contest: Contest): Promise<Measure> {
  const { product, limit } = await rates(contest, 0);
  return throughput("submit_record", "records/s", product, limit, goal);
}

/** The same where each flush takes a millisecond longer, as on a slower disk: what is flushed together decides. */
export async function submitRecordWithDelay(contest: Contest): Promise<Measure> {
  const { superUrl } = contest.ground.postgres;
  const set = (statements: readonly string[]) =>
    withClient(superUrl, async (client) => {
      for (const statement of [...statements, "SELECT pg_reload_conf()"]) await client.query(statement);
    });
  await set(["ALTER SYSTEM SET commit_delay = 1000", "ALTER SYSTEM SET commit_siblings = 0"]);
  try {
    const { product, limit } = await rates(contest, recordsOfAMeasure);
    return throughput("submit_record_commit_delay", "records/s", product, limit, goal);
  } finally {
    await set(["ALTER SYSTEM RESET commit_delay", "ALTER SYSTEM RESET commit_siblings"]);
  }
}
