import type { ShownState } from "@dutyloop/domain/organization/member-things.ts";
import type { Language } from "./score-names.ts";

/** What states of members are called on pages and in workbooks. */
export const memberStateWords: Record<Language, Record<ShownState, string>> = {
  zh: {
    APPLICANT: "申请人",
    ACTIVIST: "积极分子",
    CANDIDATE: "发展对象",
    PROBATIONARY: "预备党员",
    FULL: "正式党员",
    SUSPENDED: "停止党籍",
    CORRECTING: "限期改正",
    REMOVED: "已出党",
    EXPELLED: "开除党籍",
    CANCELLED: "取消预备资格",
    TRANSFERRED_OUT: "已转出",
    DECEASED: "已去世",
    LEFT: "不再在册",
  },
  en: {
    APPLICANT: "applicant",
    ACTIVIST: "activist",
    CANDIDATE: "candidate",
    PROBATIONARY: "probationary member",
    FULL: "full member",
    SUSPENDED: "suspended",
    CORRECTING: "to correct within a term",
    REMOVED: "left the Party",
    EXPELLED: "expelled",
    CANCELLED: "probation cancelled",
    TRANSFERRED_OUT: "transferred out",
    DECEASED: "deceased",
    LEFT: "no longer here",
  },
};
