import { withClient } from "../server/platform/embedded-postgres/index.ts";
import { alternate, type Contest } from "./contest.ts";
import { type Measure, throughput } from "./measure.ts";

const perRound = 1200;
const warmUp = 3;
const rounds = 7;
const goal = 0.4;

type Written = { id: string; organizationId: string };

/** One record with its twelve names, signed in as the branch's secretary, each request another record. */
export async function readRecord(contest: Contest): Promise<Measure> {
  const { ground, signedIn } = contest;
  const { rows } = await withClient(ground.postgres.superUrl, (client) =>
    client.query<Written>('SELECT id, organization_id AS "organizationId" FROM record ORDER BY id DESC LIMIT $1', [perRound]),
  );
  const names = new Map(ground.group.branches.map((branch) => [branch.id, branch.signInName]));
  const cookieOf = ({ organizationId }: Written) => signedIn.get(names.get(organizationId) ?? "")?.cookie ?? "";
  const requests = (path: string) => rows.map((record) => ({ method: "GET" as const, path: `${path}/${record.id}`, headers: { cookie: cookieOf(record) }, body: null }));
  const { product, limit } = await alternate(contest, { product: () => requests("/api/v1/records"), limit: () => requests("/records") }, warmUp, rounds);
  return throughput("read_record", "records/s", product, limit, goal);
}
