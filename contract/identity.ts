import { roles } from "@dutyloop/domain/identity/things.ts";
import { organizationKinds, posts } from "@dutyloop/domain/organization/things.ts";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { code, count, id, instant, name, next, page, plainDate } from "./shapes.ts";

const signInName = z.string().trim().min(2).max(60);
const password = z.string().min(1).max(200);
/** Six digits, or a recovery code; blanks and hyphens don't count. */
const typedCode = z.string().trim().min(1).max(60);
const roleCode = z.enum(roles);

const grant = z.object({
  id,
  accountId: id,
  role: roleCode,
  organizationId: id,
  organizationName: z.string(),
  validFrom: plainDate,
  validTo: plainDate.nullable(),
});

const session = z.object({
  account: z.object({ id, signInName: z.string(), displayName: z.string(), personId: id.nullable() }),
  group: z.object({ code: z.string(), name: z.string() }),
  grants: z.array(grant),
  actions: z.array(z.string()).describe("every action that some grant of the account carries today"),
  csrfToken: z.string(),
  today: plainDate,
  timeZone: z.string().describe("in which days begin and end, e.g. Asia/Shanghai"),
  passwordExpired: z.boolean(),
  secondFactorDue: z.boolean().describe("a second factor has to be set up before anything else"),
});

const newPasswordRefusals = [
  "password.too_short",
  "password.too_long",
  "password.too_simple",
  "password.contains_sign_in_name",
] as const;

const newAdministrator = z.object({ signInName, displayName: name, password });

export const identityEndpoints = {
  getSetup: {
    summary: { zh: "系统是否需要首次设置", en: "Whether the first-run page is due" },
    access: "public",
    answer: z.object({ needed: z.boolean(), groups: z.array(z.object({ code: z.string(), name: z.string() })) }),
  },
  setUp: {
    summary: { zh: "首次设置：建立集团和三名管理员", en: "First run: make the group and its three administrators" },
    access: "public",
    body: z.strictObject({
      group: z.strictObject({
        code,
        name,
        foundedOn: plainDate
          .optional()
          .describe(
            "day on which its top organisation was set up: nothing below is older; 1 January where nobody says",
          ),
      }),
      systemAdministrator: newAdministrator,
      securityAdministrator: newAdministrator,
      auditAdministrator: newAdministrator,
    }),
    answer: z.object({ groupCode: z.string() }),
    refusals: [
      "setup.already_done",
      "setup.founded_in_future",
      "setup.administrators_not_three",
      ...newPasswordRefusals,
    ],
  },
  signIn: {
    summary: { zh: "登录", en: "Sign in" },
    access: "public",
    body: z.strictObject({
      group: code.optional(),
      signInName,
      password,
      code: typedCode.optional().describe("of the second factor, where the account has one"),
    }),
    answer: session,
    refusals: ["sign_in.wrong", "sign_in.locked", "sign_in.group_needed", "sign_in.code_needed", "sign_in.code_wrong"],
  },
  getSession: {
    summary: { zh: "我是谁、能做什么", en: "Who I am and what I may do" },
    access: "self",
    answer: session,
  },
  signOut: { summary: { zh: "退出登录", en: "Sign out" }, access: "self", answer: z.object({}) },
  signOutEverywhere: {
    summary: { zh: "退出所有设备", en: "Sign out on every device" },
    access: "self",
    answer: z.object({ ended: z.int() }),
  },
  changePassword: {
    summary: { zh: "修改自己的密码", en: "Change one's own password" },
    access: "self",
    body: z.strictObject({ current: password, next: password }),
    answer: z.object({}),
    refusals: ["password.current_wrong", "sign_in.locked", "password.used_before", ...newPasswordRefusals],
  },
  getSecondFactor: {
    summary: { zh: "我的两步验证", en: "My second factor" },
    access: "self",
    answer: z.object({
      since: instant.nullable().describe("asked for at sign-in since then; null without one"),
      recoveryCodesLeft: count,
      demanded: z.boolean().describe("whether the account may not be without one"),
    }),
  },
  beginSecondFactor: {
    summary: {
      zh: "开始设置两步验证，返回密钥（只显示一次）",
      en: "Begin a second factor; the answer holds its secret, once",
    },
    access: "self",
    body: z.strictObject({ password }),
    answer: z.object({
      secret: z.string().describe("base32, to be typed where nothing can be scanned"),
      address: z.string().describe("otpauth:// address to be shown as a QR code"),
    }),
    refusals: ["password.current_wrong", "sign_in.locked", "second_factor.on_already"],
  },
  confirmSecondFactor: {
    summary: {
      zh: "用验证码确认两步验证，返回十个恢复码（只显示一次）",
      en: "Confirm a second factor by a code; the answer holds ten recovery codes, once",
    },
    access: "self",
    body: z.strictObject({ code: typedCode }),
    answer: z.object({ recoveryCodes: z.array(z.string()) }),
    refusals: ["sign_in.code_wrong", "second_factor.on_already", "second_factor.not_begun"],
  },
  removeSecondFactor: {
    summary: { zh: "关闭自己的两步验证", en: "Take one's own second factor away" },
    access: "self",
    body: z.strictObject({ password, code: typedCode }),
    answer: z.object({}),
    refusals: ["password.current_wrong", "sign_in.code_wrong", "sign_in.locked", "not_found"],
  },
  listTokens: {
    summary: { zh: "我的访问令牌", en: "My personal tokens" },
    access: "self",
    answer: z.object({
      items: z.array(z.object({ id, name: z.string(), createdAt: instant, expiresOn: plainDate })),
    }),
  },
  createToken: {
    summary: { zh: "新建访问令牌（只显示一次）", en: "Make a personal token (shown once)" },
    access: "self",
    body: z.strictObject({ name, expiresOn: plainDate }),
    answer: z.object({ id, token: z.string() }),
    refusals: ["token.expiry_out_of_range"],
  },
  revokeToken: {
    summary: { zh: "吊销访问令牌", en: "Revoke a personal token" },
    access: "self",
    params: z.object({ tokenId: id }),
    answer: z.object({}),
  },
  listAccounts: {
    summary: { zh: "账号列表", en: "Accounts" },
    access: "account.read",
    query: z.object({ ...page, name: z.string().max(60).optional() }),
    answer: z.object({
      items: z.array(
        z.object({
          id,
          signInName: z.string(),
          displayName: z.string(),
          state: z.enum(["active", "closed"]),
          lockedUntil: instant.nullable(),
          secondFactor: z.boolean().describe("whether it signs in with a second factor"),
        }),
      ),
      next,
    }),
  },
  openAccount: {
    summary: { zh: "开通账号，返回一次性初始密码", en: "Open an account; the answer holds a one-time password" },
    access: "account.manage",
    body: z.strictObject({ signInName, displayName: name, personId: id.optional() }),
    answer: z.object({ id, initialPassword: z.string() }),
    refusals: ["account.name_taken", "not_found"],
  },
  closeAccount: {
    summary: { zh: "停用账号并结束其会话", en: "Close an account and end its sessions" },
    access: "account.manage",
    params: z.object({ accountId: id }),
    answer: z.object({}),
    refusals: ["account.last_administrator"],
  },
  resetSecondFactor: {
    summary: {
      zh: "重置他人的两步验证并结束其会话",
      en: "Take another's second factor away and end his sessions",
    },
    access: "account.secure",
    params: z.object({ accountId: id }),
    answer: z.object({}),
    refusals: ["second_factor.reset_by_another"],
  },
  listGrants: {
    summary: { zh: "授权列表", en: "Role grants" },
    access: "grant.read",
    query: z.object({ ...page, accountId: id.optional() }),
    answer: z.object({
      items: z.array(
        grant.extend({
          accountName: z.string(),
          post: z.enum(posts).nullable().describe("the post of the holder that it goes with, if any"),
        }),
      ),
      next,
    }),
  },
  listProposedGrants: {
    summary: { zh: "按任职应授而未授的角色", en: "Roles that go with a post and aren't granted yet" },
    access: "grant.read",
    query: z.object({ ...page }),
    answer: z.object({
      items: z.array(
        grant.extend({
          id: id.describe("of the appointment"),
          accountName: z.string(),
          post: z.enum(posts),
        }),
      ),
      next,
    }),
  },
  listPostRoles: {
    summary: { zh: "任职带来的角色", en: "Roles that go with posts" },
    access: "grant.read",
    answer: z.object({
      items: z.array(
        z.object({
          kind: z.enum(organizationKinds),
          post: z.enum(posts),
          role: roleCode.nullable(),
          usual: roleCode.nullable().describe("what goes with it where a group decided nothing"),
        }),
      ),
    }),
  },
  setPostRole: {
    summary: { zh: "规定某类组织的某个职务带来什么角色", en: "Decide which role goes with a post" },
    access: "grant.manage",
    params: z.object({ kind: z.enum(organizationKinds), post: z.enum(posts) }),
    body: z.strictObject({ role: roleCode.nullable() }),
    answer: z.object({}),
    refusals: ["appointment.post_not_in_kind", "post_role.administrator"],
  },
  grantRole: {
    summary: { zh: "按组织和起止日期授予角色", en: "Grant a role for an organisation, from–to" },
    access: "grant.manage",
    body: z.strictObject({
      accountId: id,
      role: roleCode,
      organizationId: id,
      validFrom: plainDate,
      validTo: plainDate.nullable(),
    }),
    answer: z.object({ id }),
    refusals: [
      "grant.date_invalid",
      "grant.end_before_start",
      "grant.supervisor_needs_end",
      "grant.already_held",
      "grant.administrators_exclude_each_other",
      "grant.administrator_holds_no_business_role",
    ],
  },
  revokeGrant: {
    summary: { zh: "收回授权，即时生效", en: "Take a grant back, at once" },
    access: "grant.manage",
    params: z.object({ grantId: id }),
    answer: z.object({}),
    refusals: ["account.last_administrator"],
  },
} as const satisfies Record<string, Endpoint>;
