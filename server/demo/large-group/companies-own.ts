import type { WrittenLine } from "@dutyloop/domain/duties/plan-line-rules.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import { type Office, openOnce } from "../accounts.ts";
import { inParallel } from "../in-parallel.ts";
import { companiesOf } from "./companies.ts";
import type { GroupPlan } from "./group-plan.ts";
import { type AdaptingUnit, adaptingUnits } from "./one-and-thirteen.ts";
import type { PlacedGroup } from "./taking-in.ts";

const accountsAtOnce = 4;

/** The companies that have a Party affairs officer of their own: as many as adapt the group's template. */
export async function openCompanyOfficers(
  office: Office,
  plan: GroupPlan,
  placed: PlacedGroup,
  newName: () => string,
): Promise<AdaptingUnit[]> {
  const companies = companiesOf(plan.committees.length - 1).slice(0, -1);
  const openings = companies.slice(0, adaptingUnits).map(({ trade }, index) => ({
    trade,
    organizationId: placed.organizations.get(plan.committees[index] as string) as string,
    displayName: newName(),
    signInName: `companyofficer${String(index + 1).padStart(2, "0")}`,
  }));
  return inParallel(openings, accountsAtOnce, async ({ trade, ...holder }) => {
    const officer: Caller = await openOnce(office, { ...holder, role: "party_affairs_officer" });
    return { organizationId: holder.organizationId, trade, officer };
  });
}

/** The first company asks more of its branches than the group does. */
export const strictCompany = "DW01";
export const strictTemplates: readonly string[] = ["committee_meeting"];

/** Its plan: a 支委会 every month, and work on themes in research, which the group leaves to the companies. */
export function linesOfStrictCompany(): WrittenLine[] {
  const everybody = { kinds: [], fromMonth: null, toMonth: null };
  const basic = { requirement: "basic" as const, classes: [], cadence: null, direction: "" };
  return [
    ...strictTemplates.map((templateCode) => ({ ...everybody, ...basic, templateCode })),
    {
      ...everybody,
      templateCode: "member_practice",
      requirement: "improving",
      classes: ["研发类"],
      cadence: { every: "year", times: 1 },
      direction: "党员领题攻关，年内解决一项卡住研发的难题",
    },
  ];
}
