import type { PageHelp } from "./help-type.ts";

/** 人员、组织关系 and 发展党员. */
export const peopleHelp: Readonly<Record<string, PageHelp>> = {
  "/people": {
    chapter: "guide/officer#组织和人员",
    zh: [
      "人员：所选组织及其下级的党员和职工，按姓名拼音排列。",
      "先用姓名、首字母、状态或职务查找，再点开一个人。",
      "身份证号和电话只显示一部分；要看全部须写明用途，并记入审计。",
    ],
    en: [
      "People of the organisation in view and below it, by pinyin.",
      "Find somebody by name, initials, state or post, then open the page.",
      "Identity numbers and telephones are masked; reading them needs a purpose and is noted in the audit.",
    ],
  },
  "/people/transfers": {
    chapter: "guide/officer#组织和人员",
    zh: [
      "组织关系转接：介绍信开出、接收、退回到哪一步。",
      "先看等您办理的；接收方回执之前，原支部仍对这名党员负责。",
      "集团外转入的凭介绍信接收；退回要写明原因。",
    ],
    en: [
      "Transfers of membership: which letters are out, received or returned.",
      "Look at what waits for you; until the receipt the old branch answers for the member.",
      "Members from outside the group come by letter; a return needs its reason.",
    ],
  },
  "/people/dispositions": {
    chapter: "guide/inspector#组织处置",
    zh: [
      "组织处置：限期改正、劝退、除名等，只有纪检和组织权限能看到。",
      "其他人看到的是正式党员，或不再在册。",
      "每一步写明依据和日期；期限到了会在这里提示。",
    ],
    en: [
      "Dispositions: correction, removal and the like, shown only to those with the right to it.",
      "Everybody else reads a full member, or somebody who has left.",
      "Each step names what it rests on and its day; what runs out is said here.",
    ],
  },
  "/people/$personId": {
    chapter: "guide/officer#组织和人员",
    zh: [
      "一个人：组织关系、职务、党籍变动、岗位和标记，每一段都有起止日期。",
      "先看现在的状态，再往下看经过。",
      "要登记变化，在对应的卡片里办理；日期可以是过去的，但不能早于已关账的期间。",
    ],
    en: [
      "One person: membership, posts, changes of state, work and tags, each from a day to a day.",
      "See what holds now, then how it came.",
      "Changes are entered in their cards; days may lie in the past, but not in a closed period.",
    ],
  },
  "/development": {
    chapter: "guide/secretary#发展党员",
    zh: [
      "发展党员：从申请到转正的五个阶段二十五步，谁走到哪一步、最早最晚是哪天。",
      "先看快到期和已过期的；点开一个人办下一步。",
      "每一步要的材料和时限按当时有效的规定计算。",
    ],
    en: [
      "The way into the Party in five stages and twenty-five steps: who stands where, with the earliest and latest day of the next.",
      "Look at what is nearly or already late; open a person to take the next step.",
      "Papers and days follow the rules that were in force on the day of the step.",
    ],
  },
  "/development/$personId": {
    chapter: "guide/secretary#发展党员",
    zh: [
      "一名发展对象的全过程：办过的步骤、材料和下一步的时限。",
      "先看高亮的下一步，填日期和材料；不到最早日期不能办。",
      "填错了可以撤回，写明原因，记录保留；确有特殊情况可按规定豁免。",
    ],
    en: [
      "One way into the Party: the steps taken, their papers, and when the next may come.",
      "Look at the highlighted step, enter its day and papers; before its earliest day it can't be taken.",
      "A wrong entry is withdrawn with a reason and stays readable; a step may be left out only by decision.",
    ],
  },
  "/me": {
    chapter: "guide/start#我的账号",
    zh: [
      "我的账号：角色、外观、密码和访问令牌。",
      "先看您有哪些角色、在哪些组织上；不对的找安全管理员。",
      "外观里可以换语言、深色、素色和长辈版，只影响这台设备。",
      "访问令牌让程序代替您调用接口，只显示一次；不用了就吊销。",
    ],
    en: [
      "Your account: roles, appearance, password and tokens.",
      "See which roles you hold where; the security administrator mends what is wrong.",
      "Language, dark, grey and large editions are chosen here, for this device alone.",
      "A token lets a program act for you. It is shown once; revoke it when it isn't needed.",
    ],
  },
};
