import type { OrganizationKind, Post } from "@dutyloop/domain/organization/things.ts";
import type { Language } from "./score-names.ts";

/** What kinds of organisation are called on pages and in workbooks. */
export const kindWords: Record<Language, Record<OrganizationKind, string>> = {
  zh: {
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
  },
  en: {
    PARTY_GROUP: "Leading Party group",
    COMMITTEE: "Party committee",
    OFFICE_COMMITTEE: "Office committee",
    DISCIPLINE_COMMITTEE: "Discipline committee",
    GENERAL_BRANCH: "General branch",
    BRANCH: "Branch",
    PROJECT_BRANCH: "Project branch",
    TEMP_BRANCH: "Temporary branch",
    JOINT_BRANCH: "Joint branch",
    GROUP: "Party group",
    LEADING_GROUP: "Steering group",
  },
};

/** What posts are called on pages, in workbooks and in what rules find. */
export const postWords: Record<Language, Record<Post, string>> = {
  zh: {
    SECRETARY: "书记",
    DEPUTY_SECRETARY: "副书记",
    ORGANIZATION_MEMBER: "组织委员",
    PUBLICITY_MEMBER: "宣传委员",
    DISCIPLINE_MEMBER: "纪检委员",
    YOUTH_MEMBER: "青年委员",
    COMMITTEE_MEMBER: "委员",
    GROUP_LEADER: "党小组组长",
  },
  en: {
    SECRETARY: "secretary",
    DEPUTY_SECRETARY: "deputy secretary",
    ORGANIZATION_MEMBER: "member for organisation",
    PUBLICITY_MEMBER: "member for publicity",
    DISCIPLINE_MEMBER: "member for discipline",
    YOUTH_MEMBER: "member for youth",
    COMMITTEE_MEMBER: "committee member",
    GROUP_LEADER: "group leader",
  },
};
