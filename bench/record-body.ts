import type { Month } from "@dutyloop/domain/kernel/plain-date.ts";
import type { SubmittedRecord } from "../server/modules/fulfilment/index.ts";
import type { LoadBranch, LoadGroup } from "./group.ts";

/** What a secretary's phone sends for one 主题党日 of a branch of twelve: eleven present, one on leave. */
export function recordBody(branch: LoadBranch, month: Month): Omit<SubmittedRecord, "organizationId"> {
  return {
    subjectId: branch.id,
    templateCodes: ["theme_day"],
    title: `${month} 主题党日：安全生产月`,
    occurredOn: `${month}-15`,
    startTime: "14:30",
    endTime: "16:00",
    place: "三楼党员活动室",
    chairId: branch.members[0] ?? null,
    recorderId: branch.members[1] ?? null,
    lecturer: null,
    minutes:
      "学习安全生产月活动方案，讨论工器具双人复核办法，党员领题三项：台账清理、隐患排查、新员工结对。会议决定下月初复查。",
    topics: ["central_work", "study"],
    resolutions: [],
    attendance: branch.members.map((personId, index) => ({
      personId,
      presence: index === 11 ? "leave" : "present",
      reason: index === 11 ? "出差" : null,
    })),
    guests: [],
    fileIds: [],
  };
}

export type Occasion = { readonly branch: LoadBranch; readonly month: Month };

/** Every duty of the group once, neighbours in the list belonging to different branches. */
export function occasionsOf(group: LoadGroup): Occasion[] {
  return group.months.flatMap((month) => group.branches.map((branch) => ({ branch, month })));
}
