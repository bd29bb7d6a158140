import { kindWords, postWords } from "@dutyloop/contract/messages/organization-words.ts";
import type { MemberState, Restriction } from "@dutyloop/domain/organization/things.ts";
import type { UnitKind } from "@dutyloop/domain/organization/unit-things.ts";

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

const unitKinds: Record<UnitKind, string> = {
  COMPANY: "公司",
  CITY: "地市单位",
  COUNTY: "县级单位",
  DEPARTMENT: "部门",
  PROJECT: "项目部",
  TEAM: "班组",
};
const restrictions: Record<Restriction, string> = { OVERSEAS: "境外", SECRET: "涉密" };

export const unitKindChoices = choicesOf(unitKinds);
export const restrictionChoices = choicesOf(restrictions);
export const kindChoices = choicesOf(kindWords.zh);
export const stateChoices = choicesOf(states);
export const postChoices = choicesOf(postWords.zh);
export const sexChoices = choicesOf({ M: "男", F: "女" });
export const yesOrNo = choicesOf({ true: "是", false: "否" });

function choicesOf(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(words).map(([value, word]) => [word, value]));
}
