import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { monthOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { compare, parse } from "@dutyloop/domain/kernel/rational.ts";
import { placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { boardRows, meanOf } from "../assessment/index.ts";
import { duties, records, size } from "./figures.ts";
import { trend } from "./trend.ts";
import { weakest } from "./weakest.ts";

type Workbench = Answer<"getWorkbench">;
const threshold = parse("80");

/**
 * The leader's one page. 明责 is the share of branches that have duties in the month, 履责 the duties discharged of those
 * due, 考责 the branches whose score covers enough to be ranked; a stage nobody uses yet is null, never weak.
 */
export async function getWorkbench(request: ReadRequest<"getWorkbench">): Promise<Workbench> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const view = { database, tenantId, path: place.path, period: query.period ?? monthOf(today), today };
  const [sized, dutyFigures, recordFigures, months, rows] = await Promise.all([
    size(view),
    duties(view),
    records(view),
    trend(view),
    boardRows(database, tenantId, place.path, view.period),
  ]);
  const scored = rows.filter((row) => row.total !== null && compare(parse(row.coverage), threshold) >= 0);
  const share = (done: number, of: number) => (of === 0 ? null : { done, of });
  return {
    organizationId: place.id,
    organizationName: place.name,
    period: view.period,
    today,
    branches: sized.branches,
    members: sized.members,
    meanTotal: meanOf(scored.map((row) => row.total as string)),
    ring: [
      { stage: "assign", share: share(sized.owing, sized.branches) },
      { stage: "fulfil", share: share(dutyFigures.meetings.done, dutyFigures.meetings.of) },
      { stage: "supervise", share: null },
      { stage: "report", share: null },
      { stage: "assess", share: share(scored.length, rows.length) },
      { stage: "apply", share: null },
    ],
    figures: { ...dutyFigures, ...recordFigures },
    trend: months,
    weakest: await weakest(view, rows),
  };
}
