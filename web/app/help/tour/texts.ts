import { defineTexts } from "../../language/texts.ts";

export const tourTexts = defineTexts({
  zh: {
    askTitle: "不知道怎么办，点“？”",
    askText: "每一页的标题旁都有。它说明这一页做什么、先做什么，并带您到使用说明的相应章节。",
    todoTitle: "今天该做什么",
    todoText: "最急的在最上面。点卡片上的“记一次…”，能填的系统已经填好；先点“全员到会”，再点没有到会的人。",
    recordsTitle: "记过的都在这里",
    recordsText: "纪实、草稿、缺席与补课。记错了打开那一条更正，写明理由，旧版本保留。",
    planTitle: "从计划开始",
    planText: "在“年度计划”里写明要求谁、做什么、多久一次；先预览，再下达，全年的责任事项一次生成。",
    closeTitle: "每个月在这里收口",
    closeText: "先认定待补报，再公示五个工作日，答复申诉，领导发布，然后关账。",
    ringTitle: "先看环，再看最弱的五个",
    ringText: "环的每一段是这个月的健康程度。点任何一个数字，都能看到由什么组成。",
    boardTitle: "榜由您发布",
    boardText: "试算随时会变；公示期满、申诉已答复，由您点“发布榜单”，此后不再改变。点得分看说明书。",
    branchTitle: "本支部的事在这里",
    branchText: "看支部要做什么、做了什么、得分从哪里来。系统不给个人打分，也不排名。",
    meTitle: "我的账号",
    meText: "换语言、深色、长辈版大字，改密码，退出全部设备。",
    adminTitle: "您的页面",
    adminText: "系统管理员开通账号，安全管理员授予角色，审计管理员校验审计链。每人只看到自己的。",
    threeTitle: "三员互不兼任",
    threeText: "三名管理员都看不到业务数据，也不能同时有业务角色；最后一名同类管理员不能停用。",
  },
  en: {
    askTitle: "If you don't know, press “?”",
    askText:
      "It stands beside the title of every page, says what the page is for and what to do first, and leads to its chapter.",
    todoTitle: "What is to do today",
    todoText:
      "The most urgent is on top. The button on a card begins the record, filled in as far as is known; tap “all present”, then those who were away.",
    recordsTitle: "What was recorded",
    recordsText:
      "Records, drafts, absences and make-ups. To mend one open it, correct it and give the reason; the old version stays.",
    planTitle: "Begin with the plan",
    planText:
      "The year's plan says what is asked of whom, how often. Preview it, then issue it: the duties of the year are made at once.",
    closeTitle: "Where a month ends",
    closeText:
      "Settle what is pending, five workdays of publicity, answers to disputes, publication by the leader, then the close.",
    ringTitle: "The ring, then the five weakest",
    ringText: "Each arc is how healthy this month was. Press any number to see what it is made of.",
    boardTitle: "You publish the board",
    boardText:
      "A trial changes; once the publicity is over and disputes are answered you publish it, and it never changes. Press a score for its report.",
    branchTitle: "Your branch",
    branchText: "What it has to do, what it did, and where its scores come from. No person is scored or ranked.",
    meTitle: "Your account",
    meText: "Language, dark and large editions, your password, and signing out everywhere.",
    adminTitle: "Your pages",
    adminText:
      "The system administrator opens accounts, the security administrator grants roles, the audit administrator verifies the chain.",
    threeTitle: "Three people",
    threeText:
      "None of the three sees business data or holds a business role, and the last one of a kind can't be disabled.",
  },
});

export type TourTextKey = keyof (typeof tourTexts)["zh"];
