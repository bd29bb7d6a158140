import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import type { Acknowledged } from "./writers.ts";

const query = readFileSync(join(import.meta.dirname, "wholeness.sql"), "utf8");

export type Wholeness = {
  sent: number;
  lost: number;
  half: number;
  firstLost: string | null;
  firstHalf: string | null;
};

/** Compares what was acknowledged with what stands, in one snapshot, and looks for records that stand only in part. */
export async function wholeness(superUrl: string, acknowledged: readonly Acknowledged[]): Promise<Wholeness> {
  const sent = acknowledged.map(({ key, recordId, occasion: { branch } }) => ({
    key,
    recordId: recordId || null,
    organizationId: branch.id,
    members: branch.members,
    absent: branch.members[11],
  }));
  const { rows } = await withClient(superUrl, async (client) => {
    // Without statistics the planner joins everything with everything.
    await client.query(
      "ANALYZE record, record_version, record_participant, fact, fact_source, idempotency, audit_entry, audit_seal, discharge, obligation",
    );
    return client.query<Wholeness>(query, [JSON.stringify(sent)]);
  });
  return rows[0] as Wholeness;
}
