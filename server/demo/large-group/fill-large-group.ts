import { sql } from "kysely";
import type { Application } from "../../application.ts";
import { postDueFacts } from "../../modules/duties/index.ts";
import type { Workshop } from "../../platform/ritual/perform.ts";
import { callerNamed, openOnce } from "../accounts.ts";
import type { WorkingBranch } from "../branch.ts";
import { chanceFrom } from "../chance.ts";
import type { DemoSummary } from "../fill-demo.ts";
import { finish } from "../finishing.ts";
import { issuePlans } from "../issuing-plans.ts";
import { namesFrom } from "../names.ts";
import { roleNames } from "../role-names.ts";
import { closeEarlierMonths } from "./closing.ts";
import { largeGroup } from "./companies.ts";
import { linesOfStrictCompany, openCompanyOfficers, strictCompany, strictTemplates } from "./companies-own.ts";
import { enterMeetings, owedTemplates } from "./entering.ts";
import { foundOnce, type Holder } from "./founding.ts";
import { planLargeGroup } from "./group-plan.ts";
import { branchesWithRecorders, openBusinessAccounts } from "./holders.ts";
import { publishOneAndThirteen } from "./one-and-thirteen.ts";
import { takeInOnce } from "./taking-in.ts";

/** Who can sign in to the demo's second group; the committees' recorders have a name of the pattern recorder01. */
export type LargeGroupAccess = Pick<DemoSummary, "groupCode" | "groupName" | "signIns">;
type LargeGroupOptions = {
  /** Of the accounts. */
  readonly password: string;
  /** How many subsidiaries; all 26 without it. */
  readonly subsidiaries?: number;
};

const seed = "jichuan 1";

/**
 * Fills the demo's second group, shaped like a large company, beside the first: taken in as a roster, its plans issued,
 * at least twelve months of meetings recorded, scored and closed. It may be interrupted anywhere and called again, on
 * another day too: what is there stays, the rest is added, and what comes out is the same.
 */
export async function fillLargeGroup(
  application: Application,
  { password, subsidiaries }: LargeGroupOptions,
): Promise<LargeGroupAccess> {
  const chance = chanceFrom(seed);
  const newName = namesFrom(chance.of("offices"));
  const { office, rootId, administrators } = await foundOnce(application.workshop, password, newName);
  const { workshop, tenantId, calendar } = office;
  await application.installLibrary();
  const at = (moment: Date): Workshop => ({ ...workshop, clock: () => moment });
  const officerHolder = { role: "party_affairs_officer", signInName: "officer", displayName: newName() } as const;
  const officer = await openOnce(office, { ...officerHolder, organizationId: rootId });
  const plan = planLargeGroup(calendar, chance.of("plan"), subsidiaries);
  const placed = await takeInOnce(at(calendar.at(calendar.branchesFrom, "08:30")), officer, rootId, plan);
  const asked = { templateCodes: owedTemplates };
  await issuePlans(at, { officer, organizationId: rootId, calendar }, () => asked);
  const [leader, ...others] = await openBusinessAccounts(office, plan, placed, newName);
  const branches = await branchesWithRecorders(office, plan, placed, newName);
  const units = await openCompanyOfficers(office, plan, placed, newName);
  const strictId = placed.organizations.get(strictCompany);
  const [strict] = units;
  if (strict && strictId) {
    const issuing = { officer: strict.officer, organizationId: strictId, calendar };
    await issuePlans(at, issuing, () => ({ lines: linesOfStrictCompany() }));
  }
  const named = (signInName: string) => callerNamed(workshop, tenantId, signInName);
  const reviewing = { organizer: await named("organizer"), supervisor: await named("supervisor") };
  await publishOneAndThirteen({ at, calendar, tenantId }, { rootId, officer, ...reviewing }, units);
  // Without figures of the new rows PostgreSQL would look for them as if there were a few.
  await sql`ANALYZE`.execute(workshop.database.outside);
  const ofStrict = new Set(
    plan.branches.filter(({ committee }) => committee === strictCompany).map(({ name }) => name),
  );
  const askedOf = ({ name }: WorkingBranch) => [...owedTemplates, ...(ofStrict.has(name) ? strictTemplates : [])];
  await enterMeetings(workshop, tenantId, branches, askedOf, calendar, chance.of("records"));
  await postDueFacts(workshop, tenantId);
  await closeEarlierMonths(workshop, officer, calendar);
  await finish(workshop, tenantId);
  const officerShown: Holder = { ...officerHolder, organizationName: largeGroup.name };
  const holders = [...(leader ? [leader] : []), officerShown, ...others, ...administrators];
  return {
    groupCode: largeGroup.code,
    groupName: largeGroup.name,
    signIns: holders.map(({ role, ...rest }) => ({ role: roleNames[role], ...rest })),
  };
}
