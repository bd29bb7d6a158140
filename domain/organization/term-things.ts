import type { OrganizationKind } from "./things.ts";

/** Months a committee serves, by kind (ORG-14); null where nothing is elected for a term. */
export const termMonths: Record<OrganizationKind, number | null> = {
  PARTY_GROUP: null,
  COMMITTEE: 60,
  OFFICE_COMMITTEE: 60,
  DISCIPLINE_COMMITTEE: 60,
  GENERAL_BRANCH: 36,
  BRANCH: 36,
  PROJECT_BRANCH: 36,
  TEMP_BRANCH: null,
  JOINT_BRANCH: 36,
  GROUP: null,
  LEADING_GROUP: null,
};

/** How a term stands on a day: `approaching` within the six months of 应换必换, `due` on its last day. */
export const termStates = ["in_term", "approaching", "due", "overdue"] as const;
export type TermState = (typeof termStates)[number];

/** The stages of a re-election in their order, and the papers without which each isn't reached (ORG-21). */
export const electionStages = [
  { stage: "DUE", materials: [] }, // 应换届
  { stage: "PREP", materials: [] }, // 研究准备
  { stage: "REQUESTED", materials: ["election_request"] }, // 换届请示
  { stage: "APPROVED", materials: ["election_reply"] }, // 上级批复
  { stage: "NOMINATING", materials: [] }, // 酝酿推荐候选人
  { stage: "CANDIDATES_APPROVED", materials: ["candidates_request", "candidates_reply"] }, // 候选人预备人选批复
  {
    stage: "ELECTED", // 党员大会选举
    materials: ["work_report", "election_method", "ballot", "tally_sheet", "meeting_minutes"],
  },
  { stage: "REPORTED", materials: ["result_report"] }, // 报告选举结果
  { stage: "CONFIRMED", materials: ["result_reply"] }, // 批复、备案
  { stage: "ARCHIVED", materials: [] }, // 归档
] as const;
export type ElectionStage = (typeof electionStages)[number]["stage"];
export type ElectionMaterial = (typeof electionStages)[number]["materials"][number];
