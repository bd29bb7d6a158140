import type { PlainDate } from "../../kernel/plain-date.ts";
import type { MemberState, OrganizationKind } from "../things.ts";

export type Conclusion = "passed" | "failed";

/** A step as it was entered; a repeated one takes the place of the earlier. */
export type TakenStep = {
  readonly step: number;
  readonly on: PlainDate;
  /** How it came out, where it comes out somehow; a failed step isn't done. */
  readonly conclusion: Conclusion | null;
  /** Who entered and signed the conclusion; nothing is inferred (DEV-C4). */
  readonly concludedBy: string | null;
  /** Contacts of step 5, introducers of step 9. */
  readonly people: readonly Supporter[];
  readonly training: { readonly days: number; readonly hours: number } | null;
  /** Who pre-reviewed or approved. */
  readonly approver: { readonly kind: OrganizationKind; readonly authorised: boolean } | null;
  /** Contents of its papers by their hashes. */
  readonly files: readonly string[];
};
export type Supporter = {
  readonly personId: string;
  readonly state: MemberState;
  /** 留党察看 without rights restored: may not introduce anybody. */
  readonly rightsSuspended: boolean;
};

/** A step that somebody with authority let be left out, with the reason. */
export type StepExemption = { readonly step: number; readonly reason: string; readonly decidedBy: string };

export type DevelopmentCase = {
  readonly birthDate: PlainDate | null;
  readonly branchKind: OrganizationKind;
  readonly taken: readonly TakenStep[];
  readonly exemptions: readonly StepExemption[];
  /** 公示 before step 7. */
  readonly notice: { readonly from: PlainDate; readonly to: PlainDate } | null;
  /** Special circumstances let the approval take longer (DEV-T7). */
  readonly specialApproval: boolean;
  /** Months by which probation was extended; null where it wasn't. */
  readonly extensionMonths: number | null;
  /** Months by which the discussion of somebody transferred in is put off (MEM-11); 0 where it isn't. */
  readonly deferredMonths: number;
};

/** The step as it stands, unless it came out as failed. */
export function doneStep(taken: readonly TakenStep[], step: number): TakenStep | null {
  const last = taken.findLast((each) => each.step === step);
  return last && last.conclusion !== "failed" ? last : null;
}

export function doneOn({ taken }: Pick<DevelopmentCase, "taken">, step: number): PlainDate | null {
  return doneStep(taken, step)?.on ?? null;
}

export function isExempt({ exemptions }: Pick<DevelopmentCase, "exemptions">, step: number): boolean {
  return exemptions.some((each) => each.step === step && each.reason.trim() !== "");
}

/** Figures of the rules; each can be set by a group's own rule set. */
export type DevelopmentLimits = {
  readonly age: number;
  readonly talkMonths: number;
  readonly filingDays: number;
  readonly contactsMost: number;
  readonly cultivationMonths: number;
  readonly assessmentMonths: number;
  readonly noticeWorkdays: number;
  readonly introducers: number;
  readonly trainingDays: number;
  readonly trainingHours: number;
  readonly reviewMonths: number;
  readonly meetingMonths: number;
  readonly approvalMonths: number;
  readonly approvalMonthsMost: number;
  readonly joiningDays: number;
  readonly oathMonths: number;
  readonly probationMonths: number;
  readonly extensionLeast: number;
  readonly extensionMost: number;
  readonly applicationDays: number;
  readonly discussionMonths: number;
  readonly confirmationMonths: number;
  readonly archiveDays: number;
};
export const developmentLimits: DevelopmentLimits = {
  age: 18,
  talkMonths: 1, // DEV-T1
  filingDays: 30,
  contactsMost: 2,
  cultivationMonths: 12, // DEV-T2
  assessmentMonths: 6, // DEV-T3
  noticeWorkdays: 5, // DEV-T4
  introducers: 2,
  trainingDays: 3, // DEV-T5
  trainingHours: 24, // DEV-T5
  reviewMonths: 12,
  meetingMonths: 1, // DEV-T6
  approvalMonths: 3, // DEV-T7
  approvalMonthsMost: 6, // DEV-T7
  joiningDays: 7,
  oathMonths: 1,
  probationMonths: 12, // DEV-T8
  extensionLeast: 6, // DEV-T8
  extensionMost: 12, // DEV-T8
  applicationDays: 15,
  discussionMonths: 1,
  confirmationMonths: 3, // DEV-T9
  archiveDays: 30,
};
