/** What lets the product hold a field without asking for consent each time (PRV-02). */
export type LegalBasis =
  | "HR_NECESSARY" // 人力资源管理所必需
  | "LEGAL_DUTY"; // 法定职责义务

/** How long a field is kept (PRV-06). */
export type Retention =
  | "MEMBERSHIP" // 组织关系存续期间及转出后十年
  | "PERMANENT"; // 随党员档案永久保存

export type PersonalField = {
  /** D3 personal, D4 sensitive personal. */
  readonly class: "D3" | "D4";
  readonly purpose: { readonly zh: string; readonly en: string };
  readonly basis: LegalBasis;
  readonly retention: Retention;
};

const field = (
  dataClass: PersonalField["class"],
  zh: string,
  en: string,
  basis: LegalBasis = "LEGAL_DUTY",
  retention: Retention = "MEMBERSHIP",
): PersonalField => ({ class: dataClass, purpose: { zh, en }, basis, retention });

const whose = field("D3", "标明所属人员", "Says whom the row is about");
const fromWhen = field("D3", "确定某日的情况", "Tells how things stood on a day");
const untilWhen = field("D3", "确定某日的情况", "Tells how things stood on a day");
const heldBy = field("D3", "标明所在组织", "Says in which organisation");
const kept = (zh: string, en: string) => field("D4", zh, en, "LEGAL_DUTY", "PERMANENT");

/**
 * Every column about a person, by table: its class, what it is for, what it rests on and how long it is kept (PRV-01,
 * PRV-02, PRV-06). A column that isn't registered is not collected.
 */
export const personalFields: Readonly<Record<string, Readonly<Record<string, PersonalField>>>> = {
  person: {
    name: field("D3", "识别人员", "Tells people apart"),
    exempt_from_attendance: field("D3", "到会率剔除老弱病残党员", "Takes those who can't come out of the rate"),
    number: field("D3", "与人员系统对应", "Matches the staff system", "HR_NECESSARY"),
    sex: field("D3", "党员统计", "Statistics of members"),
    born_on: field("D3", "核对入党年龄", "Checks the age of an applicant"),
    joined_on: field("D3", "核对入党日期", "Checks the day of joining", "LEGAL_DUTY", "PERMANENT"),
    standing_from: field("D3", "计算党龄", "Counts the Party standing", "LEGAL_DUTY", "PERMANENT"),
    file_kept: field("D3", "查明有无档案", "Finds members without a file"),
  },
  name_word: {
    word: field("D3", "按姓名、拼音或首字母查找人员", "Finds people by name, pinyin or initials"),
    name: field("D3", "按姓名、拼音或首字母查找人员", "Finds people by name, pinyin or initials"),
  },
  person_private: {
    person_id: whose,
    identity_number: field("D4", "排除重复登记", "Keeps anybody from being entered twice"),
    identity_index: field("D4", "不读取号码即可查重", "Finds duplicates without reading the number"),
    phone: field("D4", "联系本人", "Reaches the person", "HR_NECESSARY"),
  },
  employment: {
    person_id: whose,
    unit_id: field("D3", "应建必建和一岗双责", "Finds missing branches and double duties", "HR_NECESSARY"),
    position: field("D3", "一岗双责", "Shows double duties", "HR_NECESSARY"),
    leads_unit: field("D3", "一岗双责", "Shows double duties", "HR_NECESSARY"),
    valid_from: fromWhen,
    valid_to: untilWhen,
  },
  membership: {
    person_id: whose,
    organization_id: heldBy,
    group_id: field("D3", "编入党小组", "Places the member in a group"),
    state: field("D3", "确定应到会和表决权", "Decides who is expected and who votes", "LEGAL_DUTY", "PERMANENT"),
    valid_from: fromWhen,
    valid_to: untilWhen,
  },
  appointment: {
    person_id: whose,
    organization_id: heldBy,
    post: field("D3", "明确职责", "Says who answers for what"),
    full_time: field("D3", "专职党务工作者统计", "Counts full-time Party workers"),
    valid_from: fromWhen,
    valid_to: untilWhen,
  },
  member_act: {
    person_id: whose,
    organization_id: heldBy,
    from_state: kept("党籍变动依据", "Ground of a change of state"),
    to_state: kept("党籍变动依据", "Ground of a change of state"),
    rule_id: kept("党籍变动依据", "Ground of a change of state"),
    effective_on: kept("党籍变动依据", "Ground of a change of state"),
    decided_by: kept("党籍变动依据", "Ground of a change of state"),
    papers: kept("党籍变动依据", "Ground of a change of state"),
    reason: kept("组织处置依据，仅纪检和组织权限可见", "Ground of a disposition, for those whom MEM-12 names"),
    details: kept("核对党籍变动的期限和条件", "Checks the times and conditions of a change of state"),
  },
  member_tag: {
    person_id: whose,
    tag: field(
      "D4",
      "流动党员管理和免于硬性要求",
      "Looks after floating members; asks no activities of the old and ill",
    ),
    valid_from: fromWhen,
    valid_to: untilWhen,
    place: field("D3", "与流动党员保持联系", "Keeps in touch with floating members"),
    one_place: field("D3", "判断是否应转组织关系", "Tells whether the membership has to be transferred"),
    last_contact_on: field("D3", "核对定期联系", "Checks that somebody keeps in touch"),
  },
  voter_exclusion: {
    person_id: whose,
    organization_id: heldBy,
    ground: field("D4", "核定应到会人数", "Tells who ought to vote"),
    approved_by: field("D3", "查明上级已经同意", "Shows that the superior agreed"),
    approved_on: field("D3", "查明上级已经同意", "Shows that the superior agreed"),
    resolved_on: field("D3", "查明党员大会已经通过", "Shows that the meeting resolved it"),
    valid_from: fromWhen,
    valid_to: untilWhen,
  },
  voting_impediment: {
    person_id: field("D4", "核定表决权", "Tells who has a vote"),
    kind: field("D4", "核定表决权", "Tells who has a vote"),
    valid_from: field("D4", "核定表决权", "Tells who has a vote"),
    valid_to: field("D4", "核定表决权", "Tells who has a vote"),
  },
  person_transfer: {
    person_id: whose,
    from_organization_id: heldBy,
    to_organization_id: heldBy,
    outside_name: heldBy,
    letter_number: field("D3", "核对介绍信", "Checks the letter"),
    issued_on: field("D3", "计算介绍信有效期", "Counts how long the letter holds"),
    valid_days: field("D3", "计算介绍信有效期", "Counts how long the letter holds"),
    state: field("D3", "确定由谁管理党员", "Says who answers for the member"),
    settled_on: field("D3", "确定由谁管理党员", "Says who answers for the member"),
    reason: field("D3", "说明退回理由", "Says why it was returned"),
  },
  development_step: {
    person_id: whose,
    organization_id: heldBy,
    step: kept("发展党员工作", "Development of members"),
    done_on: kept("核对发展党员时限", "Checks the times of development"),
    rule_set: kept("按当日规则核对", "Checks by the rules of the day"),
    details: kept("发展党员工作", "Development of members"),
    exemption: kept("说明未经步骤的理由", "Says why a step was left out"),
    withdrawn: kept("说明撤回理由", "Says why an entry was taken back"),
    replaced_by: kept("重新办理的步骤以后一次为准", "Says which entry of a repeated step counts"),
  },
  development_act: {
    person_id: whose,
    organization_id: heldBy,
    kind: kept("发展党员工作", "Development of members"),
    done_on: kept("核对发展党员时限", "Checks the times of development"),
    months: kept("核定预备期和讨论转正的期限", "Settles how long probation and its discussion take"),
    withdrawn: kept("说明撤回理由", "Says why an entry was taken back"),
    replaced_by: kept("重新申请后从头计算", "Begins anew after a new application"),
  },
};

/** Columns that say nothing about a person: keys, and which account entered the row when. */
export const columnsAboutNobody: ReadonlySet<string> = new Set(["tenant_id", "id", "recorded_by", "recorded_at"]);
