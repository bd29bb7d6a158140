import { postWords } from "../messages/organization-words.ts";
import { roleWords } from "../messages/role-words.ts";
import type { ListOf } from "./list.ts";

const accountStates = { active: { zh: "在用", en: "active" }, closed: { zh: "已停用", en: "closed" } } as const;
const secondFactors = { on: { zh: "已打开", en: "on" }, off: { zh: "未打开", en: "off" } } as const;
const outcomes: Readonly<Record<string, { zh: string; en: string }>> = {
  done: { zh: "完成", en: "done" },
  refused: { zh: "拒绝", en: "refused" },
};

/** 账号. */
export const accountsList: ListOf<"listAccounts"> = {
  name: { zh: "账号", en: "Accounts" },
  columns: [
    { key: "name", name: { zh: "姓名", en: "Name" }, value: ({ displayName }) => displayName },
    { key: "signIn", name: { zh: "登录名", en: "Sign-in name" }, value: ({ signInName }) => signInName },
    {
      key: "state",
      name: { zh: "状态", en: "State" },
      value: ({ state }, { language }) => accountStates[state][language],
    },
    {
      key: "second",
      name: { zh: "两步验证", en: "Second factor" },
      value: ({ secondFactor }, { language }) => secondFactors[secondFactor ? "on" : "off"][language],
    },
    {
      key: "locked",
      name: { zh: "锁定至", en: "Locked until" },
      kind: "instant",
      extra: true,
      value: ({ lockedUntil }) => lockedUntil,
    },
  ],
};

/** 授权. */
export const grantsList: ListOf<"listGrants"> = {
  name: { zh: "授权", en: "Grants" },
  organizationOf: ({ organizationId }) => organizationId,
  columns: [
    { key: "account", name: { zh: "账号", en: "Account" }, value: ({ accountName }) => accountName },
    { key: "role", name: { zh: "角色", en: "Role" }, value: ({ role }, { language }) => roleWords[language][role] },
    {
      key: "organization",
      name: { zh: "组织", en: "Organisation" },
      width: 28,
      value: ({ organizationName }) => organizationName,
    },
    { key: "from", name: { zh: "自", en: "From" }, kind: "date", value: ({ validFrom }) => validFrom },
    { key: "to", name: { zh: "至", en: "To" }, kind: "date", value: ({ validTo }) => validTo },
    {
      key: "post",
      name: { zh: "来自任职", en: "By post" },
      extra: true,
      value: ({ post }, { language }) => (post === null ? null : postWords[language][post]),
    },
  ],
};

/** 审计. */
export const auditList: ListOf<"listAudit"> = {
  name: { zh: "审计", en: "Audit" },
  columns: [
    { key: "sequence", name: { zh: "序号", en: "Number" }, kind: "number", value: ({ sequence }) => sequence },
    {
      key: "time",
      name: { zh: "时间", en: "Time" },
      kind: "instant",
      width: 18,
      value: ({ recordedAt }) => recordedAt,
    },
    { key: "account", name: { zh: "账号", en: "Account" }, value: ({ accountName }) => accountName },
    { key: "action", name: { zh: "操作", en: "Action" }, width: 26, value: ({ action }) => action },
    { key: "object", name: { zh: "对象", en: "Object" }, width: 40, value: ({ object }) => object },
    {
      key: "outcome",
      name: { zh: "结果", en: "Outcome" },
      value: ({ outcome }, { language }) => outcomes[outcome]?.[language] ?? outcome,
    },
    { key: "request", name: { zh: "请求编号", en: "Request" }, width: 26, value: ({ requestId }) => requestId },
  ],
};
