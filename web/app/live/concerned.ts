import type { RouteName } from "@dutyloop/contract/routes.ts";
import type { Topic } from "@dutyloop/domain/identity/topic-things.ts";

/** What the server says of a change: nothing of its contents. Without organisations it may be any that one may see. */
export type Change = {
  readonly topic: Topic;
  readonly organizations: readonly string[] | null;
  readonly month: string | null;
};

/** What a page shows of each topic. Forms aren't among them: nothing changes under somebody's hands. */
const shownOf: Readonly<Record<Topic, readonly RouteName[]>> = {
  duties: [
    ...(["listObligations", "listMyDuties", "getObligation", "listPlans", "getPlan"] as const),
    ...(["getDutyMatrix", "getDutyFigures", "getBurden", "getWorkbench"] as const),
  ],
  records: [
    ...(["listRecords", "getRecord", "listRecordVersions", "listAwaitedParts", "listRecordDrafts"] as const),
    ...(["listAbsences", "listSamples", "getSample", "getDutyMatrix"] as const),
  ],
  scores: [
    ...(["getBoard", "getScore", "listScoreFacts", "listScoreChildren", "getWorkbench"] as const),
    ...(["listPublishedBoards", "getPublishedBoard", "listPeriods", "listPendingLeaves"] as const),
    ...(["listSettlements", "listDisputes", "listFigures", "listReceipts", "listJudgements"] as const),
  ],
  standards: ["listTemplates", "listTemplateAdoptions", "getBenchmark"],
  organizations: [
    ...(["listOrganizations", "getOrganization", "listPeople", "listTransfers", "listTerms"] as const),
    ...(["listGaps", "listUnits", "listApplicants", "listReorganizations", "getWorkbench"] as const),
  ],
  imports: ["listImports", "getImport"],
};

type Request = { params?: { organizationId?: unknown }; query?: { period?: unknown } };

/** Whether what a page asked for may be another since this change; `key` is that of `ask` or of `usePages`. */
export function isConcerned(key: readonly unknown[], { topic, organizations, month }: Change): boolean {
  const [name, second, third] = key;
  if (!(shownOf[topic] as readonly unknown[]).includes(name)) return false;
  const { params, query } = ((second === "pages" ? third : second) ?? {}) as Request;
  const organizationId = params?.organizationId;
  if (organizations !== null && typeof organizationId === "string" && !organizations.includes(organizationId))
    return false;
  const period = query?.period;
  // A month counts in its quarter, half-year and year; what is asked for by another year stays.
  return month === null || typeof period !== "string" || period.slice(0, 4) === month.slice(0, 4);
}
