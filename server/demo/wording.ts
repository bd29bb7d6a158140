import type { Month } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Chance } from "./chance.ts";

type Words = { readonly titles: readonly string[]; readonly did: readonly string[] };

/** What occupies a power supply company in each month of the year. */
const seasons: readonly string[] = [
  "春节保供电",
  "节后复工安全",
  "春季志愿服务",
  "春季检修",
  "岗位技能练兵",
  "安全生产月",
  "迎峰度夏",
  "防汛保供电",
  "质量提升",
  "秋季检修",
  "冬季防火",
  "年末收官",
];

const words: Record<string, Words> = {
  theme_day: {
    titles: [
      "党员先锋助力{季}",
      "{季}主题实践活动",
      "学条例、强作风、促{季}",
      "党员领题攻关推进{季}",
      "{季}一线党员责任区行动",
    ],
    did: [
      "集中学习党章有关章节和上级通知要求",
      "党员结合岗位对照检查存在的问题",
      "到现场开展隐患排查，形成问题清单{数}项",
      "讨论党员责任区划分并逐一明确到人",
      "开展工器具双人复核和安全交底",
    ],
  },
  committee_meeting: {
    titles: ["研究{季}期间党建与业务工作", "研究本月重点任务分工", "研究党员责任区建设事项", "研究支部月度工作计划"],
    did: [
      "传达上级会议精神并结合本部门实际研究落实措施",
      "逐项研究本月重点任务，明确责任人和完成时限",
      "分析党员思想动态，研究谈心谈话安排",
      "研究党建与{季}工作融合的{数}项举措",
    ],
  },
  group_meeting: {
    titles: ["结合班组安全日学习讨论", "{季}班组安全分析", "党小组集中学习", "讨论党员岗位承诺落实情况"],
    did: [
      "集中学习应知应会内容",
      "结合班组近期工作开展安全分析",
      "党员逐一汇报岗位承诺落实情况",
      "讨论班组难题{数}项并认领",
    ],
  },
  general_meeting: {
    titles: [
      "听取和审查支委会季度工作报告",
      "讨论支部工作计划和重要事项",
      "讨论发展党员有关事项",
      "通报季度工作并部署{季}任务",
    ],
    did: [
      "听取支委会工作报告并进行审议",
      "通报党费收缴和党员教育情况",
      "讨论支部下一阶段重点工作",
      "对有关事项进行充分讨论后表决",
    ],
  },
  party_lecture: {
    titles: [
      "学党章、守纪律、担使命",
      "做安全生产的明白人",
      "把初心写在电网一线",
      "从身边案例看作风建设",
      "优质服务中的党员责任",
    ],
    did: [
      "讲课人结合身边案例讲解理论要点",
      "围绕课题与党员互动交流",
      "结合{季}工作提出{数}点要求",
      "党员代表谈学习体会",
    ],
  },
};

const endings = [
  "会后逐项跟踪落实。",
  "要求党员带头执行，下次会议通报进展。",
  "明确了责任人和完成时间。",
  "与会党员一致认为收获较大。",
  "形成清单并纳入月度督办。",
];
const scant = ["已开会学习。", "按计划开展。", "学习文件。", "完成。"];

export function titleOf(chance: Chance, templateCode: string, month: Month): string {
  return filled(chance, chance.pick(wordsOf(templateCode).titles), month);
}

export function minutesOf(chance: Chance, templateCode: string, month: Month, short: boolean): string {
  if (short) return chance.pick(scant);
  const did = chance.shuffled(wordsOf(templateCode).did).slice(0, chance.whole(2, 3));
  return `${did.map((part) => filled(chance, part, month)).join("；")}。${chance.pick(endings)}`;
}

const resolutionTitles = [
  "通过支部下阶段工作计划",
  "同意提名一名支部委员候选人",
  "同意确定一名入党积极分子",
  "通过党员责任区调整方案",
  "通过年度评优推荐名单",
  "同意支委会工作报告",
];

export function resolutionTitle(chance: Chance): string {
  return chance.pick(resolutionTitles);
}

const reasons = {
  shifts: ["值班", "抢修", "倒班休息", "值班", "抢修", "休假", "培训"],
  usual: ["出差", "休假", "病假", "培训", "出差", "外出办事", "值班"],
} as const;

export function absenceReason(chance: Chance, kind: keyof typeof reasons): string {
  return chance.pick(reasons[kind]);
}

export const places = [
  "三楼党员活动室",
  "二楼会议室",
  "班组学习室",
  "一楼多功能厅",
  "部门会议室",
  "值班楼学习室",
] as const;
export const placesOutside = ["生产现场", "社区服务点", "变电站现场", "党员责任区"] as const;

function wordsOf(templateCode: string): Words {
  const found = words[templateCode];
  if (!found) throw new Error(`The demo has no words for ${templateCode}`);
  return found;
}

function filled(chance: Chance, text: string, month: Month): string {
  const season = seasons[Number(month.slice(5)) - 1] as string;
  return text.replaceAll("{季}", season).replaceAll("{数}", String(chance.whole(2, 6)));
}
