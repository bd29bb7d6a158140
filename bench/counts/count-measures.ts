import pg from "pg";
import { alternate } from "../contest.ts";
import { LoadGenerator, type LoadRequest } from "../load/job.ts";
import { type Measure, slowness, throughput } from "../measure.ts";
import { secondsOf } from "../scores/seconds.ts";
import { freePort, startServer } from "../server-process.ts";
import { type CountGround, makeCountGround } from "./count-ground.ts";

const branches = 300;
const requestsARound = 400;
const warmUp = 2;
const rounds = 7;
const matrixRounds = 15;

/** The names of what `countMeasures` takes. */
export const countNames = ["duty_matrix", "group_dashboard_branch", "group_dashboard_rows"];

/** The matrix of 300 branches and twelve months, and the group's dashboard beside a branch's and a bare handler. */
export async function countMeasures(wanted: (name: string) => boolean): Promise<Measure[]> {
  const ground = await makeCountGround(branches);
  try {
    const measures = wanted("duty_matrix") ? [await dutyMatrix(ground)] : [];
    return wanted("group_dashboard_branch") || wanted("group_dashboard_rows")
      ? [...measures, ...(await groupDashboard(ground))]
      : measures;
  } finally {
    await ground.clear();
  }
}

/**
 * Seconds until a page of the matrix with all branches is there, through the API, against one GROUP BY over the duties of
 * the same branches and months, by the same role and its wall on a connection of its own.
 */
async function dutyMatrix({
  server,
  cookie,
  rootId,
  year,
  branchIds,
  appUrl,
  tenantId,
}: CountGround): Promise<Measure> {
  const path = `/api/v1/organizations/${rootId}/duty-matrix?year=${year}&level=all&limit=400`;
  const client = new pg.Client({ connectionString: appUrl, options: `-c dutyloop.tenant=${tenantId}` });
  await client.connect();
  const grouped = {
    name: "grouped",
    text: `SELECT organization_id, date_trunc('month', due_on)::date AS month, count(*) AS owed,
        count(*) FILTER (WHERE state = 'discharged') AS done,
        count(*) FILTER (WHERE state IN ('todo', 'in_progress', 'returned') AND coalesce(extended_to, due_on) < current_date) AS overdue
      FROM obligation WHERE due_on >= $1::date AND due_on <= $2::date AND state <> 'waived' GROUP BY 1, 2`,
    values: [`${year}-01-01`, `${year}-12-31`],
  };
  const product: number[] = [];
  const limit: number[] = [];
  try {
    for (let round = 0; round < warmUp + matrixRounds; round += 1) {
      const taken = await secondsOf(async () => {
        const answer = await fetch(server.origin + path, { headers: { cookie } });
        const { items } = (await answer.json()) as { items: { months: unknown[] }[] };
        if (items.filter(({ months }) => months.length === 12).length < branchIds.length)
          throw new Error(`The matrix has ${items.length} rows only`);
      });
      const least = await secondsOf(async () => {
        const { rows } = await client.query(grouped);
        if (rows.length < branchIds.length * 12) throw new Error(`There are duties in ${rows.length} cells only`);
      });
      if (round < warmUp) continue;
      product.push(taken);
      limit.push(least);
    }
  } finally {
    await client.end();
  }
  return slowness("duty_matrix", "s", product, limit, 3);
}

/** Dashboards a second of the whole group, beside those of one branch, and beside the rows alone; nothing is kept of an answer. */
async function groupDashboard({
  server,
  cookie,
  rootId,
  year,
  branchIds,
  appUrl,
  tenantId,
}: CountGround): Promise<Measure[]> {
  const period = `${year}-12`;
  const today = new Date().toISOString().slice(0, 10);
  const serve = ["bench/limits/serve-workbench.ts", String(tenantId), rootId, period, today];
  const bare = await startServer(serve, { PRODUCT_DATABASE: appUrl }, await freePort());
  const generator = new LoadGenerator();
  const page = (organizationId: string): LoadRequest => ({
    method: "GET",
    path: `/api/v1/organizations/${organizationId}/workbench?period=${period}`,
    headers: { cookie },
    body: null,
  });
  const many = (request: (index: number) => LoadRequest) => () =>
    Array.from({ length: requestsARound }, (_, index) => request(index));
  const ofGroup = many(() => page(rootId));
  const ofBranches = many((index) => page(branchIds[index % branchIds.length] ?? ""));
  const ofRows = many(() => ({ method: "GET", path: "/page", headers: {}, body: null }));
  try {
    const branch = { generator, product: server, limit: server };
    const beside = await alternate(branch, { product: ofGroup, limit: ofBranches }, warmUp, rounds);
    const alone = await alternate({ ...branch, limit: bare }, { product: ofGroup, limit: ofRows }, warmUp, rounds);
    return [
      throughput("group_dashboard_branch", "pages/s", beside.product, beside.limit, 0.7),
      throughput("group_dashboard_rows", "pages/s", alone.product, alone.limit, 0.3),
    ];
  } finally {
    generator.stop();
    await bare.stop();
  }
}
