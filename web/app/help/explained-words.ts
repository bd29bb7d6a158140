/** A word that pages explain. Written from docs/glossary.md by `node bin/run.mjs tools/write-words.ts`. */
export type ExplainedWord = {
  readonly zh: string;
  readonly en: string;
  readonly zhMeaning: string;
  readonly enMeaning: string;
};

export const explainedWords: readonly ExplainedWord[] = [
  {
    zh: "责任事项",
    en: "duty",
    zhMeaning: "谁、在什么时候之前、要做成什么事。由年度计划或上级下达产生，每件都有来源、标准和截止日。",
    enMeaning:
      "Who owes what by when. It comes from the year's plan or from above, and has a source, a standard and a last day.",
  },
  {
    zh: "纪实",
    en: "record",
    zhMeaning: "一次会议或活动的记录：什么时候、谁到会、讲了什么、定了什么、有什么佐证。记一次，所有相关的责任都算。",
    enMeaning:
      "What was done at a meeting or event: when, who was there, what was decided, with which evidence. Recorded once, it counts for every duty it satisfies.",
  },
  {
    zh: "应到",
    en: "expected",
    zhMeaning: "当天按名册应该到会的人。年老、重病的党员可以不计入。",
    enMeaning: "Who ought to be there by the roster of that day. The old and seriously ill may be left out.",
  },
  {
    zh: "实到",
    en: "present",
    zhMeaning: "应到的人里实际到会的。请假和缺席都不算实到。",
    enMeaning: "Those expected who were there. Neither leave nor absence counts as present.",
  },
  {
    zh: "列席",
    en: "guest",
    zhMeaning: "参加会议但不在应到名单里的人，不计入到会率，也不参加表决。",
    enMeaning: "Somebody who sits in without being expected: counts in no rate and has no vote.",
  },
  {
    zh: "法定人数",
    en: "quorum",
    zhMeaning: "会议表决有效所需的最少到会人数，按会议类型的规则计算。",
    enMeaning: "How many must be there for a vote to be valid, by the rule of the meeting.",
  },
  {
    zh: "补录",
    en: "late entry",
    zhMeaning: "开展之后超过 7 天才录入的纪实。不影响是否按期，只作标记。",
    enMeaning:
      "A record entered more than seven days after the event. It is marked; whether the work was in time is another matter.",
  },
  {
    zh: "补课",
    en: "make-up",
    zhMeaning: "缺席的党员事后补上学习内容，一般在三十天内。",
    enMeaning: "What a member who was away learns afterwards, as a rule within thirty days.",
  },
  {
    zh: "更正",
    en: "correction",
    zhMeaning: "对已提交纪实的修改。旧版本保留，写明理由，得分随之重算。",
    enMeaning: "A change to a submitted record. The old version stays, a reason is given, scores follow.",
  },
  {
    zh: "抽查",
    en: "sample",
    zhMeaning: "上级按比例随机抽取纪实来核查。抽取种子公开，任何人都能照着再抽一遍。",
    enMeaning:
      "Records drawn at random by the level above and looked at. The seed is shown, so that anybody can draw them again.",
  },
  {
    zh: "年度计划",
    en: "year's plan",
    zhMeaning: "全年要求清单：做什么、谁做、多久一次。下达后自动生成责任事项。",
    enMeaning: "What is asked for in a year: what, of whom, how often. Issuing it makes the duties.",
  },
  {
    zh: "下达",
    en: "issue",
    zhMeaning: "让计划生效，一次生成全年的责任事项。重复下达只补缺，不会重复。",
    enMeaning: "Puts a plan into force and makes the duties of the year. Doing it twice makes nothing twice.",
  },
  {
    zh: "变更",
    en: "plan change",
    zhMeaning: "计划从某日起的修改：此前的和已完成的不动，不再要求的免除。",
    enMeaning: "A change of a plan from a day on. What is past or done stays; what is no longer asked for is waived.",
  },
  {
    zh: "免除",
    en: "waived",
    zhMeaning: "这件事不再要求，不算完成也不算逾期。",
    enMeaning: "No longer owed: neither done nor overdue.",
  },
  {
    zh: "延期",
    en: "more time",
    zhMeaning: "经上级批准推迟的截止日。",
    enMeaning: "A later last day, approved by the level above.",
  },
  {
    zh: "履责矩阵",
    en: "duty matrix",
    zhMeaning: "组织乘月份的一张表，每格写已开几次、应开几次。",
    enMeaning: "Organisations by months; each cell says how many were held of how many owed.",
  },
  {
    zh: "双重组织生活",
    en: "double organisational life",
    zhMeaning: "领导干部既参加所在支部、也参加领导班子的组织生活。",
    enMeaning: "Leaders take part in the life of their own branch as well as of the leading group.",
  },
  {
    zh: "对标",
    en: "benchmark",
    zhMeaning: "按标准逐条自查，由另一个人核验，没达到的写明期限。",
    enMeaning: "A self-check item by item, verified by somebody else; what isn't met gets a day.",
  },
  {
    zh: "模板",
    en: "template",
    zhMeaning: "一类工作的清单、流程、标准和频次。各级在允许的范围内调整。",
    enMeaning:
      "What a kind of work is, its steps, standard and frequency. Levels below adapt it within what is left open.",
  },
  {
    zh: "指标",
    en: "indicator",
    zhMeaning: "看哪些事实、怎样变成得分的一条规则。",
    enMeaning: "A rule that says which facts are looked at and how they become points.",
  },
  {
    zh: "考核方案",
    en: "scheme",
    zhMeaning: "由指标组成的考核树，每项有满分。",
    enMeaning: "A tree of indicators, each with full marks.",
  },
  {
    zh: "得分说明书",
    en: "score report",
    zhMeaning: "一个得分的全部依据：算式、事实、纪实、变化和还差什么。",
    enMeaning: "Everything behind a score: the arithmetic, the facts, the records, the changes and what is missing.",
  },
  {
    zh: "完整度",
    en: "coverage",
    zhMeaning: "满分中已经有数据可以打分的比例。不到八成的只列出，不排名。",
    enMeaning:
      "The share of the full marks for which there is something to score. Below four fifths an organisation is listed without a rank.",
  },
  {
    zh: "试算",
    en: "trial",
    zhMeaning: "还没有公示的得分和榜，随时会变，只有考核方能看全部。",
    enMeaning: "Scores and boards before publicity: they change, and only those who assess see all of them.",
  },
  {
    zh: "公示",
    en: "publicity",
    zhMeaning: "关账前公开得分的五个工作日，可以申诉。",
    enMeaning: "Five workdays in which scores are open to those on the board, and may be disputed.",
  },
  {
    zh: "发布",
    en: "publication",
    zhMeaning: "由领导确认榜单。发布后名称、名次、总分和等次不再改变。",
    enMeaning: "The leader confirms the board. Name, rank, total and grade then never change.",
  },
  {
    zh: "关账",
    en: "close",
    zhMeaning: "一个考核期结束，得分和组织结构定格。以后到的数据另列为调整。",
    enMeaning: "The end of a period: scores and structure are frozen. What comes later stands beside as an adjustment.",
  },
  {
    zh: "重开",
    en: "reopening",
    zhMeaning: "写明理由后让已关闭的期间成为下一版重新办理，旧版仍可查看。",
    enMeaning: "A closed period begins its next version, with a reason; the earlier one stays readable.",
  },
  {
    zh: "以前期间调整",
    en: "adjustment",
    zhMeaning: "关账后才到的事实带来的差额。不改已发布的榜，计入季度、年度平均。",
    enMeaning:
      "What facts after the close change. It leaves the published board alone and enters the means of longer periods.",
  },
  {
    zh: "待补报",
    en: "pending",
    zhMeaning: "应该有而还没有报来的数据。关账前要补报，或写明理由认定。",
    enMeaning: "Data that is expected and not there. Before the close it is delivered or settled with a reason.",
  },
  {
    zh: "零报告",
    en: "nil return",
    zhMeaning: "报告“本月没有发生”。没有零报告就是待补报，不按满分算。",
    enMeaning: "The statement that nothing happened. Without it the figure is pending, not full marks.",
  },
  {
    zh: "一票否决",
    en: "veto",
    zhMeaning: "触发后限制等次的情形，须有人确认才生效。",
    enMeaning: "What limits the grade once it happened and a person confirmed it.",
  },
  {
    zh: "等次",
    en: "grade",
    zhMeaning: "按总分给出建议、由人确定的档次。",
    enMeaning: "Suggested by the total, decided by a person.",
  },
  {
    zh: "申诉",
    en: "dispute",
    zhMeaning: "对某一项得分提出异议，由别人用同一批数据重算后答复。",
    enMeaning: "An objection to a line of a score, answered by somebody else who scores the same data again.",
  },
  {
    zh: "红冲",
    en: "storno",
    zhMeaning: "用一条相反的记录冲销错误的记录，旧账保留。",
    enMeaning: "A wrong entry is reversed by an opposite one; the old entry stays.",
  },
  {
    zh: "回执",
    en: "receipt",
    zhMeaning: "一次数据报送的结果：谁报了什么、计入几条、几处是零报告。",
    enMeaning: "What a delivery came to: who delivered what, how many entries, how many nil returns.",
  },
  {
    zh: "名册",
    en: "roster",
    zhMeaning: "组织、单位、人员和任职的工作簿，整体导入，有一处错就一条都不写。",
    enMeaning: "A workbook of organisations, units, people and posts, taken in as a whole or not at all.",
  },
  {
    zh: "换届",
    en: "election",
    zhMeaning: "任期届满时的选举。提前六个月开始提醒，逾期报上级。",
    enMeaning:
      "The election at the end of a term. Reminders begin six months before; overdue ones go to the level above.",
  },
  {
    zh: "应建必建",
    en: "to be set up",
    zhMeaning: "按规定应当成立党组织而还没有的单位。",
    enMeaning: "Units that ought to have an organisation of the Party by the rules, and have none.",
  },
  {
    zh: "组织调整",
    en: "re-organisation",
    zhMeaning: "撤销、合并、拆分、移动等一批改动，先看影响，再作为一件事执行，可以撤回。",
    enMeaning: "Many changes of the tree as one act: effects first, then done, and it can be taken back.",
  },
  {
    zh: "组织关系",
    en: "membership",
    zhMeaning: "党员编在哪个党支部，从哪天到哪天。",
    enMeaning: "In which branch a member is, from which day to which.",
  },
  {
    zh: "组织处置",
    en: "disposition",
    zhMeaning: "限期改正、劝退、除名等处置，只有纪检和组织权限能看到。",
    enMeaning: "Correction, removal and the like; seen only by those with the right to it.",
  },
  {
    zh: "涉密隔离",
    en: "quarantine",
    zhMeaning: "带有密级标志的文件单独封存，等待按误传处置办理。",
    enMeaning: "Files that carry a marking of secrecy are kept apart until they are dealt with.",
  },
  {
    zh: "三员",
    en: "three administrators",
    zhMeaning: "系统、安全、审计三名管理员，互不兼任，都看不到业务数据。",
    enMeaning: "System, security and audit administrator: three people, none of whom sees business data.",
  },
  {
    zh: "审计链",
    en: "audit chain",
    zhMeaning: "所有改动记录按编号首尾相接，任何改动、删除都能查出来。",
    enMeaning: "All entries numbered and linked, so that a change or a gap is found.",
  },
  {
    zh: "访问令牌",
    en: "token",
    zhMeaning: "让程序代替本人调用接口的凭证，只显示一次，可随时吊销。",
    enMeaning: "Lets a program act for you. It is shown once and can be revoked at any time.",
  },
  {
    zh: "受限单位",
    en: "restricted unit",
    zhMeaning: "境外或涉密的单位：名称对无关人员显示为中性名称，不上榜。",
    enMeaning: "A unit overseas or secret: outsiders read a neutral name, and it is on no board.",
  },
];
