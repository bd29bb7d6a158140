import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { monthOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { monthFigures } from "../assessment/index.ts";
import { dutiesByMonth, recordFigures, treeFigures, type View } from "./figures.ts";
import { metricSums, shareOf } from "./metric-sums.ts";
import { meetingsOf, trend, trendFrom } from "./trend.ts";
import { weakest } from "./weakest.ts";

type Workbench = Answer<"getWorkbench">;

/**
 * The leader's one page, read from sums that are kept for every organisation, so that a group's costs what a branch's
 * does. 明责 is the share of branches that have duties in the month, 履责 the duties discharged of those due, 考责 the
 * branches whose score covers enough to be ranked; a stage nobody uses yet is null, never weak.
 */
export async function getWorkbench(request: ReadRequest<"getWorkbench">): Promise<Workbench> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const period = query.period ?? monthOf(today);
  const view: View = { database, tenantId, organizationId: place.id, path: place.path, period, today };
  const [tree, duties, records, sums, scores] = await Promise.all([
    treeFigures(view),
    dutiesByMonth(view, trendFrom(period), period),
    recordFigures(view),
    metricSums(database, tenantId, { of: "subtree", ids: [place.id] }, trendFrom(period), period),
    monthFigures(database, tenantId, place, period),
  ]);
  const [months, behind] = await Promise.all([trend(view, sums, duties), weakest(view, scores)]);
  const share = (done: number, of: number) => (of === 0 ? null : { done, of });
  const meetings = meetingsOf(duties, period);
  const month = duties.find((one) => one.month === period);
  return {
    organizationId: place.id,
    organizationName: place.name,
    period,
    today,
    branches: tree.branches,
    members: tree.members,
    shape: tree.shape,
    meanTotal: scores.mean,
    ring: [
      { stage: "assign", share: share(month?.owing ?? 0, tree.branches) },
      { stage: "fulfil", share: share(meetings.done, meetings.of) },
      { stage: "supervise", share: null },
      { stage: "report", share: null },
      { stage: "assess", share: share(scores.ranked, scores.ranked + scores.unranked) },
      { stage: "apply", share: null },
    ],
    figures: {
      meetings,
      overdue: month?.overdue ?? { obligations: 0, branches: 0, longestDays: 0 },
      ...records,
      attendance: shareOf(sums, period, "attendance"),
      standard: shareOf(sums, period, "record.standard"),
      ownBranches: { done: tree.ownBranches, of: tree.departments },
    },
    trend: months,
    weakest: behind,
  };
}
