import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { monthOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { monthFigures } from "../assessment/index.ts";
import { ownBranchesIn } from "../organization/index.ts";
import { duties, records, size, type View } from "./figures.ts";
import { metricSums, shareOf } from "./metric-sums.ts";
import { shape } from "./shape.ts";
import { trend, trendFrom } from "./trend.ts";
import { weakest } from "./weakest.ts";

type Workbench = Answer<"getWorkbench">;

/**
 * The leader's one page. 明责 is the share of branches that have duties in the month, 履责 the duties discharged of those
 * due, 考责 the branches whose score covers enough to be ranked; a stage nobody uses yet is null, never weak.
 */
export async function getWorkbench(request: ReadRequest<"getWorkbench">): Promise<Workbench> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const period = query.period ?? monthOf(today);
  const view: View = { database, tenantId, organizationId: place.id, path: place.path, period, today };
  const [sized, shaped, dutyFigures, recordFigures, sums, scores, branches] = await Promise.all([
    size(view),
    shape(view),
    duties(view),
    records(view),
    metricSums(database, tenantId, { of: "subtree", ids: [place.id] }, trendFrom(period), period),
    monthFigures(database, tenantId, place, period),
    ownBranchesIn(database, tenantId, { subtrees: [place.path], exact: [] }, today),
  ]);
  const [months, behind] = await Promise.all([trend(view, sums, dutyFigures.meetings), weakest(view, scores)]);
  const share = (done: number, of: number) => (of === 0 ? null : { done, of });
  return {
    organizationId: place.id,
    organizationName: place.name,
    period,
    today,
    branches: sized.branches,
    members: sized.members,
    shape: shaped,
    meanTotal: scores.mean,
    ring: [
      { stage: "assign", share: share(sized.owing, sized.branches) },
      { stage: "fulfil", share: share(dutyFigures.meetings.done, dutyFigures.meetings.of) },
      { stage: "supervise", share: null },
      { stage: "report", share: null },
      { stage: "assess", share: share(scores.ranked, scores.ranked + scores.unranked) },
      { stage: "apply", share: null },
    ],
    figures: {
      ...dutyFigures,
      ...recordFigures,
      attendance: shareOf(sums, period, "attendance"),
      standard: shareOf(sums, period, "record.standard"),
      ownBranches: { done: branches.covered, of: branches.departments },
    },
    trend: months,
    weakest: behind,
  };
}
