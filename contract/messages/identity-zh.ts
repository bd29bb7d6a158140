/** Refusals about second factors and roles by post in Chinese. */
export const identityZh = {
  "sign_in.code_needed": "请输入验证器应用中的六位验证码，或一个恢复码。",
  "sign_in.code_wrong": "验证码不正确、已过期或已用过。请等待下一个验证码再输入。连续 5 次错误将锁定 15 分钟。",
  "second_factor.on_already": "两步验证已经打开。更换设备时请先关闭，再重新设置。",
  "second_factor.not_begun": "请先点“打开两步验证”取得密钥，再输入验证码。",
  "second_factor.due": "您的账号须使用两步验证，请先设置。",
  "second_factor.reset_by_another": "不能重置自己的两步验证。请在“我”页面关闭，或请另一名安全管理员重置。",
  "post_role.administrator": "三类管理员的角色不能随任职带来，请由安全管理员另行授予。",
} as const;
