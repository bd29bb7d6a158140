import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import { queuesEmpty } from "../contest.ts";
import { signInNames } from "../history/generate.ts";
import type { HistoryGround } from "../history/ground.ts";
import { LoadGenerator, type LoadRequest } from "../load/job.ts";
import type { ServerProcess } from "../server-process.ts";
import { signIn } from "../sign-in.ts";

/** A server on generated data with one who may read all of it, and something to compare each read with: one record. */
export type Reading = {
  readonly ground: HistoryGround;
  readonly server: ServerProcess;
  readonly generator: LoadGenerator;
  readonly cookie: string;
  readonly records: readonly string[];
  end(): Promise<void>;
};

const mostRecords = 2000;

export async function openReading(ground: HistoryGround): Promise<Reading> {
  const server = await ground.serve();
  const generator = new LoadGenerator();
  const end = async () => {
    generator.stop();
    await server.stop();
  };
  try {
    const { cookie } = await signIn(server.origin, signInNames.officer, "history");
    await queuesEmpty(server.origin);
    return { ground, server, generator, cookie, records: await someRecords(ground), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Ids of records from all over the group. */
async function someRecords({ postgres, group }: HistoryGround): Promise<string[]> {
  return withClient(postgres.ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM record WHERE tenant_id = $1 ORDER BY hashtext(id::text) LIMIT ${mostRecords}`,
      [group.tenantId],
    );
    return rows.map(({ id }) => id);
  });
}

export function get({ cookie }: Pick<Reading, "cookie">, path: string): LoadRequest {
  return { method: "GET", path, headers: { cookie }, body: null };
}

/** Reads `count` records, another part of them in each round. */
export function recordReads(reading: Reading, round: number, count: number): LoadRequest[] {
  const { records } = reading;
  return Array.from({ length: count }, (_, index) =>
    get(reading, `/api/v1/records/${records[(round * count + index) % records.length]}`),
  );
}
