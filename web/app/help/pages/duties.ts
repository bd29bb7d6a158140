import type { PageHelp } from "./help-type.ts";

/** 工作台、明责 and 标准. */
export const dutiesHelp: Readonly<Record<string, PageHelp>> = {
  "/": {
    chapter: "guide/start#认一认页面",
    zh: [
      "工作台：支部在这里看今天该做什么，领导在这里看哪里弱。",
      "支部先看最上面的卡片：逾期、今天到期、本周、以后。点卡片上的“记一次…”就开始记纪实。",
      "领导先看责任环和最弱的五个支部，点任何数字都能看到由什么组成。",
      "顶部的组织和月份在每一页都有效，也写在地址里，可以转发给有权限的人。",
    ],
    en: [
      "The workbench: a branch sees what is due today, a leader sees where it is weak.",
      "In a branch look at the topmost cards first: overdue, due today, this week, later. The button on a card begins the record.",
      "As a leader look at the ring and the five weakest branches; every number opens into what it is made of.",
      "The organisation and month in the top bar hold on every page and stand in the address, so that you can pass a page on.",
    ],
  },
  "/duties": {
    chapter: "guide/officer#履责矩阵数字和负担表",
    zh: [
      "责任清单：所选组织的全部责任事项，来源、标准、截止日和状态都在。",
      "先用上面的筛选缩小范围，例如只看逾期的；点一行看这件事的标准、办理经过和纪实。",
      "支部申请延期、免除，上级在这里决定；同一件事只能由别人批准。",
    ],
    en: [
      "Every duty of the organisation in view, with its source, standard, last day and state.",
      "Narrow the list with the filters first, for instance to what is overdue; a line opens its standard, its history and its record.",
      "Branches ask here for more time or a waiver; somebody above decides, never the one who asked.",
    ],
  },
  "/duties/mine": {
    chapter: "guide/secretary#等我办的",
    zh: [
      "我的待办：本支部的、本党小组的、交给我的，以及等我审核和决定的责任事项。",
      "从最上面办起：最急的排在最前。打开一件就能认领、交办、提交、审核或退回。",
      "审核不了自己提交的；没有权限的按钮不会出现。",
    ],
    en: [
      "Everything that waits for you: duties of your branch or Party group, what was handed to you, what you check or decide.",
      "Begin at the top, where the most urgent stands. Opening one lets you take it on, hand it over, hand it in, accept or return it.",
      "Nobody checks his own work; buttons that you have no right to aren't shown.",
    ],
  },
  "/duties/matrix": {
    chapter: "guide/officer#履责矩阵数字和负担表",
    zh: [
      "履责矩阵：组织乘月份，每格写“已开 / 应开”，待开、逾期和补录另有标记和文字。",
      "先选一种工作，再沿一行看一个组织的全年；点一格看它当月的纪实。",
      "可以按各月月末的隶属关系看，也可以按今天的看；用“列”只看几个月，用“视图”存下来。",
      "党委一行还有领导参加双重组织生活的次数。",
    ],
    en: [
      "The duty matrix: organisations by months, each cell with “held / owed”; open, overdue and late entries are marked in words, too.",
      "Choose a kind of work, then follow a line through the year; a cell opens the records of its month.",
      "See each month by the structure it had at its end, or all of them by today's; show some months only and keep that as a view.",
      "A committee's line also counts its leaders at the meetings of their branches (double organisational life).",
    ],
  },
  "/duties/burden": {
    chapter: "guide/officer#履责矩阵数字和负担表",
    zh: [
      "负担表：支部每月手工填了多少个字段，系统代填了多少个。",
      "先看手填最多的那一行，再去看是哪个模板要求的。",
      "减负从删去没人看的字段开始；每个模板都写明让支部多填几项。",
    ],
    en: [
      "The burden: how many fields branches typed in a month, and how many the system filled in.",
      "Look at the line with most typing first, then at the template that asks for it.",
      "Less work begins with fields that nobody reads; every template says what it costs.",
    ],
  },
  "/duties/plans": {
    chapter: "guide/officer#年度计划",
    zh: [
      "年度计划：要求谁、做什么、多久一次，下达后自动生成全年的责任事项。",
      "先看已有的计划；没有的话点“新建计划”。",
      "下达过的计划用“变更”修改：写明生效日期和理由，此前的和已完成的不动。",
    ],
    en: [
      "The year's plans: what is asked of whom, how often. Issuing one makes the duties of the whole year.",
      "See what is there already; otherwise begin a new plan.",
      "A plan that was issued is changed from a day on with a reason; what is past or done stays.",
    ],
  },
  "/duties/plans/new": {
    chapter: "guide/officer#年度计划",
    zh: [
      "新建年度计划：一行一条要求，写明哪项工作、多久一次、适用哪些类别和类型的组织。",
      "先写一两行就点“预览”：它说明会生成多少项、涉及多少组织、各类别每月要填多少字段。",
      "一次最多二百万项。没有下达前什么都不会生成。",
    ],
    en: [
      "A new year's plan: one line for each requirement – which work, how often, for which classes and kinds of organisation.",
      "Write a line or two, then preview: it says how many duties it makes, for how many organisations, and what they cost a month.",
      "At most two million duties at a time. Nothing is made before the plan is issued.",
    ],
  },
  "/duties/plans/$planId": {
    chapter: "guide/officer#年度计划",
    zh: [
      "一份年度计划：各条要求、下达进度和变更经过。",
      "草稿先看预览再下达；再下达一次只补缺的，不会重复。",
      "已下达的点“变更”：先看差异，再写明理由下达；不再要求的、还没到期的予以免除。",
    ],
    en: [
      "One year's plan: its lines, how far it is issued, how it was changed.",
      "Preview a draft, then issue it; issuing it again only adds what is missing.",
      "Change an issued plan by its difference: look at it first, give a reason; what is no longer asked for and not yet due is waived.",
    ],
  },
  "/duties/$obligationId": {
    chapter: "guide/secretary#等我办的",
    zh: [
      "一件责任事项：来自哪里、做到什么算完成、什么时候截止、谁办过。",
      "要开会的，点“记一次…”；任务类的，写进展、交材料，提交后由上级认可或退回。",
      "来不及或做不了，申请延期或免除并写明理由，由上级决定。",
    ],
    en: [
      "One duty: where it comes from, what makes it done, its last day, and who did what with it.",
      "For a meeting begin the record; for a task report on it, add papers and hand it in for acceptance.",
      "If there isn't time or it can't be done, ask for more time or to have it waived, with a reason; the level above decides.",
    ],
  },
  "/standards": {
    chapter: "guide/officer#标准改编和编写模板",
    zh: [
      "标准：每一类工作的模板，写明清单、流程、标准和频次，以及依据的规定。",
      "先找到您要办的那一类，点开看做到什么算完成。",
      "“法定”“一般”只用于确有条文的要求，其余写明是惯例或本单位规定。",
    ],
    en: [
      "The standards: a template for every kind of work with its steps, standard and frequency, and what it rests on.",
      "Find the kind of work you have to do, and open what makes it done.",
      "Only what a text prescribes is called statutory; custom and house rules say so.",
    ],
  },
  "/standards/benchmark": {
    chapter: "guide/inspector#标准化对标",
    zh: [
      "标准化对标：按标准逐条自查，再由另一个人核验。",
      "先选年度和一套标准，逐条写是否达到；没达到的写明到哪天。",
      "核验的人不能核验自己的自查。每年的目标和差距都留在这里。",
      "党建部专责用“修改条目”把示例改成本单位的：自今年起对全集团生效，过去的年度不变。",
    ],
    en: [
      "The benchmark: check yourself item by item, then somebody else verifies it.",
      "Choose a year and a set, say for each item whether it is met; what isn't gets a day.",
      "Nobody verifies his own check. Targets and gaps of each year stay here.",
      "A Party affairs officer makes the examples your own with “Change the items”: for the whole group, from this year on.",
    ],
  },
  "/standards/$templateCode/edit": {
    chapter: "guide/officer#标准改编和编写模板",
    zh: [
      "这里编写一个模板的草稿：左边是各部分的表单，右边是它做成的纪实表单和还没解决的问题；“文本（YAML）”是同一份草稿。",
      "改编上级的模板时，只有上级开放的部分能改；要求填写的内容只能多、不能少。",
      "改动随时保存；别人同时改了，会把两份都给您看，由您选一份。",
      "没有问题才能发布。发布后先试行、再采用，支部的表单才会变。",
    ],
    en: [
      "A draft of a template: its parts as a form on the left, the record form it makes and what stands against it on the right; “Text (YAML)” is the same draft.",
      "Of a template from above only what that leaves open can be changed; more may be asked for, never less.",
      "Changes are kept as you type; where somebody else changed it too, both texts are shown and you choose one.",
      "It is published once nothing stands against it. Forms of branches change when the version is tried out and adopted.",
    ],
  },
  "/standards/$templateCode": {
    chapter: "guide/officer#标准改编和编写模板",
    zh: [
      "一个模板：流程、材料、必备要素和评分要素，每条写明依据和强度。",
      "先看“做到什么算完成”，办的时候旁边也会显示同样的内容。",
      "有权限的可以改编（在上级允许的范围内）、试行、评审、推广和采用；各版本之间的差别逐条列出。",
    ],
    en: [
      "One template: its steps, papers, what must be there and what is scored, each with its source and strength.",
      "Read what makes it done; the same stands beside the form while you record.",
      "With the right to it you adapt it within what is left open, try, review, promote and adopt it; versions are compared line by line.",
    ],
  },
};
