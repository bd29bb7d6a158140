import type { PageHelp } from "./help-type.ts";

/** 考责. */
export const assessmentHelp: Readonly<Record<string, PageHelp>> = {
  "/board": {
    chapter: "guide/leader",
    zh: [
      "榜：同一类别的组织并排，得分、名次、变化、走势和失分最多的一项。",
      "先看状态：试算随时会变，公示期内可以申诉，发布后不再改变。",
      "点任何一个得分打开得分说明书：每行一句算式，一直看到事实和纪实。",
      "完整度不到八成的只列出、不排名；同分并列。",
    ],
    en: [
      "The board: organisations of one class side by side, with score, rank, change, trend and weakest line.",
      "Look at its state first: a trial still changes, in publicity it may be disputed, once published it never changes.",
      "Any score opens its score report: one line of arithmetic each, down to facts and records.",
      "With a coverage below four fifths an organisation is listed without a rank; equal scores share one.",
    ],
  },
  "/board/periods": {
    chapter: "guide/officer#一个月怎样关账",
    zh: [
      "期间：每个月、季、半年和年现在走到哪一步。",
      "先处理待补报，再进入公示；五个工作日期满、申诉答复后由领导发布，然后关闭。",
      "关账之后才到的事实列为以前期间调整；确需改榜的写明理由“重开”。",
    ],
    en: [
      "Periods: how far each month, quarter, half-year and year has come.",
      "Settle what is pending first, then begin the publicity; after five workdays and answered disputes the leader publishes, then close.",
      "Facts that come after the close are an adjustment; if the board itself must change, reopen it with a reason.",
    ],
  },
  "/board/disputes": {
    chapter: "guide/officer#申诉",
    zh: [
      "申诉：对某一项得分的异议，只在公示期内提出。",
      "先打开没有答复的，看理由和被申诉的那一行，再“重算看前后”。",
      "成立的用红冲更正，不成立的写明答复；自己提出的由别人答复。",
    ],
    en: [
      "Disputes about a line of a score, raised during publicity.",
      "Open those without an answer, read the reason and the line, then score again to see before and after.",
      "What is upheld is corrected by a storno, what isn't gets an answer in words; nobody answers his own.",
    ],
  },
  "/board/schemes": {
    chapter: "guide/officer#方案",
    zh: [
      "考核方案：由指标组成的考核树，每项写明满分、依据、责任部门和没有数据时怎么办。",
      "先看正在采用的是哪一版、从什么时候起。",
      "想改就先试算：用过去的月份看谁的名次会变、为什么，再发布和采用。",
      "登录、点赞、在线时长和给个人排名写不进方案。",
    ],
    en: [
      "Schemes: trees of indicators, each with its full marks, source, who answers for it, and what holds without data.",
      "See first which version is in use, and since when.",
      "Before changing one, try it: past months show whose rank would move and why. Then publish and adopt it.",
      "Sign-ins, likes, time online and rankings of persons can't be written into a scheme.",
    ],
  },
  "/board/schemes/$code/edit": {
    chapter: "guide/schemes",
    zh: [
      "编辑方案：用树、表单或文字改同一份草稿，改一处，其他两处跟着变。",
      "先改，再看“问题”：每个问题写明在哪里、为什么，没有问题才能发布。",
      "发布前先试算过去各期：谁的名次会变、为什么、支部多填几项。",
      "发布后的版本不再改变；要让它生效，再采用。",
    ],
    en: [
      "Editing a scheme: tree, form and text change the same draft.",
      "Change it, then see the problems: each says where and why; without any it can be published.",
      "Try it on past periods before: whose rank moves and why, and what branches would type.",
      "A published version never changes; to take effect it is adopted.",
    ],
  },
  "/board/indicators/$code/edit": {
    chapter: "guide/schemes",
    zh: [
      "编辑指标：看哪些事实、怎样变成得分。",
      "先选数据来源和计分规则，再看右边的问题和试算；公式用精确分数计算。",
      "登录、点赞、在线时长等写不进指标；发布后要改就加一个版本。",
    ],
    en: [
      "Editing an indicator: which facts are looked at, and how they become points.",
      "Choose its source and its rule, then see problems and trial beside it; formulas count in exact fractions.",
      "Sign-ins, likes and time online can't be made into an indicator; a published one is changed by a new version.",
    ],
  },
  "/board/bulletins": {
    chapter: "guide/officer#通报",
    zh: [
      "通报：本月党建责任落实情况，数据由系统写好，文字由您填写。",
      "先选月份，看预览；要写的话只有主送、开头、工作要求、结尾几处，保存一次，下月主送和结尾自动带出。",
      "生成的是 Word 草稿，按公文格式排好，签发前可以再改；榜没有发布的，通报不写名次。",
      "生成过的都留在下面，内容是当时的数据，以后不变。",
    ],
    en: [
      "Bulletins: how the duties of the month stand. The figures are written by the system, the words by you.",
      "Choose the month and look at the preview; there are a few texts to write, and the next month begins with whom it goes to and how it ends.",
      "You get a Word draft in the official layout that you may still change; ranks are named once the board is published.",
      "Those that were made stay below, with the figures of their day.",
    ],
  },
  "/board/deliveries": {
    chapter: "guide/deliveries",
    zh: [
      "数据报送：停电、安全、投诉、评议等业务数据由谁报了、还缺谁的。",
      "先下载报送表填好，再预览：新增、不变、错误各多少，错误写到单元格。",
      "没有发生也要零报告，否则是待补报；有一处错就一条都不计入。",
      "报错了在回执的明细里更正或撤回，写明原因。",
    ],
    en: [
      "Deliveries: who handed in the business figures of the month, and whose are missing.",
      "Download the workbook, fill it in, then preview it: what is new, unchanged or wrong, cell by cell.",
      "If nothing happened, say so in a nil return, otherwise the figure is pending; one wrong cell and nothing is taken in.",
      "Mistakes are corrected or withdrawn in the receipt's details, with a reason.",
    ],
  },
  "/board/judging": {
    chapter: "guide/inspector#打分",
    zh: [
      "打分：您被指定为评委的指标，逐个单位打分并写理由。",
      "先看满分和周期，再逐个单位填；没写理由的不能提交，被评单位看得到理由。",
      "不能给自己所在的单位打分；改分会留下前后两次。",
    ],
    en: [
      "Judging: the indicators you were named for; give each unit its marks with a reason.",
      "Look at the full marks and the period first; the reason is required, and the unit reads it.",
      "Nobody judges his own unit; a changed mark leaves both.",
    ],
  },
};
