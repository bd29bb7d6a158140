import type { Role } from "@dutyloop/domain/identity/things.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import { type Office, openOnce } from "../accounts.ts";
import type { WorkingBranch } from "../branch.ts";
import { inParallel } from "../in-parallel.ts";
import { largeGroup } from "./companies.ts";
import type { Holder } from "./founding.ts";
import type { GroupPlan } from "./group-plan.ts";
import type { PlannedBranch, PlannedMember } from "./planned-branches.ts";
import { leaderOf, ordinaryIn } from "./planned-people.ts";
import type { PlacedGroup } from "./taking-in.ts";

const accountsAtOnce = 4;

type Opening = {
  readonly role: Role;
  readonly signInName: string;
  readonly member: PlannedMember | null;
  /** Code and name of where he has his role. */
  readonly code: string;
  readonly organizationName: string;
};

/** Opens an account of each business role that the group shows; answers them in the order they are listed. */
export async function openBusinessAccounts(
  office: Office,
  plan: GroupPlan,
  placed: PlacedGroup,
  newName: () => string,
): Promise<Holder[]> {
  const top = { code: largeGroup.code, organizationName: largeGroup.name };
  const branch = plan.branches[0] as PlannedBranch;
  const own = { code: branch.code, organizationName: branch.name };
  const ofGeneral = plan.branches.find(({ general }) => general !== null);
  const general = plan.organizations.find(({ code }) => code === ofGeneral?.general);
  const ordinary = ordinaryIn(branch);
  const openings: Opening[] = [
    { role: "party_committee_leader", signInName: "leader", member: leaderOf(plan.branches), ...top },
    { role: "organizer", signInName: "organizer", member: null, ...top },
    { role: "discipline_officer", signInName: "discipline", member: null, ...top },
    { role: "supervisor", signInName: "supervisor", member: null, ...top },
    { role: "branch_secretary", signInName: "secretary", member: branch.members[0] ?? null, ...own },
    { role: "party_member", signInName: "member", member: ordinary[0] ?? null, ...own },
  ];
  if (general) {
    const place = { code: general.code, organizationName: general.name };
    const member = ordinaryIn(ofGeneral).at(-1) ?? null;
    openings.splice(4, 0, { role: "general_branch_secretary", signInName: "generalsecretary", member, ...place });
  }
  // Names are made up before anybody waits, so that each falls to the same account every time.
  const named = openings.map((opening) => ({ ...opening, displayName: opening.member?.name ?? newName() }));
  await inParallel(named, accountsAtOnce, ({ role, signInName, displayName, member, code }) =>
    openOnce(office, {
      role,
      signInName,
      displayName,
      organizationId: idIn(placed.organizations, code),
      personId: member === null ? undefined : idIn(placed.people, member.number),
    }),
  );
  return named.map(({ role, signInName, displayName, organizationName }) => ({
    role,
    signInName,
    displayName,
    organizationName,
  }));
}

/** The planned branches as they stand, each with the account of its committee that keeps the branches' records. */
export async function branchesWithRecorders(
  office: Office,
  plan: GroupPlan,
  placed: PlacedGroup,
  newName: () => string,
): Promise<WorkingBranch[]> {
  const openings = plan.committees.map((code, index) => ({
    role: "branch_secretary" as const,
    signInName: `recorder${String(index + 1).padStart(2, "0")}`,
    displayName: newName(),
    organizationId: idIn(placed.organizations, code),
  }));
  const callers = await inParallel(openings, accountsAtOnce, (holder) => openOnce(office, holder));
  const recorders = new Map(plan.committees.map((code, index) => [code, callers[index] as Caller]));
  return plan.branches.map(
    ({ number, code, name, department, committee, groups, members }): WorkingBranch => ({
      id: idIn(placed.organizations, code),
      number,
      name,
      department,
      members: members.map((member) => ({ ...member, personId: idIn(placed.people, member.number) })),
      groupIds: groups.map((group) => idIn(placed.organizations, group)),
      secretary: recorders.get(committee) as Caller,
    }),
  );
}

function idIn(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`The demo's roster has left out ${code}`);
  return id;
}
