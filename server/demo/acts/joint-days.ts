import { monthOf, type PlainDate, quarterOf } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import { grantAlso, type Office, openFor } from "../accounts.ts";
import type { WorkingBranch } from "../branch.ts";
import { demoDepartment } from "../departments.ts";
import type { PlannedRecord } from "../records.ts";

/** What one branch is going to enter; `by` where somebody else enters it than its secretary. */
export type BranchWork = {
  readonly branch: WorkingBranch;
  readonly records: readonly (PlannedRecord & { readonly by?: Caller })[];
};

const hostCount = 3;

/** The branches that hold one 主题党日 a quarter together: the most reliable ones, and never that of the visitor. */
export function jointHosts(branches: readonly WorkingBranch[]): WorkingBranch[] {
  const others = branches.filter(({ department }) => department.name !== demoDepartment);
  const reliable = others.filter(({ department }) => department.character === "exemplary");
  return [...reliable, ...others.filter((branch) => !reliable.includes(branch))].slice(0, hostCount);
}

/** Who keeps the records of their common events: an account that may record for each of them. */
export async function openJointRecorder(
  office: Office,
  hosts: readonly WorkingBranch[],
  displayName: string,
): Promise<Caller> {
  const [lead, ...others] = hosts.map(({ id }) => id);
  const holder = { signInName: "jointrecorder", displayName, role: "branch_secretary" as const };
  let caller = await openFor(office, { ...holder, organizationId: lead as string });
  for (const organizationId of others) caller = await grantAlso(office, caller, { ...holder, organizationId });
  return caller;
}

/**
 * In each quarter the 主题党日 of the first month in which every host has one of its own becomes one event: it is entered
 * once, for the branch that leads, and each of the others has its own 应到 in it.
 */
export function withJointDays(
  work: readonly BranchWork[],
  hosts: readonly WorkingBranch[],
  recorder: Caller,
): BranchWork[] {
  const joined = jointDays(
    hosts.map(({ id }) => work.find(({ branch }) => branch.id === id) as BranchWork),
    recorder,
  );
  return work.map(({ branch, records }) => ({
    branch,
    records: records.flatMap((record) => {
      const day = joined.find(({ parts }) => parts.includes(record));
      if (day === undefined) return [record];
      return day.parts[0] === record ? [day.joint] : [];
    }),
  }));
}

function jointDays(hosts: readonly BranchWork[], by: Caller) {
  const [lead, ...others] = hosts;
  const quarters = new Set<PlainDate>();
  return (lead?.records ?? []).flatMap((leading) => {
    const quarter = quarterOf(leading.input.occurredOn).from;
    const month = monthOf(leading.input.occurredOn);
    const joining = others.map(({ records }) =>
      records.find((one) => isPlain(one) && monthOf(one.input.occurredOn) === month),
    );
    const all = joining.flatMap((one) => one ?? []);
    if (!isPlain(leading) || quarters.has(quarter) || all.length === 0 || all.length < others.length) return [];
    quarters.add(quarter);
    const { input } = leading;
    const joint = {
      ...leading,
      by,
      input: {
        ...input,
        title: `联合主题党日：${input.title}`,
        hosts: all.map(({ input: { organizationId, subjectId, attendance } }) => ({
          organizationId,
          subjectId,
          attendance,
          guests: [],
        })),
      },
    };
    return [{ parts: [leading, ...all], joint }];
  });
}

function isPlain({ input }: PlannedRecord): boolean {
  return input.templateCodes.length === 1 && input.templateCodes[0] === "theme_day";
}
