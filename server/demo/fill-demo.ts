import type { Role } from "@dutyloop/domain/identity/things.ts";
import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import type { BilingualText } from "@dutyloop/domain/standards/things.ts";
import type { Application } from "../application.ts";
import { postDueFacts } from "../modules/duties/index.ts";
import { callerFor, foundGroup } from "../modules/identity/index.ts";
import { appoint } from "../modules/organization/index.ts";
import { perform, type Workshop } from "../platform/ritual/perform.ts";
import { type Office, openFor, requestId } from "./accounts.ts";
import { type DemoCalendar, demoCalendar } from "./calendar.ts";
import { chanceFrom } from "./chance.ts";
import { closeMonths } from "./closing.ts";
import { chosenDepartments, company } from "./departments.ts";
import { enterRecords } from "./entering.ts";
import { finish } from "./finishing.ts";
import { leaderOf, openBusinessAccounts, openSecretaries } from "./holders.ts";
import { issuePlans } from "./issuing-plans.ts";
import { enterLate } from "./late-entry.ts";
import { namesFrom } from "./names.ts";
import { roleNames } from "./role-names.ts";
import { setUpBranches } from "./setting-up.ts";

type DemoSignIn = {
  readonly role: BilingualText;
  readonly signInName: string;
  readonly displayName: string;
  readonly organizationName: string;
};
export type DemoSummary = {
  readonly groupCode: string;
  readonly groupName: string;
  /** One account of each kind; the other branches' secretaries have a name of the pattern secretary01. */
  readonly signIns: readonly DemoSignIn[];
  readonly counts: {
    readonly months: number;
    readonly branches: number;
    readonly groups: number;
    readonly members: number;
    readonly accounts: number;
    readonly plans: number;
    readonly records: number;
    readonly photographs: number;
  };
};
type DemoOptions = {
  readonly password: string;
  /** About how many branches; all 43 without it. */
  readonly branches?: number;
};

const seed = "lanyang 1";
const everyTemplate = ["general_meeting", "committee_meeting", "group_meeting", "party_lecture", "theme_day"];

/**
 * Fills a group with an invented power supply company: branches, people, accounts, plans and at least twelve whole
 * months of records and the month of today up to yesterday, scored and sealed. Everything is done by the use cases, each
 * at the moment at which somebody would have done it; the same day of the clock gives the same people and figures.
 * Accounts are opened today, so that no password is too old to sign in.
 */
export async function fillDemo(application: Application, options: DemoOptions): Promise<DemoSummary> {
  const now = application.workshop.clock();
  const workshop: Workshop = { ...application.workshop, clock: () => now, wake: () => {} };
  const calendar = demoCalendar(plainDateIn(now, workshop.timeZone), workshop.timeZone);
  const at = (moment: Date): Workshop => ({ ...workshop, clock: () => moment });
  const chance = chanceFrom(seed);
  const newName = namesFrom(chance.of("names"));

  const { office, rootId, signIns: administrators } = await found(workshop, calendar, options.password, newName);
  await application.installLibrary();
  const officerName = newName();
  const holder = { signInName: "officer", displayName: officerName, organizationId: rootId };
  const officer = await openFor(office, { ...holder, role: "party_affairs_officer" });
  const firstDay = at(calendar.at(calendar.branchesFrom, "08:30"));
  const departments = chosenDepartments(options.branches);
  const setting = { workshop: firstDay, officer, rootId, calendar };
  const branches = await setUpBranches(setting, departments, chance.of("people"), newName);
  const secretaryOfAll = { organizationId: rootId, personId: leaderOf(branches).personId, post: "SECRETARY" as const };
  await perform(firstDay, appoint, officer, { ...secretaryOfAll, validFrom: calendar.branchesFrom, validTo: null });
  await issuePlans(at, { officer, rootId, calendar }, everyTemplate);
  const working = await openSecretaries(office, branches);
  const business = await openBusinessAccounts(office, rootId, branches, newName);
  const entered = await enterRecords(
    workshop,
    application.settings.filesFolder,
    working,
    calendar,
    chance.of("records"),
  );
  await postDueFacts(workshop, office.tenantId);
  await closeMonths(workshop, { officer, rootId, calendar });
  const late = await enterLate(workshop, working, calendar, chance.of("late entry"));
  await finish(workshop, office.tenantId);

  const officerSignIn = signInOf("party_affairs_officer", "officer", officerName, company.name);
  return {
    groupCode: company.code,
    groupName: company.name,
    signIns: [...business.slice(0, 1), officerSignIn, ...business.slice(1), ...administrators].map(
      ({ role, ...rest }) => ({
        role: roleNames[role],
        ...rest,
      }),
    ),
    counts: {
      months: calendar.months.length,
      branches: branches.length,
      groups: branches.reduce((sum, branch) => sum + branch.groupIds.length, 0),
      members: branches.reduce((sum, branch) => sum + branch.members.length, 0),
      accounts: administrators.length + 1 + branches.length + business.length - 1,
      plans: calendar.years.length,
      ...entered,
      records: entered.records + late,
    },
  };
}

const signInOf = (role: Role, signInName: string, displayName: string, organizationName: string) => ({
  role,
  signInName,
  displayName,
  organizationName,
});

async function found(workshop: Workshop, calendar: DemoCalendar, password: string, newName: () => string) {
  const administrator = (signInName: string) => ({ signInName, displayName: newName(), password });
  const [system, security, audit] = [administrator("system"), administrator("security"), administrator("audit")];
  const group = { ...company, from: calendar.groupFrom };
  const three = { systemAdministrator: system, securityAdministrator: security, auditAdministrator: audit };
  const { tenantId, rootId, administrators } = await foundGroup(workshop, { ...group, ...three }, requestId);
  const reading = workshop.database.reading(tenantId);
  const office: Office = {
    workshop,
    tenantId,
    password,
    calendar,
    systemAdministrator: await callerFor(reading, tenantId, administrators.system_administrator, requestId),
    securityAdministrator: await callerFor(reading, tenantId, administrators.security_administrator, requestId),
  };
  const signIns = [
    signInOf("system_administrator", system.signInName, system.displayName, company.name),
    signInOf("security_administrator", security.signInName, security.displayName, company.name),
    signInOf("audit_administrator", audit.signInName, audit.displayName, company.name),
  ];
  return { office, rootId, signIns };
}
