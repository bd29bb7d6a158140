/** Who a step is up to. */
export const stepActors = [
  "applicant", // 本人
  "branch", // 党支部
  "branch_committee", // 支委会
  "branch_meeting", // 支部党员大会
  "party_organization", // 党组织
  "superior_committee", // 上级党委
  "approving_committee", // 有审批权限的基层党委
  "organization_department", // 再上一级党委组织部门
] as const;
export type StepActor = (typeof stepActors)[number];

type Named = { readonly zh: string; readonly en: string };

/** Papers of the steps. */
export const stepMaterials = {
  membership_application: { zh: "入党申请书", en: "application to join" },
  talk_record: { zh: "谈话记录", en: "record of the talk" },
  recommendation: { zh: "推荐、推优材料", en: "recommendation" },
  branch_committee_minutes: { zh: "支委会记录", en: "minutes of the branch committee" },
  filing_report: { zh: "备案报告", en: "report to be filed" },
  filing_form: { zh: "备案表", en: "form to be filed" },
  filing_reply: { zh: "批复", en: "reply" },
  cultivation_record_book: { zh: "培养教育考察写实簿", en: "record book of cultivation" },
  observation_record: { zh: "考察登记", en: "record of observation" },
  thought_reports: { zh: "思想汇报", en: "reports of one's thoughts" },
  lecture_proof: { zh: "党课证明", en: "proof of Party lectures" },
  opinions: { zh: "党小组、联系人、党员和群众意见", en: "opinions of group, contacts, members and others" },
  notice_result: { zh: "公示及结果", en: "public notice and its result" },
  introducer_form: { zh: "介绍人登记", en: "form of the introducers" },
  political_review_report: { zh: "综合性政审报告", en: "report of the political review" },
  inquiry_letters: { zh: "函调材料", en: "letters of inquiry" },
  training_certificate: { zh: "结业证、成绩", en: "certificate of training" },
  review_opinion: { zh: "支委会审查意见", en: "opinion of the branch committee" },
  pre_review_request: { zh: "预审请示", en: "request for pre-review" },
  pre_review_opinion: { zh: "书面预审意见", en: "written opinion of the pre-review" },
  statement_of_intent: { zh: "入党志愿书", en: "statement of intent" },
  ballot_record: { zh: "票决单", en: "record of the ballot" },
  branch_resolution: { zh: "大会决议", en: "resolution of the meeting" },
  talk_opinion: { zh: "谈话意见", en: "opinion after the talk" },
  approval_opinion: { zh: "审批意见", en: "opinion of approval" },
  admission_notice: { zh: "通知书", en: "notice" },
  oath_record: { zh: "宣誓记录", en: "record of the oath" },
  probation_record: { zh: "预备党员考察表", en: "record of probation" },
  full_member_application: { zh: "转正申请书", en: "application for full membership" },
  standing_date_note: { zh: "党龄起算日", en: "day the standing counts from" },
  archived_papers: { zh: "归档材料", en: "filed papers" },
} as const satisfies Record<string, Named>;
export type StepMaterial = keyof typeof stepMaterials;

export type DevelopmentStep = Named & {
  /** 1 to 25; its rule is `stepRule(number)`. */
  readonly number: number;
  /** One of the five stages. */
  readonly stage: 1 | 2 | 3 | 4 | 5;
  readonly actor: StepActor;
  readonly materials: readonly StepMaterial[];
  /** Steps without which it isn't taken. */
  readonly after: readonly number[];
};

/** 申请入党、入党积极分子、发展对象、预备党员接收、预备党员教育考察和转正. */
export const developmentStages: readonly Named[] = [
  { zh: "申请入党", en: "Application" },
  { zh: "入党积极分子的确定和培养教育", en: "Activists" },
  { zh: "发展对象的确定和考察", en: "Candidates" },
  { zh: "预备党员的接收", en: "Admission" },
  { zh: "预备党员的教育考察和转正", en: "Probation" },
];

/** 发展党员: the 25 steps in their order. */
export const developmentSteps: readonly DevelopmentStep[] = [
  {
    number: 1,
    stage: 1,
    zh: "递交入党申请书",
    en: "Apply in writing",
    actor: "applicant",
    materials: ["membership_application"],
    after: [],
  },
  {
    number: 2,
    stage: 1,
    zh: "派人谈话",
    en: "Talk with the applicant",
    actor: "branch",
    materials: ["talk_record"],
    after: [1],
  },
  {
    number: 3,
    stage: 2,
    zh: "推荐和确定入党积极分子",
    en: "Recommend and name an activist",
    actor: "branch_committee",
    materials: ["recommendation", "branch_committee_minutes"],
    after: [2],
  },
  {
    number: 4,
    stage: 2,
    zh: "上级党委备案",
    en: "File with the committee above",
    actor: "superior_committee",
    materials: ["filing_report", "filing_form", "filing_reply"],
    after: [3],
  },
  {
    number: 5,
    stage: 2,
    zh: "指定培养联系人",
    en: "Name contacts",
    actor: "branch",
    materials: ["cultivation_record_book"],
    after: [4],
  },
  {
    number: 6,
    stage: 2,
    zh: "培养教育考察",
    en: "Cultivate and observe",
    actor: "branch",
    materials: ["observation_record", "thought_reports", "lecture_proof"],
    after: [5],
  },
  {
    number: 7,
    stage: 3,
    zh: "确定发展对象",
    en: "Name a candidate",
    actor: "branch_committee",
    materials: ["opinions", "notice_result", "branch_committee_minutes"],
    after: [6],
  },
  {
    number: 8,
    stage: 3,
    zh: "报上级党委备案",
    en: "File the candidate with the committee above",
    actor: "superior_committee",
    materials: ["filing_report", "filing_reply"],
    after: [7],
  },
  {
    number: 9,
    stage: 3,
    zh: "确定入党介绍人",
    en: "Name two introducers",
    actor: "branch",
    materials: ["introducer_form"],
    after: [8],
  },
  {
    number: 10,
    stage: 3,
    zh: "进行政治审查",
    en: "Review politically",
    actor: "party_organization",
    materials: ["political_review_report", "inquiry_letters"],
    after: [8],
  },
  {
    number: 11,
    stage: 3,
    zh: "开展集中培训",
    en: "Train together",
    actor: "superior_committee",
    materials: ["training_certificate"],
    after: [8],
  },
  {
    number: 12,
    stage: 4,
    zh: "支部委员会审查",
    en: "Review in the branch committee",
    actor: "branch_committee",
    materials: ["review_opinion"],
    after: [9, 10, 11],
  },
  {
    number: 13,
    stage: 4,
    zh: "上级党委预审",
    en: "Pre-review by the committee above",
    actor: "approving_committee",
    materials: ["pre_review_request", "pre_review_opinion"],
    after: [12],
  },
  {
    number: 14,
    stage: 4,
    zh: "填写入党志愿书",
    en: "Fill in the statement of intent",
    actor: "applicant",
    materials: ["statement_of_intent"],
    after: [13],
  },
  {
    number: 15,
    stage: 4,
    zh: "支部大会讨论",
    en: "Discuss in the branch meeting",
    actor: "branch_meeting",
    materials: ["ballot_record", "branch_resolution"],
    after: [14],
  },
  {
    number: 16,
    stage: 4,
    zh: "上级党委派人谈话",
    en: "Talk on behalf of the committee above",
    actor: "approving_committee",
    materials: ["talk_opinion"],
    after: [15],
  },
  {
    number: 17,
    stage: 4,
    zh: "上级党委审批",
    en: "Approval by the committee above",
    actor: "approving_committee",
    materials: ["approval_opinion"],
    after: [16],
  },
  {
    number: 18,
    stage: 4,
    zh: "再上一级党委组织部门备案",
    en: "File with the organisation department above",
    actor: "organization_department",
    materials: ["filing_form"],
    after: [17],
  },
  {
    number: 19,
    stage: 5,
    zh: "编入党支部和党小组",
    en: "Join a branch and a group",
    actor: "branch",
    materials: ["admission_notice"],
    after: [17],
  },
  {
    number: 20,
    stage: 5,
    zh: "入党宣誓",
    en: "Take the oath",
    actor: "branch",
    materials: ["oath_record"],
    after: [17],
  },
  {
    number: 21,
    stage: 5,
    zh: "继续教育考察",
    en: "Educate and observe further",
    actor: "branch",
    materials: ["probation_record"],
    after: [17],
  },
  {
    number: 22,
    stage: 5,
    zh: "提出转正申请",
    en: "Apply for full membership",
    actor: "applicant",
    materials: ["full_member_application"],
    after: [19],
  },
  {
    number: 23,
    stage: 5,
    zh: "支部大会讨论转正",
    en: "Discuss full membership in the branch meeting",
    actor: "branch_meeting",
    materials: ["ballot_record", "branch_resolution"],
    after: [21, 22],
  },
  {
    number: 24,
    stage: 5,
    zh: "上级党委审批转正",
    en: "Approval of full membership",
    actor: "approving_committee",
    materials: ["approval_opinion", "standing_date_note"],
    after: [23],
  },
  {
    number: 25,
    stage: 5,
    zh: "材料归档",
    en: "File the papers",
    actor: "approving_committee",
    materials: ["archived_papers"],
    after: [24],
  },
];

/** Steps whose conclusion a person enters and signs: 组织研究、政审、预审、审批 (DEV-C4). */
export const concludedSteps: readonly number[] = [10, 12, 13, 15, 17, 23, 24];
/** Steps that only an organisation with the authority to approve takes (DEV-C1). */
export const approvedSteps: readonly number[] = [13, 17, 24];

/** What a step asks for beside its day and its papers. */
export type StepAsk =
  | "conclusion" // 结论
  | "approver" // 预审、审批的党组织
  | "supporters" // 培养联系人、入党介绍人
  | "training" // 集中培训
  | "notice" // 公示
  | "special" // 特殊情况可延长审批
  | "group"; // 编入党小组

const furtherAsks: Readonly<Record<number, readonly StepAsk[]>> = {
  5: ["supporters"],
  7: ["notice"],
  9: ["supporters"],
  11: ["training"],
  17: ["special"],
  19: ["group"],
};

export function asksOf(step: number): readonly StepAsk[] {
  return [
    ...(furtherAsks[step] ?? []),
    ...(approvedSteps.includes(step) ? (["approver"] as const) : []),
    ...(concludedSteps.includes(step) ? (["conclusion"] as const) : []),
  ];
}

/**
 * Steps without which nobody is developed at all: the application, the namings with their filing, and every conclusion.
 * The others can be left out by whoever may approve.
 */
const indispensable: readonly number[] = [1, 3, 4, 7, 8, ...concludedSteps];

export function isIndispensable(step: number): boolean {
  return indispensable.includes(step);
}
