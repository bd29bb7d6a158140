import { type RuleId, stepRule } from "./basis-things.ts";
import { type MemberState, memberStates } from "./things.ts";

/** States on the way into the Party: who is in one of them isn't a member, and only development knows of it. */
export const developmentStates = ["APPLICANT", "ACTIVIST", "CANDIDATE"] as const satisfies readonly MemberState[];
/** States of those who are on no roster any more. */
export const departedStates = [
  "REMOVED",
  "EXPELLED",
  "CANCELLED",
  "TRANSFERRED_OUT",
  "DECEASED",
] as const satisfies readonly MemberState[];
/** States that follow from a disposition of the member, or of the probation (MEM-05, MEM-06, DEV-C2). */
export const dispositionStates = [
  "CORRECTING",
  "REMOVED",
  "EXPELLED",
  "CANCELLED",
] as const satisfies readonly MemberState[];
/** States in which somebody can be entered: a disposition is decided of whom is known already. */
export const entryStates = [
  ...developmentStates,
  "PROBATIONARY",
  "FULL",
  "SUSPENDED",
] as const satisfies readonly MemberState[];

/** What is read instead of a state by whom MEM-12 doesn't name: LEFT says that somebody is gone and not why. */
export const shownStates = [...memberStates, "LEFT"] as const;
export type ShownState = (typeof shownStates)[number];
/**
 * How states read without the right to see dispositions (MEM-12). All who are gone read alike: if transfers and deaths
 * read as what they are, whoever remains would be known to have been removed.
 */
export const neutralStates: Readonly<Partial<Record<MemberState, ShownState>>> = {
  CORRECTING: "FULL",
  REMOVED: "LEFT",
  EXPELLED: "LEFT",
  CANCELLED: "LEFT",
  TRANSFERRED_OUT: "LEFT",
  DECEASED: "LEFT",
};

/** Papers and decisions a change of state needs. */
export const memberEvidence = [
  "recommendation", // 推荐、推优材料
  "branch_committee_minutes", // 支委会记录
  "opinions", // 党小组、联系人、党员和群众意见
  "superior_filing", // 上级党委备案
  "ballot_record", // 票决记录
  "branch_resolution", // 支部党员大会决议
  "committee_approval", // 有审批权限的党委批准
  "application", // 本人申请
  "reason", // 理由
  "search_record", // 查找记录
  "meeting_decision", // 会议决定
  "abroad_proof", // 出国情况说明
  "helper_plan", // 帮教措施
  "change_record", // 转变情况
  "removal_record", // 劝退、除名材料
  "discipline_decision", // 党纪处分决定
  "transfer_receipt", // 介绍信回执
  "transfer_letter", // 组织关系介绍信
  "death_record", // 去世证明
] as const;
export type MemberEvidence = (typeof memberEvidence)[number];

/** Why a membership is suspended (MEM-02, MEM-03). */
export const suspensionGrounds = ["LOST", "SETTLED_ABROAD", "STUDY_ABROAD"] as const;
export type SuspensionGround = (typeof suspensionGrounds)[number];

/** Why somebody is removed (MEM-06). */
export const removalGrounds = [
  "LOST_BELIEF", // 丧失党员条件
  "RELIGION", // 信仰宗教，教育不改
  "QUIT", // 坚持退党
  "THREAT", // 以退党相要挟
  "NO_CHANGE", // 限期改正无转变
  "SELF_QUIT_6M", // 连续六个月不参加、不交费、不做工作
] as const;
export type RemovalGround = (typeof removalGrounds)[number];

export type MemberTransition = {
  readonly from: MemberState;
  readonly to: MemberState;
  readonly rule: RuleId;
  readonly evidence: readonly MemberEvidence[];
};

const admission: readonly MemberTransition[] = [
  {
    from: "APPLICANT",
    to: "ACTIVIST",
    rule: stepRule(3),
    evidence: ["recommendation", "branch_committee_minutes", "superior_filing"],
  },
  {
    from: "ACTIVIST",
    to: "CANDIDATE",
    rule: "DEV-T2",
    evidence: ["opinions", "branch_committee_minutes", "superior_filing"],
  },
  {
    from: "CANDIDATE",
    to: "PROBATIONARY",
    rule: "MEM-01",
    evidence: ["ballot_record", "branch_resolution", "committee_approval"],
  },
  {
    from: "PROBATIONARY",
    to: "FULL",
    rule: "DEV-T8",
    evidence: ["application", "ballot_record", "branch_resolution", "committee_approval"],
  },
  {
    from: "PROBATIONARY",
    to: "CANCELLED",
    rule: "DEV-C2",
    evidence: ["reason", "branch_resolution", "committee_approval"],
  },
  { from: "ACTIVIST", to: "APPLICANT", rule: "DEV-C4", evidence: ["reason", "branch_committee_minutes"] },
  { from: "CANDIDATE", to: "APPLICANT", rule: "DEV-C4", evidence: ["reason", "branch_committee_minutes"] },
];

const sideways: readonly MemberTransition[] = [
  // What else a suspension needs hangs on its ground.
  { from: "FULL", to: "SUSPENDED", rule: "MEM-03", evidence: ["meeting_decision"] },
  { from: "SUSPENDED", to: "FULL", rule: "MEM-04", evidence: ["application", "committee_approval"] },
  { from: "SUSPENDED", to: "REMOVED", rule: "MEM-03", evidence: ["search_record", "committee_approval"] },
  {
    from: "FULL",
    to: "CORRECTING",
    rule: "MEM-05",
    evidence: ["reason", "helper_plan", "branch_resolution", "committee_approval"],
  },
  {
    from: "CORRECTING",
    to: "FULL",
    rule: "MEM-05",
    evidence: ["change_record", "branch_resolution", "committee_approval"],
  },
  {
    from: "CORRECTING",
    to: "REMOVED",
    rule: "MEM-06",
    evidence: ["removal_record", "branch_resolution", "committee_approval"],
  },
  {
    from: "FULL",
    to: "REMOVED",
    rule: "MEM-06",
    evidence: ["removal_record", "branch_resolution", "committee_approval"],
  },
];

const expulsions = (["FULL", "SUSPENDED", "CORRECTING"] as const).map(
  (from): MemberTransition => ({ from, to: "EXPELLED", rule: "MEM-04", evidence: ["discipline_decision"] }),
);
/** Only from these is somebody transferred or reported dead: whoever is in none of them isn't known to a branch. */
const known = ["APPLICANT", "ACTIVIST", "CANDIDATE", "PROBATIONARY", "FULL", "SUSPENDED", "CORRECTING"] as const;
const leaving = known.flatMap((from): MemberTransition[] => [
  { from, to: "TRANSFERRED_OUT", rule: "MEM-07", evidence: ["transfer_receipt"] },
  { from, to: "DECEASED", rule: "MEM-13", evidence: ["death_record"] },
]);
const comingBack = (["ACTIVIST", "PROBATIONARY", "FULL"] as const).map(
  (to): MemberTransition => ({ from: "TRANSFERRED_OUT", to, rule: "MEM-07", evidence: ["transfer_letter"] }),
);
const applyingAgain = (["REMOVED", "EXPELLED", "CANCELLED"] as const).map(
  (from): MemberTransition => ({ from, to: "APPLICANT", rule: "MEM-04", evidence: ["application"] }),
);

/** Every change of state there is, the rule it follows and the evidence without which it isn't entered. */
export const memberTransitions: readonly MemberTransition[] = [
  ...admission,
  ...sideways,
  ...expulsions,
  ...leaving,
  ...comingBack,
  ...applyingAgain,
];

/** Which file there is of a member (MEM-13): in the staff's files, one that the committee keeps for want of those, or none. */
export const memberFiles = ["PERSONNEL", "MEMBER", "NONE"] as const;
export type MemberFile = (typeof memberFiles)[number];

/** Roles that see corrections, dispositions and disciplinary records, within their scope (MEM-12). */
export const dispositionReaders = ["discipline_officer", "organizer"] as const;

/** What is noted about a member beside the state. */
export const memberTags = ["FLOATING", "RETIRED", "ABROAD", "ELDERLY", "ILL", "LOST"] as const;
export type MemberTag = (typeof memberTags)[number];
/** Members of whom activities aren't asked; they leave the rates and keep a task of care (MEM-10). */
export const exemptTags: readonly MemberTag[] = ["RETIRED", "ELDERLY", "ILL"];
