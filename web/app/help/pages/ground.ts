import type { PageHelp } from "./help-type.ts";

/** 组织、导入、组织调整 and 管理. */
export const groundHelp: Readonly<Record<string, PageHelp>> = {
  "/organizations": {
    chapter: "guide/officer#组织和人员",
    zh: [
      "组织：所选组织的类型、类别、上级、下级、党员和任职。",
      "先在左侧的树里找到它，或用上面的查找（名称、代码、拼音、首字母都行）。",
      "选一个日期可以看那天的样子；改名、移动、撤销都从某日起生效，以前的不变。",
    ],
    en: [
      "The organisation in view: its kind, class, superior, what lies below it, members and posts.",
      "Find it in the tree, or by name, code, pinyin or initials.",
      "A day shows how it stood then; names, places and ends change from a day on, and what was before stays.",
    ],
  },
  "/organizations/terms": {
    chapter: "guide/officer#组织和人员",
    zh: [
      "任期：各级班子什么时候届满，谁应换未换。",
      "先看已过期的和半年内到期的；提前六个月开始提醒，逾期每周报上级。",
      "登记换届时默认全部连任，去掉没有连任的勾选：这些职务任职到前一天，随职务的角色一并结束；延期须有批准，写明批准的机关和日期。",
    ],
    en: [
      "Terms of office: when each committee's ends, and whose election is due.",
      "Look at those that are over or end within half a year; reminders begin six months before, overdue ones go up weekly.",
      "Who enters an election unticks who isn't re-elected: those posts end the day before, with their roles. An extension names its approval.",
    ],
  },
  "/organizations/gaps": {
    chapter: "guide/officer#组织和人员",
    zh: [
      "应建必建：按规定应当成立党组织而还没有的单位。",
      "先看系统给出的建议：单独成立、联合成立，还是归到哪一个支部。",
      "同意就“按建议补建”，一次办完；不同意的写明原因留着。",
    ],
    en: [
      "To be set up: units that ought to have an organisation by the rules, and have none.",
      "Read the proposal first: a branch of its own, a joint one, or to which branch it would belong.",
      "Accept it and everything is done in one act; otherwise leave it with its reason.",
    ],
  },
  "/organizations/units": {
    chapter: "guide/officer#组织和人员",
    zh: [
      "单位与覆盖：公司、部门、项目部这些行政单位，归哪个党组织管。",
      "先看还没有覆盖的；给一个单位选党组织和起始日期即可。",
      "移动、撤销前会说明影响：涉及哪些组织、谁的范围会变。",
    ],
    en: [
      "Units and coverage: companies, departments and projects, and which organisation answers for them.",
      "Look at those without coverage; give a unit an organisation and a day.",
      "Before a unit moves or ends the page says what follows from it.",
    ],
  },
  "/imports": {
    chapter: "guide/officer#导入名册和台账",
    zh: [
      "导入：把名册（组织、单位、人员、任职）或三会一课台账用一张工作簿整体读进来。",
      "先下载空表或导出现有的，填好再选中它：系统先看一遍，写明新增、变化和每一处错在哪个单元格。",
      "全部正确才写入，有一处错就一条都不写；一天之内可以整体撤回。",
    ],
    en: [
      "Import a workbook of the roster (organisations, units, people, posts) or of past meetings, as a whole.",
      "Download the empty form or export what is there, fill it in and choose it: the system says what is new, what changes and which cells are wrong.",
      "Only if everything is right is anything written; within a day the whole import can be taken back.",
    ],
  },
  "/reorganizations": {
    chapter: "guide/officer#组织和人员",
    zh: [
      "组织调整：已经办过和正在拟的批量调整。",
      "先点“新建”在演练台上排好，再看影响，最后执行；执行后一段时间内可以撤回。",
      "调整一次完成：组织、党员、责任事项和权限一起变。",
    ],
    en: [
      "Re-organisations that were done, and those being planned.",
      "Begin a new one in the studio, look at its effects, then apply it; for a while it can be taken back.",
      "It is one act: organisations, members, duties and access change together.",
    ],
  },
  "/reorganizations/new": {
    chapter: "guide/officer#组织和人员",
    zh: [
      "调整演练台：左边是现在的树，右边排成您要的样子。",
      "先选组织，再选撤销、合并、拆分、更名或移动；“按部门建支部”可以给出建议方案。",
      "点“看影响”：谁从哪里到哪里、哪些责任事项免除、谁看得到谁，全部列出，什么都还没改。",
    ],
    en: [
      "The studio: the tree of today on the left, what you want on the right.",
      "Choose an organisation, then revoke, merge, split, rename or move it; it can also propose a branch for each department.",
      "The preview lists everything that follows – who moves, which duties are waived, who reaches what – and changes nothing.",
    ],
  },
  "/reorganizations/$reorganizationId": {
    chapter: "guide/officer#组织和人员",
    zh: [
      "一次组织调整：做了哪些改动、影响了谁、能不能撤回。",
      "先看影响一栏，再看改动清单。",
      "期间关闭之前可以撤回，撤回后与原来没有差别。",
    ],
    en: [
      "One re-organisation: its acts, whom it concerned, and whether it can be taken back.",
      "Look at the effects first, then at the list of acts.",
      "Until the period closes it can be taken back without a difference.",
    ],
  },
  "/admin/accounts": {
    chapter: "guide/administrators",
    zh: [
      "账号：谁能登录。开通账号的是系统管理员。",
      "先点“开通账号”，初始密码只显示一次，当面交给本人，首次登录须改。",
      "账号本身什么都看不到：还要安全管理员授予角色。",
    ],
    en: [
      "Accounts: who may sign in. The system administrator opens them.",
      "Open an account first; its one-time password is shown once and has to be changed at the first sign-in.",
      "An account alone sees nothing: the security administrator grants roles.",
    ],
  },
  "/admin/grants": {
    chapter: "guide/administrators",
    zh: [
      "授权：把角色按组织和起止日期授给账号。授权的是安全管理员。",
      "先找到账号，再选角色、组织和日期；到期自动失效。",
      "三员互斥，管理员不能同时有业务角色；最后一名同类管理员不能收回。",
    ],
    en: [
      "Grants: roles on an organisation from a day to a day, given by the security administrator.",
      "Find the account, choose the role, the organisation and the days; it ends by itself.",
      "The three administrators exclude each other and hold no business role; the last one of a kind stays.",
    ],
  },
  "/admin/post-roles": {
    chapter: "guide/administrators",
    zh: [
      "任职带来的角色：哪一类组织的哪个职务，任命后应当授予什么角色。",
      "默认的够用就不用改；本单位不同的，选另一个角色，或选“不带角色”。",
      "改动只影响以后的提示和收回；三类管理员的角色不能随任职带来。",
    ],
    en: [
      "Roles by post: which role ought to be granted with which post of which kind of organisation.",
      "Leave what fits; where the group is otherwise, choose another role, or none.",
      "A change works for proposals and ends to come; no post brings an administrator's role.",
    ],
  },
  "/admin/alarms": {
    chapter: "guide/administrators",
    zh: [
      "安全告警：一次导出超过 500 行，登录连续失败、账号被锁定，或反复访问权限以外的内容。",
      "先向本人核实是不是本人操作、为什么；可疑的先收回授权或请系统管理员停用账号，再登记核查情况。",
      "可以多选一起登记；本人引起的，由其他安全管理员核查。登记记入审计，不能修改。",
    ],
    en: [
      "Security alarms: exports of more than 500 rows, accounts locked after failed attempts, and repeated attempts beyond one’s rights.",
      "Ask the person first whether it was him and what for; if in doubt take back the grants or have the account closed, then enter it.",
      "Several are entered at once; what your own account set off is for another security administrator. Entries go into the audit and stay.",
    ],
  },
  "/admin/audit": {
    chapter: "operate/audit",
    zh: [
      "审计记录：谁在什么时候对什么做了什么。查看和校验的是审计管理员。",
      "先点“校验审计链”：改过、删过、换过的都会指出来。",
      "每条带一个编号，和用户看到的报错编号一致。",
    ],
    en: [
      "The audit: who did what to what, when. The audit administrator reads and verifies it.",
      "Verify the chain first: what was changed, removed or swapped is found.",
      "Every entry carries the number that users see with an error.",
    ],
  },
  "/admin/status": {
    chapter: "guide/administrators",
    zh: [
      "系统状态：数据库、后台任务、队列、磁盘和备份是否正常；等保自查；生效的设置。",
      "先看“要处理的”，每一项都写明怎么办，并带到说明里的那一节。",
      "等保自查里，程序看不到的由运维单位证明，写明查哪份文件。",
      "细查用命令 npx dutyloop doctor；日志里用报错的编号找。",
    ],
    en: [
      "System status: whether database, background work, queues, disk and backups are fine; the security self-check; the settings in force.",
      "Look at what is to be mended first: each says what to do and leads to its part of the guide.",
      "In the self-check, what the program can't see is for the operator to prove; the document is named.",
      "The command npx dutyloop doctor examines more; the log is found by the number of an error.",
    ],
  },
};
