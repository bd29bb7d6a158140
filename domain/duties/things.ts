import type { Month, PlainDate } from "../kernel/plain-date.ts";
import type { OrganizationKind, OrganizationSpan } from "../organization/things.ts";
import type { Cadence, TemplateBody } from "../standards/things.ts";

/** 待办、进行中、已提交、已认可、退回、免除. Being overdue is a date, not a state. */
export const obligationStates = ["todo", "in_progress", "submitted", "discharged", "returned", "waived"] as const;
export type ObligationState = (typeof obligationStates)[number];
export type ObligationAction =
  | "start"
  | "progress"
  | "submit"
  | "discharge"
  | "return"
  | "reopen"
  | "extend"
  | "waive"
  | "hand_over";

/** Which action is allowed in which state, and the state it leads to. Server and buttons read the same table. */
export const obligationActions: Record<ObligationState, Partial<Record<ObligationAction, ObligationState>>> = {
  todo: {
    start: "in_progress",
    submit: "submitted",
    discharge: "discharged",
    extend: "todo",
    waive: "waived",
    hand_over: "todo",
  },
  in_progress: {
    progress: "in_progress",
    submit: "submitted",
    discharge: "discharged",
    extend: "in_progress",
    waive: "waived",
    hand_over: "in_progress",
  },
  submitted: { discharge: "discharged", return: "returned", waive: "waived" },
  returned: {
    progress: "returned",
    submit: "submitted",
    discharge: "discharged",
    extend: "returned",
    waive: "waived",
    hand_over: "returned",
  },
  discharged: { reopen: "todo" },
  waived: { reopen: "todo" },
};

/** True while a record can still discharge the obligation: one that waits for acceptance serves no second record. */
export function isOpenState(state: ObligationState): boolean {
  return state !== "submitted" && "discharge" in obligationActions[state];
}

/** 基础性工作, with frequency and form; 提升性工作, with a direction. */
export const requirements = ["basic", "improving"] as const;
export type Requirement = (typeof requirements)[number];

/** Which of the organisations that the template is for owe a line, and in which months of the year. */
export type LineReach = {
  /** Classes of organisations; none stands for all, and for those without a class too. */
  readonly classes?: readonly string[];
  readonly kinds?: readonly OrganizationKind[];
  readonly fromMonth?: Month | null;
  readonly toMonth?: Month | null;
};

/** A requirement of the year's plan: the organisations of the template's kind that it reaches owe it in this cadence. */
export type PlanLine = LineReach & {
  readonly id: string;
  readonly template: TemplateBody;
  readonly cadence: Cadence;
};

export type OwingGroup = { readonly id: string; readonly validFrom: PlainDate; readonly validTo: PlainDate | null };
/** An organisation as the plan sees it; `validTo` is its last day. */
export type OwingOrganization = OrganizationSpan & {
  readonly id: string;
  /** The class it stands in; null where it has none. */
  readonly class: string | null;
  /** Number of 正式党员, which decides whether there is a committee (ORG-11). */
  readonly fullMembers: number;
  readonly groups: readonly OwingGroup[];
};

/** One time that a line demands its work: in these days, by that day. */
export type DutySlot = {
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
  readonly dueOn: PlainDate;
  /** 1 to n where several are owed in one period. */
  readonly occurrence: number;
};

export type ObligationDraft = DutySlot & {
  readonly sourceId: string;
  readonly organizationId: string;
  /** The 党小组 that owes it, or the organisation itself. */
  readonly subjectId: string;
  readonly templateCode: string;
};

/** An obligation that was issued. `extendedTo` is the approved later deadline. */
export type Obligation = ObligationDraft & {
  readonly id: string;
  readonly state: ObligationState;
  readonly extendedTo: PlainDate | null;
};

export type Timeliness = "on_time" | "late";
