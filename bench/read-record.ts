import { alternate, type Contest } from "./contest.ts";
import { type Measure, throughput } from "./measure.ts";
import { submission, unusedOccasions } from "./submit-record.ts";

/** As many people as connections, each reading what lies in his own branch. */
export const readers = 16;
const requestsARound = 1200;
const warmUp = 3;
const rounds = 7;
const goal = 0.4;

/** One record with its twelve names, read by 16 signed-in secretaries; neighbours in a round are different records. */
export async function readRecord(contest: Contest): Promise<Measure> {
  const { generator, product, signedIn } = contest;
  const byBranch = [...Map.groupBy(unusedOccasions(contest), ({ branch }) => branch.id).values()];
  const occasions = byBranch.slice(0, readers).flat();
  const { answers } = await generator.run(
    product.origin,
    occasions.map((occasion, index) => submission(contest, occasion, `bench-read-${index}`)),
  );
  const written = answers.map(({ text }, index) => ({
    id: (JSON.parse(text) as { recordId: string }).recordId,
    cookie: signedIn.get(occasions[index]?.branch.signInName ?? "")?.cookie ?? "",
  }));
  const round = Array.from(
    { length: requestsARound },
    (_, index) => written[index % written.length] as (typeof written)[number],
  );
  const requests = (path: string) =>
    round.map(({ id, cookie }) => ({ method: "GET" as const, path: `${path}/${id}`, headers: { cookie }, body: null }));
  const rates = await alternate(
    contest,
    { product: () => requests("/api/v1/records"), limit: () => requests("/records") },
    warmUp,
    rounds,
  );
  return throughput("read_record", "records/s", rates.product, rates.limit, goal);
}
