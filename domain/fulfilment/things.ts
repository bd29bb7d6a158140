import type { FactDraft } from "../assessment/things.ts";
import type { Obligation, Timeliness } from "../duties/things.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { RosterEntry } from "../organization/things.ts";
import type {
  AttendanceMark,
  Election,
  ExpectedParticipant,
  RecordMaterial,
  Resolution,
  StandardResult,
  TemplateBody,
} from "../standards/things.ts";
import type { VoteDecision } from "../standards/voting-rules.ts";
import type { Deviation, DeviationReason } from "./deviation-rules.ts";
import type { ElectionDecision } from "./election-rules.ts";

/** 草稿、待审签、已提交、已更正、抽查撤销. */
export const recordStates = ["draft", "awaiting_signature", "submitted", "corrected", "revoked"] as const;
export type RecordState = (typeof recordStates)[number];
export type RecordAction = "hand_over" | "submit" | "send_back" | "correct" | "revoke";

/** Which action is allowed in which state, and the state it leads to. Server and buttons read the same table. */
export const recordActions: Record<RecordState, Partial<Record<RecordAction, RecordState>>> = {
  draft: { hand_over: "awaiting_signature", submit: "submitted" },
  awaiting_signature: { submit: "submitted", send_back: "draft" },
  submitted: { correct: "corrected", revoke: "revoked" },
  corrected: { correct: "corrected", revoke: "revoked" },
  revoked: {},
};

/** Somebody present without belonging to the branch (列席); counted nowhere. */
export type Guest = { readonly personId: string | null; readonly name: string };
export type ActionItem = { readonly text: string; readonly dueOn: PlainDate | null };

/** A topic that was covered. A bare code is that of the first chosen type that has it, and counts for no other (MTG-18). */
export type CoveredTopic = string | { readonly template: string; readonly code: string };

/** What the user enters about one event. Times are 'HH:MM'. */
export type RecordEntry = {
  readonly title: string;
  readonly occurredOn: PlainDate;
  readonly startTime?: string | null;
  readonly endTime?: string | null;
  readonly place: string;
  readonly hostId?: string | null;
  readonly recorderId?: string | null;
  readonly lecturer?: string | null;
  readonly minutes: string;
  readonly topics: readonly CoveredTopic[];
  readonly resolutions: readonly Resolution[];
  readonly elections?: readonly Election[];
  readonly actions?: readonly ActionItem[];
  readonly materials?: readonly RecordMaterial[];
  readonly attendance: readonly AttendanceMark[];
  readonly guests: readonly Guest[];
  /** 逾期补录: why it is entered only after its month has closed. */
  readonly lateReason?: string | null;
  /** Why it departs from what is generally asked for. */
  readonly deviations?: readonly DeviationReason[];
};

/** The entry with the people who ought to have been there, as the roster of that day gives them. */
export type RecordContent = RecordEntry & { readonly expected: readonly ExpectedParticipant[] };

export type RecordInput = {
  readonly organizationId: string;
  /** The 党小组 that met; null when the organisation itself did. */
  readonly groupId: string | null;
  readonly content: RecordEntry;
  /** One record may count as several types, each judged by its own standard (MTG-18). */
  readonly templates: readonly TemplateBody[];
  /** The obligations of these templates and this host, in every state: a discharged one still shows its window. */
  readonly obligations: readonly Obligation[];
  /** Obligations of an earlier period that the user wants to make up for with this record. */
  readonly makesUpFor?: readonly string[];
  readonly roster: readonly RosterEntry[];
  readonly today: PlainDate;
  readonly enteredOn: PlainDate;
  /** It takes part in an event that another organisation leads; that it owes nothing that day is no reason to refuse. */
  readonly joins?: boolean;
};

/** An organisation that held an event together with the one that leads it, with its own people and duties. */
export type JoiningHost = Pick<RecordInput, "organizationId" | "groupId" | "obligations" | "roster"> &
  Pick<RecordEntry, "attendance" | "guests"> & {
    /** Where its part was entered on another day than the lead's. */
    readonly enteredOn?: PlainDate | undefined;
  };

export type Discharge = {
  readonly obligation: Obligation;
  readonly templateCode: string;
  readonly timeliness: Timeliness;
  readonly standard: StandardResult;
};

export type NotDischargedReason =
  | "discharge.no_obligation"
  /** Nobody owes it: it is held when there is occasion. */
  | "discharge.on_occasion"
  | "discharge.already_discharged"
  | "discharge.waived"
  | "discharge.after_deadline"
  | "discharge.blocking_item_missing";

export type NotDischarged = {
  readonly templateCode: string;
  readonly reason: NotDischargedReason;
  /** Codes of the blocking items that aren't met. */
  readonly missing: readonly string[];
};

/** The judgement of each resolution under the voting rule of one template. */
export type ResolutionVote = {
  readonly templateCode: string;
  readonly resolution: Resolution;
  readonly decision: VoteDecision;
};

/** How one type's standard was met; `counted` where the record serves as that type (MTG-18). */
export type JudgedType = {
  readonly templateCode: string;
  readonly templateVersion: number;
  readonly counted: boolean;
  readonly standard: StandardResult;
};

/** Counts without those exempt from the rate (MTG-19). */
export type AttendanceCount = { readonly expected: number; readonly present: number; readonly exempt: number };

export type RecordDecision = {
  readonly content: RecordContent;
  /** Entered more than seven days after the event: marked 补录. */
  readonly lateEntry: boolean;
  readonly daysUntilEntry: number;
  readonly standards: readonly JudgedType[];
  readonly discharges: readonly Discharge[];
  readonly notDischarged: readonly NotDischarged[];
  readonly votes: readonly ResolutionVote[];
  readonly elections: readonly ElectionDecision[];
  /** Where it departs from what the types that it serves as generally ask for. */
  readonly deviations: readonly Deviation[];
  readonly attendance: AttendanceCount;
  readonly facts: readonly FactDraft[];
};

/** What a record is worth for each organisation that held the event, and the attendance of all of them. */
export type JointDecision = {
  readonly lead: RecordDecision;
  readonly others: readonly RecordDecision[];
  readonly together: AttendanceCount;
};
