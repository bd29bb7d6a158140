import type { ExclusionGround, votingImpediments } from "@dutyloop/domain/organization/voter-things.ts";
import { defineTexts } from "../../app/language/texts.ts";

export const voterTexts = defineTexts({
  zh: {
    title: "应到和表决",
    counted: "计入应到会人数，有表决权",
    exclude: "不计入应到",
    excludeTitle: "{name}不计入应到会人数",
    ground: "原因",
    approvedBy: "同意的上级党组织",
    approvedOn: "上级同意日期",
    resolvedOn: "党员大会通过日期",
    validFrom: "自哪天起",
    excluded: "不计入应到会人数",
    decided: "{organization}于{approvedOn}同意，党员大会于{resolvedOn}通过",
    countAgain: "恢复计入",
    countAgainTitle: "{name}恢复计入应到会人数",
    lastDay: "不计入的最后一天",
    suspend: "停止表决权",
    suspendTitle: "{name}停止表决权",
    kind: "情形",
    restore: "恢复表决权",
    restoreTitle: "{name}恢复表决权",
    lastDayWithout: "停止的最后一天",
    withheld: "原因不对您显示",
  },
  en: {
    title: "Quorum and vote",
    counted: "Counted among those expected, with a vote",
    exclude: "Leave out of the quorum",
    excludeTitle: "Leave {name} out of the quorum",
    ground: "Ground",
    approvedBy: "Superior that agreed",
    approvedOn: "Agreed on",
    resolvedOn: "Resolved by the meeting on",
    validFrom: "From",
    excluded: "Not counted among those expected",
    decided: "{organization} agreed on {approvedOn}, the meeting resolved it on {resolvedOn}",
    countAgain: "Count again",
    countAgainTitle: "Count {name} again",
    lastDay: "Last day left out",
    suspend: "Suspend the vote",
    suspendTitle: "Suspend {name}'s vote",
    kind: "Why",
    restore: "Restore the vote",
    restoreTitle: "Restore {name}'s vote",
    lastDayWithout: "Last day without a vote",
    withheld: "The ground isn't shown to you",
  },
});

export const groundTexts = defineTexts<Record<ExclusionGround, string>>({
  zh: {
    MENTAL: "患有精神病等疾病，不能表达本人意志",
    ABROAD_6M: "自费出国半年以上",
    PROBATION_OR_JAIL: "留党察看期间或正在服刑",
    BEDRIDDEN: "年老体弱卧床不起或长期生病生活不能自理",
    AWAY_6M: "工作调动、下派、外出半年以上，应转未转组织关系",
    RETIRED_ELSEWHERE: "回原籍长期居住的离退休党员，未转出组织关系",
  },
  en: {
    MENTAL: "Illness keeps them from expressing their will",
    ABROAD_6M: "Abroad at own expense for over half a year",
    PROBATION_OR_JAIL: "On probation within the Party, or serving a sentence",
    BEDRIDDEN: "Bedridden, or ill for long and unable to look after themselves",
    AWAY_6M: "Away over half a year, their membership not transferred as it should be",
    RETIRED_ELSEWHERE: "Retired to their home place, their membership not transferred",
  },
});

export const impedimentTexts = defineTexts<Record<(typeof votingImpediments)[number], string>>({
  zh: {
    ON_PARTY_PROBATION_DISCIPLINE: "留党察看期间",
    DETAINED: "被留置、拘留或者逮捕期间",
  },
  en: {
    ON_PARTY_PROBATION_DISCIPLINE: "On probation within the Party",
    DETAINED: "Under detention or arrest",
  },
});
