import type { Role } from "@dutyloop/domain/identity/things.ts";
import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import type { BilingualText } from "@dutyloop/domain/standards/things.ts";
import type { Application } from "../application.ts";
import { postDueFacts } from "../modules/duties/index.ts";
import { callerFor, foundGroup } from "../modules/identity/index.ts";
import type { Workshop } from "../platform/ritual/perform.ts";
import { callerNamed, type Office, openFor, requestId } from "./accounts.ts";
import { benchmark } from "./acts/benchmarking.ts";
import { appointCommittee, enterSessions } from "./acts/committee.ts";
import { typeDrafts } from "./acts/drafts.ts";
import { jointHosts, openJointRecorder, withJointDays } from "./acts/joint-days.ts";
import { changeInJune } from "./acts/june-change.ts";
import { linesOfYear } from "./acts/plan-lines.ts";
import { askAndDecide } from "./acts/requests.ts";
import { sampleLastMonth } from "./acts/sampling.ts";
import { correctAndReverse, makeUpForAbsences } from "./acts/second-thoughts.ts";
import { handInTasks } from "./acts/tasks.ts";
import { type DemoCalendar, demoCalendar } from "./calendar.ts";
import { chanceFrom } from "./chance.ts";
import { closeMonths } from "./closing.ts";
import { chosenDepartments, company, demoDepartment } from "./departments.ts";
import { enterRecords } from "./entering.ts";
import { finish } from "./finishing.ts";
import { openBusinessAccounts, openSecretaries } from "./holders.ts";
import { issuePlans } from "./issuing-plans.ts";
import { enterLate } from "./late-entry.ts";
import { namesFrom } from "./names.ts";
import { recordsOf } from "./records.ts";
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

/**
 * Fills a group with an invented power supply company: branches, people, accounts, plans and at least twelve whole
 * months of records and the month of today up to yesterday, scored and sealed. Everything is done by the use cases, each
 * at the moment at which somebody would have done it; the same day of the clock gives the same people and figures.
 * Accounts are opened today, so that no password is too old to sign in.
 */
export async function fillDemo(application: Application, options: DemoOptions): Promise<DemoSummary> {
  const now = application.workshop.clock();
  const workshop: Workshop = { ...application.workshop, clock: () => now, wake: () => {}, announce: () => {} };
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
  const { branchesFrom } = calendar;
  const committee = await appointCommittee(firstDay, officer, rootId, branches, branchesFrom);
  const classes = new Set(departments.map((department) => department.class));
  const linesOf = (year: number) => ({ lines: linesOfYear(calendar, year, classes) });
  const plans = await issuePlans(at, { officer, organizationId: rootId, calendar }, linesOf);
  await changeInJune(at, officer, plans, calendar, classes);
  const working = await openSecretaries(office, branches);
  const business = await openBusinessAccounts(office, rootId, branches, newName);
  const named = (signInName: string) => callerNamed(workshop, office.tenantId, signInName);
  const organizer = await named("organizer");
  const hosts = jointHosts(working);
  const recorder = await openJointRecorder(office, hosts, newName());
  const ofRecords = chance.of("records");
  const work = working.map((branch) => ({
    branch,
    records: recordsOf(ofRecords.of(branch.department.name), branch, calendar),
  }));
  const joined = withJointDays(work, hosts, recorder);
  const entered = await enterRecords(workshop, application.settings.filesFolder, joined);
  const sessions = await enterSessions(at, committee, calendar, chance.of("committee"));
  const telling = { at, calendar };
  await correctAndReverse(telling, entered, organizer, chance.of("second thoughts"));
  await makeUpForAbsences(telling, entered, chance.of("make-ups"));
  await handInTasks(at, officer, working, calendar, chance.of("tasks"));
  await postDueFacts(workshop, office.tenantId);
  await closeMonths(workshop, { officer, rootId, calendar });
  const late = await enterLate(workshop, working, calendar, chance.of("late entry"));
  await askAndDecide(at, officer, working, calendar);
  await sampleLastMonth(at, organizer, rootId, entered, calendar);
  await benchmark(at, { officer, organizer }, rootId, working, calendar, chance.of("benchmarks"));
  const own = working.find(({ department }) => department.name === demoDepartment);
  if (own) await typeDrafts(at, await named("committee"), own, calendar);
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
      // The officer, the recorder of joint events; the visitor's secretary stands in both lists.
      accounts: administrators.length + 2 + branches.length + business.length - 1,
      plans: plans.length,
      records: entered.length + sessions + late,
      photographs: entered.filter(({ input }) => input.fileIds.length > 0).length,
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
