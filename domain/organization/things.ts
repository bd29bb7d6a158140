import type { PlainDate } from "../kernel/plain-date.ts";

export const branchKinds = ["BRANCH", "PROJECT_BRANCH", "TEMP_BRANCH", "JOINT_BRANCH"] as const;
export type BranchKind = (typeof branchKinds)[number];

/** Kinds of Party organisation. */
export const organizationKinds = [
  "PARTY_GROUP", // 党组
  "COMMITTEE", // 党委
  "OFFICE_COMMITTEE", // 机关党委
  "DISCIPLINE_COMMITTEE", // 纪委
  "GENERAL_BRANCH", // 党总支
  ...branchKinds, // 党支部、项目党支部、临时党支部、联合党支部
  "GROUP", // 党小组
  "LEADING_GROUP", // 领导小组
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** True for the four kinds that hold 三会一课 as a branch. */
export function isBranchKind(kind: OrganizationKind): boolean {
  return (branchKinds as readonly OrganizationKind[]).includes(kind);
}

/** Those that hold 党委会, 中心组 and 民主生活会. */
export const committeeKinds = ["COMMITTEE", "PARTY_GROUP", "OFFICE_COMMITTEE"] as const satisfies OrganizationKind[];

export function isCommitteeKind(kind: OrganizationKind): boolean {
  return (committeeKinds as readonly OrganizationKind[]).includes(kind);
}

/** Why an organisation or a unit is restricted (PRV-22). */
export const restrictions = [
  "OVERSEAS", // 境外
  "SECRET", // 涉密
] as const;
export type Restriction = (typeof restrictions)[number];

/** Posts of the committee elected by a branch. */
export const committeePosts = [
  "SECRETARY", // 书记
  "DEPUTY_SECRETARY", // 副书记
  "ORGANIZATION_MEMBER", // 组织委员
  "PUBLICITY_MEMBER", // 宣传委员
  "DISCIPLINE_MEMBER", // 纪检委员
  "YOUTH_MEMBER", // 青年委员
  "COMMITTEE_MEMBER", // 委员
] as const;
export const posts = [...committeePosts, "GROUP_LEADER" /* 党小组组长 */] as const;
export type Post = (typeof posts)[number];

export function isCommitteePost(post: Post): boolean {
  return (committeePosts as readonly Post[]).includes(post);
}

/** States of a person on the way into, in and out of the Party. */
export const memberStates = [
  "APPLICANT", // 申请人
  "ACTIVIST", // 积极分子
  "CANDIDATE", // 发展对象
  "PROBATIONARY", // 预备党员
  "FULL", // 正式党员
  "SUSPENDED", // 停止党籍
  "CORRECTING", // 限期改正
  "REMOVED", // 除名、劝退、退党
  "EXPELLED", // 开除党籍
  "CANCELLED", // 取消预备资格
  "TRANSFERRED_OUT", // 转出
  "DECEASED", // 去世
] as const;
export type MemberState = (typeof memberStates)[number];

/** An organisation's place in time; `validTo` is its last day, null while it stands. */
export type OrganizationSpan = {
  readonly kind: OrganizationKind;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};

/** A member of a branch on a day, with what decides where he is expected and whether he votes. */
export type RosterEntry = {
  readonly personId: string;
  readonly memberState: MemberState;
  /** Left out of the attendance rate: old, disabled, seriously ill (MTG-19). */
  readonly exempt: boolean;
  /** Left out of the voters by approval and resolution (VOTE-08). */
  readonly leftOutOfVoters: boolean;
  /** VOTE-09: his vote is taken or suspended; known only where it is counted, and told to nobody by a roster. */
  readonly impeded?: boolean;
  readonly groupId: string | null;
  readonly committeeMember: boolean;
};
