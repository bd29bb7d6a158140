import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import { alternate } from "../contest.ts";
import { monthsOf } from "../history/days.ts";
import type { LoadRequest } from "../load/job.ts";
import { atMost, type Measure, percentile, throughput } from "../measure.ts";
import { get, type Reading, recordReads } from "./reading.ts";

const requestsARound = 400;
const warmUp = 2;
const rounds = 7;
const goal = 0.1;
const slowest = 50;

/** Why a branch has its score of the year: the months it is the mean of, what was left out, what came after a close. */
export async function explainAnnual(reading: Reading): Promise<Measure[]> {
  const branches = await someBranches(reading);
  const year = monthsOf(1)[0]?.slice(0, 4);
  const requests = branches.map((id) => get(reading, `/api/v1/organizations/${id}/scores/${year}`));
  const { product, limit, milliseconds } = await alternate(
    { ...reading, product: reading.server, limit: reading.server },
    {
      product: (round) =>
        Array.from(
          { length: requestsARound },
          (_, index) => requests[(round * requestsARound + index) % requests.length] as LoadRequest,
        ),
      limit: (round) => recordReads(reading, round, requestsARound),
    },
    warmUp,
    rounds,
  );
  return [
    throughput("explain_annual", "scores/s", product, limit, goal),
    atMost("explain_annual_p95", "ms", percentile(milliseconds, 0.95), slowest),
  ];
}

async function someBranches({ ground }: Reading): Promise<string[]> {
  return withClient(ground.postgres.ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM organization WHERE tenant_id = $1 AND kind = 'BRANCH' ORDER BY hashtext(id::text) LIMIT 2000",
      [ground.group.tenantId],
    );
    return rows.map(({ id }) => id);
  });
}
