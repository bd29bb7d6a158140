import type { Role } from "@dutyloop/domain/identity/things.ts";
import { type NewHolder, type Office, openFor } from "./accounts.ts";
import type { Branch, Member, WorkingBranch } from "./branch.ts";
import { company, demoDepartment } from "./departments.ts";
import { inParallel } from "./in-parallel.ts";
import { groupNames } from "./people.ts";

type Holder = { role: Role; signInName: string; displayName: string; organizationName: string };

const accountsAtOnce = 4;

/** Every branch's secretary gets an account: `secretary` in the demo's own branch, else `secretary01` and so on. */
export function openSecretaries(office: Office, branches: readonly Branch[]): Promise<WorkingBranch[]> {
  return inParallel(branches, accountsAtOnce, async (branch) => {
    const { name, personId } = branch.members[0] as Member;
    const holder = { signInName: signInNameOf(branch), displayName: name, personId, organizationId: branch.id };
    return { ...branch, secretary: await openFor(office, { ...holder, role: "branch_secretary" }) };
  });
}

function signInNameOf(branch: Branch): string {
  return branch.department.name === demoDepartment ? "secretary" : `secretary${String(branch.number).padStart(2, "0")}`;
}

/** The secretary of the whole 党委 is a member of the first department's branch. */
export function leaderOf(branches: readonly Branch[]): Member {
  return ordinaryMember(branches[0] as Branch);
}

/** A 正式党员 of a branch who leads no 党小组; the last of its list. */
export function ordinaryMember(branch: Branch): Member {
  const full = branch.members.filter((member) => member.memberState === "FULL" && !member.leadsGroup && !member.exempt);
  return full.at(-1) as Member;
}

/** The member of a department who holds an office of the 党委; null where the demo has no such branch. */
function officeHolder(branches: readonly Branch[], department: string): Member | null {
  const branch = branches.find((one) => one.department.name === department);
  return branch?.members[1] ?? null;
}

/** One account of each other business role; answers them with the demo's secretary, in the order they are shown. */
export async function openBusinessAccounts(
  office: Office,
  rootId: string,
  branches: readonly Branch[],
  newName: () => string,
): Promise<Holder[]> {
  const own = branches.find(({ department }) => department.name === demoDepartment) as Branch;
  const opening = (
    role: Role,
    signInName: string,
    member: Member | null,
    place: { id: string; name: string },
  ): Opening => {
    const displayName = member?.name ?? newName();
    const holder = { signInName, displayName, personId: member?.personId, role, organizationId: place.id };
    return { holder, organizationName: place.name };
  };
  const top = { id: rootId, name: company.name };
  const groupLeader = own.members.find(({ leadsGroup }) => leadsGroup) as Member;
  const group = {
    id: own.groupIds[groupLeader.group ?? 0] as string,
    name: `${own.name} · ${groupNames[groupLeader.group ?? 0]}`,
  };
  const openings = [
    opening("party_committee_leader", "leader", leaderOf(branches), top),
    opening("organizer", "organizer", officeHolder(branches, "党委党建部"), top),
    opening("discipline_officer", "discipline", officeHolder(branches, "监督审计部"), top),
    opening("supervisor", "supervisor", null, top),
    opening("branch_committee_member", "committee", own.members[1] as Member, own),
    opening("group_leader", "groupleader", groupLeader, group),
    opening("party_member", "member", ordinaryMember(own), own),
    opening("employee", "employee", null, own),
    opening("data_officer", "data", null, own),
  ];
  await inParallel(openings, accountsAtOnce, ({ holder }) => openFor(office, holder));
  const opened = openings.map(({ holder, organizationName }) => {
    const { role, signInName, displayName } = holder;
    return { role, signInName, displayName, organizationName };
  });
  const secretary: Holder = {
    role: "branch_secretary",
    signInName: signInNameOf(own),
    displayName: (own.members[0] as Member).name,
    organizationName: own.name,
  };
  return [...opened.slice(0, 4), secretary, ...opened.slice(4)];
}

type Opening = { holder: NewHolder; organizationName: string };
