import type { Post } from "@dutyloop/domain/organization/things.ts";
import { fillIn, type MessageValues } from "./fill-in.ts";
import { findingEn } from "./findings-en.ts";
import { type FindingCode, findingZh } from "./findings-zh.ts";
import { organizationEn } from "./organization-en.ts";
import { organizationZh } from "./organization-zh.ts";

/**
 * What a rule finds in the organisation, its posts, terms, members and their development, in one sentence. A code that is
 * a refusal at the moment of an act and a finding afterwards has one sentence for both.
 *
 * @throws Error for a code that no rule gives
 */
export function wordFinding(language: "zh" | "en", code: string, values: MessageValues): string {
  const sentence = sentenceOf(language, code);
  if (sentence === undefined) throw new Error(`No sentence for the finding ${code}`);
  const { post } = values;
  const words = typeof post === "string" ? { ...values, post: postWords[language][post as Post] ?? post } : values;
  return fillIn(sentence, words);
}

function sentenceOf(language: "zh" | "en", code: string): string | undefined {
  const [own, refusals] = language === "zh" ? [findingZh, organizationZh] : [findingEn, organizationEn];
  return own[code as FindingCode] ?? refusals[code as keyof typeof organizationZh];
}

const postWords: Record<"zh" | "en", Record<Post, string>> = {
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
    GROUP_LEADER: "leader of the Party group",
  },
};
