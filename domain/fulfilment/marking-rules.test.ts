import { expect, test } from "vitest";
import { handlingRefusal, markingOf, markingOfName } from "./marking-rules.ts";

test.each([
  ["绝密★长期", "绝密"],
  ["机密 ★ 20年", "机密"],
  ["秘密★1年\n关于……的通知", "秘密"],
  ["第一页\n  秘  密  \n某某供电公司", "秘密"],
  ["【机密】\n某某方案", "机密"],
  ["密级：秘密\n份号：0001", "秘密"],
  ["密 级　绝 密", "绝密"],
  ["（秘密 10年）", "秘密"],
  ["以下内容属于机密，不得外传", "机密"],
  ["秘密\r\n正文", "秘密"],
])("%j bears the marking %s", (text, marking) => {
  expect(markingOf(text)).toBe(marking);
});

test.each([
  "学习《保守国家秘密法》，讨论商业秘密保护",
  "各支部要保守国家秘密。",
  "请及时修改手机密码，计算机密钥由专人保管",
  "断绝密切往来",
  "支部党员大会记录",
  "秘书处\n密封条",
  "工作秘密的范围：内部资料",
])("%j bears none", (text) => {
  expect(markingOf(text)).toBeNull();
});

test.each([
  ["机密-2026年安排.docx", "机密"],
  ["秘密 方案.pdf", "秘密"],
  ["（秘密）会议材料.xlsx", "秘密"],
  ["2026绝密.txt", "绝密"],
  ["方案_秘密.docx", "秘密"],
  ["某某秘密★3年.pdf", "秘密"],
  ["秘密级文件.docx", "秘密"],
])("a file called %s bears %s", (name, marking) => {
  expect(markingOfName(name)).toBe(marking);
});

test.each(["保守国家秘密讲稿.docx", "手机密码管理办法.pdf", "主题党日方案.docx", "IMG_0001.jpg"])(
  "a file called %s bears none",
  (name) => {
    expect(markingOfName(name)).toBeNull();
  },
);

test("nobody settles what he sent himself, nor what is settled", () => {
  expect(handlingRefusal({ settled: false, sentBy: "a" }, "a")).toBe("quarantine.own_upload");
  expect(handlingRefusal({ settled: true, sentBy: "a" }, "a")).toBe("quarantine.own_upload");
  expect(handlingRefusal({ settled: true, sentBy: "a" }, "b")).toBe("quarantine.handled_already");
  expect(handlingRefusal({ settled: false, sentBy: "a" }, "b")).toBeNull();
});
