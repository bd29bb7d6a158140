import { admitPerson, appoint, createOrganization } from "../modules/organization/index.ts";
import { perform, type Workshop } from "../platform/ritual/perform.ts";
import type { Caller } from "../platform/ritual/use-case.ts";
import type { Branch, Member } from "./branch.ts";
import type { DemoCalendar } from "./calendar.ts";
import type { Chance } from "./chance.ts";
import type { Department } from "./departments.ts";
import { inParallel } from "./in-parallel.ts";
import { inventLife, type Life } from "./lives.ts";
import { groupNames, groupsOf, inventMembers } from "./people.ts";

type Setting = {
  /** Its clock stands on the branches' first day. */
  readonly workshop: Workshop;
  readonly officer: Caller;
  readonly rootId: string;
  readonly calendar: DemoCalendar;
};

/** Sets up a branch for each department, with its 党小组, members, committee and group leaders. */
export async function setUpBranches(
  setting: Setting,
  departments: readonly Department[],
  chance: Chance,
  newName: () => string,
): Promise<Branch[]> {
  const { workshop, officer, rootId, calendar } = setting;
  const planned = departments.map((department) => ({
    department,
    people: inventMembers(chance.of(department.name), department, newName),
  }));
  const placed = await inParallel(planned, 1, async ({ department, people }, index) => {
    const number = index + 1;
    const code = String(number).padStart(2, "0");
    const name = `${department.name}党支部`;
    const branch = { kind: "BRANCH" as const, class: department.class, code, name, validFrom: calendar.branchesFrom };
    const { id } = await perform(workshop, createOrganization, officer, { ...branch, parentId: rootId });
    const groupIds = await inParallel(groupNames.slice(0, groupsOf(department.members)), 1, async (groupName, at) => {
      const group = { kind: "GROUP" as const, class: null, code: `${code}-${at + 1}`, name: groupName };
      const made = { ...group, parentId: id, validFrom: calendar.branchesFrom };
      return (await perform(workshop, createOrganization, officer, made)).id;
    });
    return { id, number, name, department, groupIds, people };
  });
  return inParallel(placed, 6, async ({ people, ...branch }) => {
    const lives = chance.of(`lives of ${branch.name}`);
    const members = await inParallel(people, 1, (person, index) => {
      const number = `L${String(branch.number * 100 + index + 1).padStart(5, "0")}`;
      const life = inventLife(lives, person, calendar.branchesFrom);
      return admit(setting, branch, { ...person, ...life, number });
    });
    return { ...branch, members };
  });
}

async function admit(
  { workshop, officer, calendar }: Setting,
  branch: Omit<Branch, "members">,
  { number, sex, bornOn, joinedOn, standingFrom, ...person }: Omit<Member, "personId"> & Life & { number: string },
): Promise<Member> {
  const validFrom = calendar.branchesFrom;
  const groupId = person.group === null ? null : (branch.groupIds[person.group] as string);
  const { personId } = await perform(workshop, admitPerson, officer, {
    organizationId: branch.id,
    name: person.name,
    memberState: person.memberState,
    groupId,
    validFrom,
    exemptFromAttendance: person.exempt,
    number,
    sex,
    bornOn,
    joinedOn,
    standingFrom,
  });
  const appointed = { personId, validFrom, validTo: null };
  if (person.post !== null) {
    await perform(workshop, appoint, officer, { ...appointed, organizationId: branch.id, post: person.post });
  }
  if (person.leadsGroup && groupId !== null) {
    await perform(workshop, appoint, officer, { ...appointed, organizationId: groupId, post: "GROUP_LEADER" });
  }
  return { ...person, personId };
}
