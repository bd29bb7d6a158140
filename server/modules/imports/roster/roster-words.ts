import type { MemberState, OrganizationKind, Post } from "@dutyloop/domain/organization/things.ts";

/** What the choices are called in the sheets; a kind, state or post that is added must be named here. */
const kinds: Record<OrganizationKind, string> = {
  PARTY_GROUP: "党组",
  COMMITTEE: "党委",
  OFFICE_COMMITTEE: "机关党委",
  DISCIPLINE_COMMITTEE: "纪委",
  GENERAL_BRANCH: "党总支",
  BRANCH: "党支部",
  PROJECT_BRANCH: "项目党支部",
  TEMP_BRANCH: "临时党支部",
  JOINT_BRANCH: "联合党支部",
  GROUP: "党小组",
  LEADING_GROUP: "领导小组",
};
/** Who has left the Party is on no roster. */
type OnRoster = Exclude<MemberState, "REMOVED" | "EXPELLED" | "CANCELLED" | "TRANSFERRED_OUT" | "DECEASED">;
const states: Record<OnRoster, string> = {
  APPLICANT: "入党申请人",
  ACTIVIST: "入党积极分子",
  CANDIDATE: "发展对象",
  PROBATIONARY: "预备党员",
  FULL: "正式党员",
  SUSPENDED: "停止党籍",
  CORRECTING: "限期改正",
};
const posts: Record<Post, string> = {
  SECRETARY: "书记",
  DEPUTY_SECRETARY: "副书记",
  ORGANIZATION_MEMBER: "组织委员",
  PUBLICITY_MEMBER: "宣传委员",
  DISCIPLINE_MEMBER: "纪检委员",
  YOUTH_MEMBER: "青年委员",
  COMMITTEE_MEMBER: "委员",
  GROUP_LEADER: "党小组组长",
};

export const kindChoices = choicesOf(kinds);
export const stateChoices = choicesOf(states);
export const postChoices = choicesOf(posts);
export const sexChoices = choicesOf({ M: "男", F: "女" });
export const yesOrNo = choicesOf({ true: "是", false: "否" });

function choicesOf(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(words).map(([value, word]) => [word, value]));
}
