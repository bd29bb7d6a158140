import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { inScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { loadDefinitions } from "../definitions.ts";
import { namedPeriod } from "./named-period.ts";
import { pendingLeaves } from "./pending-leaves.ts";
import { standingOf } from "./period-store.ts";

type Answered = Answer<"listPendingLeaves">;

/** What the caller may settle before the period can close. */
export async function listPendingLeaves(request: ReadRequest<"listPendingLeaves">): Promise<Answered> {
  const { database, tenantId, scope, params, query } = request;
  const standing = await standingOf(database, tenantId, namedPeriod(params.period));
  if (standing.state !== "open") return { items: [], next: null };
  const [organizationId = "00000000-0000-0000-0000-000000000000", scheme = "", index = "-1"] =
    query.after?.split(" ") ?? [];
  const after = { organizationId, scheme, index: Number(index) };
  const rows = await pendingLeaves(database, tenantId, standing, inScope("o.path", scope), after, query.limit + 1);
  const items = await Promise.all(
    rows.slice(0, query.limit).map(async (row): Promise<Answered["items"][number]> => {
      const { scheme, frames } = await loadDefinitions(database, tenantId, row.scheme, row.version);
      const frame = frames[row.index];
      if (!frame) throw new Error(`Line ${row.index} isn't in ${row.scheme} ${row.version}`);
      return {
        organizationId: row.organizationId,
        organizationName: row.organizationName,
        scheme: { code: scheme.code, version: scheme.version, name: scheme.name },
        line: frame.code,
        lineName: frame.name,
        fullMarks: frame.fullMarks,
      };
    }),
  );
  const last = rows[query.limit - 1];
  const next = rows.length > query.limit && last ? `${last.organizationId} ${last.scheme} ${last.index}` : null;
  return { items, next };
}
