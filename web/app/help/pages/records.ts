import type { PageHelp } from "./help-type.ts";

/** 履责. */
export const recordsHelp: Readonly<Record<string, PageHelp>> = {
  "/records": {
    chapter: "guide/secretary",
    zh: [
      "纪实：所选组织记过的会议和活动，按日期排列。",
      "先按类型或月份筛选，再点一条看到会、表决、纪要和佐证。",
      "记错了的打开后“更正”并写明理由，旧版本保留；还没发出的草稿在“草稿”里。",
    ],
    en: [
      "The records of the organisation in view, by day.",
      "Filter by kind or month, then open one for attendance, votes, minutes and evidence.",
      "A mistake is mended by a correction with a reason, and the old version stays; what isn't submitted yet is among the drafts.",
    ],
  },
  "/records/drafts": {
    chapter: "guide/secretary#草稿和断网",
    zh: [
      "草稿：写到一半的纪实，本机和服务器上各有一份，换设备也能接着写。",
      "点开接着写；支委写好的可以“交书记审签”，书记可以改了提交，也可以写明原因退回。",
      "两处写得不一样时两份都在，由您逐项选择。",
    ],
    en: [
      "Drafts: records that aren't finished, kept on this device and on the server, so that you can go on elsewhere.",
      "Open one to go on. A committee member hands his over; the secretary changes and submits it, or returns it with a reason.",
      "Where two devices differ, both versions stay and you choose part by part.",
    ],
  },
  "/records/samples": {
    chapter: "guide/inspector#抽查",
    zh: [
      "抽查：按比例随机抽取纪实来核查。",
      "先选期间和比例（一般一成），系统按抽取种子抽取；种子留在结果上，任何人可以照着再抽一遍。",
      "不能抽查自己录入的或本人所在组织的纪实。",
    ],
    en: [
      "Samples: records drawn at random to be looked at.",
      "Choose a period and a share (a tenth as a rule); the seed of the draw stays with it, so that anybody can draw the same again.",
      "Nobody checks what he entered himself or what his own organisation did.",
    ],
  },
  "/records/samples/$sampleId": {
    chapter: "guide/inspector#抽查",
    zh: [
      "一次抽查：抽到的纪实和每条的结论。",
      "逐条打开对照标准和佐证，再选通过、退回更正或撤销；后两种写明原因，支部会看到。",
      "撤销的不再计入，得分以红冲更正，旧账不动。",
    ],
    en: [
      "One sample: the records that were drawn, with the finding on each.",
      "Open each beside its standard and evidence, then accept, return or reverse it; the last two need a reason that the branch reads.",
      "What is reversed no longer counts: a storno corrects the score, the old entry stays.",
    ],
  },
  "/records/$recordId/parts/$organizationId": {
    chapter: "guide/secretary#几个支部一起开",
    zh: [
      "联合活动中本支部的部分：牵头支部已写好活动内容，这里只登记自己的人。",
      "先点“全员到会”，再点没有到会的人写明原因；列席的另加。写的内容随写随存本机，断网也能提交。",
      "提交后本支部的责任才算完成；填错了，由本支部书记在这条纪实里更正自己的部分。",
    ],
    en: [
      "Your branch's part of a joint event: the branch that leads has described it, here you mark your own people only.",
      "Mark all as present first, then those who were away with the reason; add who sat in. It is kept on this device, and can be submitted without a line.",
      "Your branch's duty is met only once it is submitted; a mistake is corrected by your secretary from the record.",
    ],
  },
  "/records/absences": {
    chapter: "guide/secretary#提交之后",
    zh: [
      "缺席与补课：谁因为什么没有到会，补过课没有。",
      "先看还没补课的；点“登记补课”，照实写日期和内容。",
      "一般三十天内补课，超过的写明原因。请假和缺席都不算实到。",
    ],
    en: [
      "Who was away and why, and whether he made up for it.",
      "Look at those who haven't; enter the day and what was made up, as it was.",
      "A make-up comes within thirty days as a rule, later with a reason. Neither leave nor absence counts as present.",
    ],
  },
  "/records/$recordId": {
    chapter: "guide/secretary#提交之后",
    zh: [
      "一条纪实：满足了哪几项责任、到会情况、表决、纪要和佐证，以及每个版本。",
      "先看最上面“满足了什么、还缺什么”。",
      "有误就“更正”并写明理由，得分随之重算；已关账的月份列为以前期间调整。",
    ],
    en: [
      "One record: which duties it satisfied, who was there, votes, minutes, evidence, and every version.",
      "Look at the top first: what it satisfied and what is missing.",
      "Mend a mistake by a correction with its reason; scores follow, and in a closed month it becomes an adjustment.",
    ],
  },
  "/records/$recordId/correct": {
    chapter: "guide/secretary#提交之后",
    zh: [
      "更正纪实：改哪里就改哪里，其余照旧。",
      "先写理由，再改内容；提交后成为新的一版，旧版本仍可查看。",
      "得分随之重算。已关账的月份不改已公布的得分，列为以前期间调整。",
    ],
    en: [
      "A correction: change what was wrong and leave the rest.",
      "Give the reason and change the contents; submitted, it is the next version, and the earlier ones stay readable.",
      "Scores follow. In a closed month the published score stays, and the difference is an adjustment.",
    ],
  },
  "/record/$templateCode": {
    chapter: "guide/secretary",
    zh: [
      "记一次纪实：能填的系统已经填好，改不对的就行。",
      "先点“全员到会”，再点没有到会的人；要表决的填票数，然后写纪要、传照片（可以不传）。",
      "右侧（手机在下方）实时显示离标准还差什么；写的内容随写随存，断网也能提交。",
      "几个支部一起开的，在“其他支部”里加上，一次录入各自都算。",
    ],
    en: [
      "Recording a meeting: what the system knows is filled in; change what isn't right.",
      "Tap “all present” first, then those who were away; enter the votes, then the minutes, and photographs if you like.",
      "Beside the form (below it on a phone) stands what is missing. What you type is kept at once, and can be submitted without a line.",
      "If several branches met together, add them as further hosts: one record counts for each.",
    ],
  },
  "/quarantine": {
    chapter: "guide/officer#涉密隔离",
    zh: [
      "涉密隔离：上传时发现带有“秘密”“机密”“绝密”字样的文件，单独封存在这里。",
      "先按页面上的误传处置办理：报告保密部门，核实后登记结果，再清除。",
      "内容在这里看不到也下载不了；每一步都留在审计里。",
    ],
    en: [
      "Quarantine: files that carried a marking of secrecy when they were sent are kept apart here.",
      "Follow the procedure on the page: report them, have them looked at, enter what came of it, then erase them.",
      "Their contents can be neither read nor downloaded here; every step is in the audit.",
    ],
  },
};
