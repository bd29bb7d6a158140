import { defineTexts } from "../../../app/language/texts.ts";

export const postRoleTexts = defineTexts({
  zh: {
    title: "任职带来的角色",
    about: "任命以后，按这里提示安全管理员授予；免职时随任职收回。改动只影响以后的提示和收回，已授的角色不变。",
    back: "回到授权",
    open: "任职带来的角色",
    none: "不带角色",
    roleOf: "{kind}{post}的角色",
    usually: "默认：{role}",
  },
  en: {
    title: "Roles by post",
    about:
      "Who is appointed is proposed for the role here, and loses it with the post. A change works for proposals and ends to come; what is granted stays.",
    back: "Back to grants",
    open: "Roles by post",
    none: "no role",
    roleOf: "Role of {post}, {kind}",
    usually: "usually {role}",
  },
});
