import type { VotingImpediment } from "./organization-rules.ts";

/** Why somebody may be left out of those who ought to vote (VOTE-08). */
export const exclusionGrounds = [
  "MENTAL", // 患有精神病等疾病，不能表达本人意志
  "ABROAD_6M", // 自费出国半年以上
  "PROBATION_OR_JAIL", // 留党察看期间或正在服刑
  "BEDRIDDEN", // 年老体弱卧床不起、长期生病生活不能自理
  "AWAY_6M", // 调动、下派、外出半年以上，应转未转组织关系
  "RETIRED_ELSEWHERE", // 回原籍长期居住的离退休党员，未转出组织关系
] as const;
export type ExclusionGround = (typeof exclusionGrounds)[number];

/** Grounds that would tell of a disposition: shown to whom dispositions are shown. */
export const groundsOfDispositions: readonly ExclusionGround[] = ["PROBATION_OR_JAIL"];

export const votingImpediments = [
  "ON_PARTY_PROBATION_DISCIPLINE",
  "DETAINED",
] as const satisfies readonly VotingImpediment[];
