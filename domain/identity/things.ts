/** The three administrators keep the system and see no business data (SEC-08). */
export const administratorRoles = ["system_administrator", "security_administrator", "audit_administrator"] as const;

/** Every role an account can be granted on an organisation. */
export const roles = [
  "party_committee_leader", // 党委领导
  "party_affairs_officer", // 党建部专责
  "general_branch_secretary", // 党总支书记
  "branch_secretary", // 党支部书记
  "branch_committee_member", // 支部委员
  "group_leader", // 党小组长
  "organizer", // 组织员
  "discipline_officer", // 纪检干部
  "supervisor", // 督导员
  "data_officer", // 业务数据员
  "party_member", // 党员
  "employee", // 职工
  ...administratorRoles, // 系统管理员、安全管理员、审计管理员
] as const;
export type Role = (typeof roles)[number];
export type AdministratorRole = (typeof administratorRoles)[number];

export function isAdministratorRole(role: Role): role is AdministratorRole {
  return (administratorRoles as readonly Role[]).includes(role);
}

/** Classes of data: D1 public, D2 internal, D3 personal, D4 sensitive personal. */
const dataClasses = ["D1", "D2", "D3", "D4"] as const;
export type DataClass = (typeof dataClasses)[number];

/** What can be granted, with the highest class of data the action shows. One's own account needs no grant. */
export const classOfAction = {
  "organization.read": "D1",
  "organization.manage": "D2",
  /** Merging, splitting, moving and revoking whole parts of the tree as one act. */
  "organization.reorganize": "D2",
  /** Workbooks of organisations and people, all or nothing. */
  "roster.import": "D4",
  "person.read": "D3",
  "person.manage": "D3",
  /** Identity number and telephone of one person, masked; in the clear with a purpose, audited. */
  "person.read_private": "D4",
  /** Dispositions of members: their grounds and papers (MEM-12). */
  "member.read_dispositions": "D4",
  /** Entering dispositions: correction, removal, expulsion. */
  "member.dispose": "D4",
  /** Who is on which of the 25 steps of 发展党员. */
  "development.read": "D4",
  "development.manage": "D4",
  "template.read": "D1",
  /** Publishing, moving on and adopting templates. */
  "template.manage": "D2",
  /** Scoring templates on their way to everybody. */
  "template.review": "D2",
  /** Looking at one's own organisation against its set, item by item. */
  "benchmark.check": "D2",
  /** Verifying that, and setting the target of a year. */
  "benchmark.verify": "D2",
  "plan.read": "D2",
  "plan.issue": "D2",
  "obligation.read": "D2",
  /** Steps of the work on a duty, and requests about it. */
  "obligation.work": "D2",
  /** Checking what was handed in, deciding requests, waiving. */
  "obligation.decide": "D2",
  /** Content and counts of a record, without names. */
  "record.read": "D2",
  /** Who was present, on leave or absent, by name. */
  "record.read_names": "D3",
  "record.submit": "D3",
  /** Handbooks and papers for inspections, with the names of who was there. */
  "record.export": "D3",
  /** Typing for the secretary, who signs. */
  "record.draft": "D3",
  "record.correct": "D3",
  /** Drawing submitted records, checking them, taking them back; never those of one's own branch. */
  "record.sample": "D3",
  "file.read": "D3",
  "file.upload": "D3",
  /** Files that were kept apart for their marking: who sent them, and how they were handled; never their content. */
  "file.quarantine": "D3",
  /** One organisation's score sheet. */
  "score.read": "D2",
  /** The ranked list of an organisation's children. */
  "board.read": "D2",
  "dashboard.read": "D2",
  /** Opening, closing and reopening periods; settling what is still pending. */
  "period.manage": "D2",
  "scheme.read": "D2",
  /** Writing, publishing and adopting indicators and schemes; naming judges. */
  "scheme.manage": "D2",
  /** Figures of business systems, with receipts. */
  "measure.import": "D2",
  "score.judge": "D2",
  /** 公示, grades and vetoes of a board that isn't published yet. */
  "board.prepare": "D2",
  "board.publish": "D2",
  "dispute.read": "D2",
  "dispute.raise": "D2",
  "dispute.answer": "D2",
  "account.read": "D3",
  "account.manage": "D3",
  /** Taking away another's second factor after its device was lost. */
  "account.secure": "D3",
  "grant.read": "D3",
  "grant.manage": "D3",
  "audit.read": "D3",
  "audit.verify": "D2",
  "system.read": "D2",
} as const satisfies Record<string, DataClass>;
export type Action = keyof typeof classOfAction;
export const actions = Object.keys(classOfAction) as readonly Action[];
