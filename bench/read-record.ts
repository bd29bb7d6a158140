import { alternate, type Contest } from "./contest.ts";
import { type Measure, throughput } from "./measure.ts";
import { submission, unusedOccasions } from "./submit-record.ts";

const records = 600;
const timesReadARound = 2;
const warmUp = 3;
const rounds = 7;
const goal = 0.4;

/** One record with its twelve names, signed in as its secretary; neighbours in a round are different records. */
export async function readRecord(contest: Contest): Promise<Measure> {
  const { generator, product, signedIn } = contest;
  const occasions = unusedOccasions(contest).slice(0, records);
  const { answers } = await generator.run(
    product.origin,
    occasions.map((occasion, index) => submission(contest, occasion, `bench-read-${index}`)),
  );
  const written = answers.map(({ text }, index) => ({
    id: (JSON.parse(text) as { recordId: string }).recordId,
    cookie: signedIn.get(occasions[index]?.branch.signInName ?? "")?.cookie ?? "",
  }));
  const round = Array.from({ length: timesReadARound }, () => written).flat();
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
