import { addMonths, type Month, monthsFromTo } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Application } from "../server/application.ts";
import { issuePlan } from "../server/modules/duties/index.ts";
import { admitPerson, createOrganization } from "../server/modules/organization/index.ts";
import { perform } from "../server/platform/ritual/perform.ts";
import type { Caller } from "../server/platform/ritual/use-case.ts";
import { foundLoadedGroup } from "./founding.ts";

/** A branch of twelve and who enters its records. */
export type LoadBranch = {
  readonly id: string;
  readonly members: readonly string[];
  readonly signInName: string;
  readonly secretaryId: string;
  /** The 党总支 that he is secretary of. */
  readonly generalId: string;
};
export type LoadGroup = {
  readonly tenantId: number;
  readonly branches: readonly LoadBranch[];
  /** Months in the past in which every branch owes one 主题党日. */
  readonly months: readonly Month[];
};

const membersOfABranch = 12;
/** One signs in on each of the 16 connections, for the branches of a 党总支. */
const secretaries = 16;
type Secretary = { organizationId: string; signInName: string; secretaryId: string };

/**
 * Founds a group whose branches owe one 主题党日 in every month from January of `firstYear` on, all through use cases:
 * branches × months records can be submitted, each of which discharges a duty of its own.
 */
export async function foundLoadGroup(
  application: Application,
  branches: number,
  firstYear: number,
): Promise<LoadGroup> {
  const { workshop } = application;
  const from = `${firstYear}-01-01`;
  const { tenantId, rootId, signUp } = await foundLoadedGroup(workshop, "load", from);
  await application.installLibrary();
  const officer = await signUp("officer", "party_affairs_officer", rootId);

  const generals: Secretary[] = [];
  for (let number = 1; number <= secretaries; number += 1) {
    const place = {
      parentId: rootId,
      kind: "GENERAL_BRANCH",
      class: null,
      code: `g${number}`,
      name: `第${number}党总支`,
      validFrom: from,
    } as const;
    const { id } = await perform(workshop, createOrganization, officer, place);
    const signInName = `secretary${number}`;
    const { actor } = await signUp(signInName, "branch_secretary", id);
    generals.push({ organizationId: id, signInName, secretaryId: actor.accountId });
  }
  const made: LoadBranch[] = [];
  const numbers = Array.from({ length: branches }, (_, index) => index + 1);
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
        const { organizationId, ...secretary } = generals[number % secretaries] as Secretary;
        const branch = await foundBranch(application, officer, organizationId, number, from);
        made.push({ ...branch, ...secretary, generalId: organizationId });
      }
    }),
  );
  const lastMonth = addMonths(today(application).slice(0, 7), -1);
  for (let year = firstYear; year <= Number(lastMonth.slice(0, 4)); year += 1) {
    const plan = { organizationId: rootId, year, name: `${year}年计划`, templateCodes: ["theme_day", "party_lecture"] };
    await perform(workshop, issuePlan, officer, plan);
  }
  return { tenantId, branches: made, months: monthsFromTo(`${firstYear}-01`, lastMonth) };
}

async function foundBranch(
  { workshop }: Application,
  officer: Caller,
  parentId: string,
  number: number,
  validFrom: string,
) {
  const place = {
    parentId,
    kind: "BRANCH",
    class: "生产类",
    code: `b${number}`,
    name: `第${number}党支部`,
    validFrom,
  } as const;
  const { id } = await perform(workshop, createOrganization, officer, place);
  const members: string[] = [];
  for (let index = 1; index <= membersOfABranch; index += 1) {
    const { personId } = await perform(workshop, admitPerson, officer, {
      organizationId: id,
      name: `党员${number}之${index}`,
      memberState: "FULL",
      groupId: null,
      validFrom,
      exemptFromAttendance: false,
    });
    members.push(personId);
  }
  return { id, members };
}

function today({ workshop }: Application): string {
  return workshop.clock().toISOString().slice(0, 10);
}
