import type { Endpoint } from "@dutyloop/contract/endpoint.ts";
import { endpoints } from "@dutyloop/contract/endpoints.ts";
import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import type { Language } from "../http/language.ts";

type Helper = "security" | "system" | "operator" | "officer";

const helpers: Readonly<Record<Helper, Readonly<Record<Language, string>>>> = {
  security: {
    zh: "安全管理员：授予、收回角色，看权限范围。",
    en: "The security administrator, who grants and takes back roles.",
  },
  system: {
    zh: "系统管理员：开通、停用账号，重设一次性密码。",
    en: "The system administrator, who opens and disables accounts and sets one-time passwords.",
  },
  operator: {
    zh: "系统管理员或运维人员。请把提示里的编号告诉他们，日志中以同一编号记录。",
    en: "The system administrator or whoever runs the server. Give them the number that stands with the sentence: the log has it too.",
  },
  officer: {
    zh: "上级党建部门（党建部专责）。不清楚为什么没有权限时，问安全管理员。",
    en: "The Party affairs office above you. Ask the security administrator if you don't see why you may not do it.",
  },
};

/** Who helps with codes that begin so, where it isn't the Party affairs office. */
const helperOf: Readonly<Record<string, Helper>> = {
  access: "security",
  grant: "security",
  sign_in: "system",
  token: "system",
  setup: "system",
  password: "system",
  account: "system",
  configuration: "operator",
  idempotency: "operator",
  request: "operator",
  server: "operator",
};

/** The chapter that tells about the work in which codes that begin so are met. */
const chapterOf: Readonly<Record<string, string>> = {
  access: "guide/administrators",
  grant: "guide/administrators",
  account: "guide/administrators",
  sign_in: "guide/start",
  password: "guide/start",
  token: "guide/start",
  setup: "operate/start-stop",
  configuration: "operate/configuration",
  server: "operate/start-stop",
  record: "guide/secretary",
  discharge: "guide/secretary",
  draft: "guide/secretary",
  make_up: "guide/secretary",
  vote: "guide/secretary",
  voter: "guide/secretary",
  file: "guide/secretary",
  upload: "guide/secretary",
  development: "guide/secretary",
  sample: "guide/inspector",
  benchmark: "guide/inspector",
  measure: "guide/deliveries",
  workbook: "guide/deliveries",
  definition: "guide/schemes",
  adoption: "guide/schemes",
  what_if: "guide/schemes",
};

const general: Readonly<Record<Language, string>> = {
  zh: "按这句话核对、修改后再提交。没有做任何改动，已填写的内容会保留。",
  en: "Check and change what the sentence names, then submit again. Nothing was changed, and what you typed is kept.",
};

export type ErrorWords = {
  readonly sentence: string;
  readonly happened: string;
  readonly todo: string;
  readonly help: string;
  readonly chapter: string;
  /** What somebody was doing when it was said, by the summaries of the API. */
  readonly doing: readonly string[];
};

/** What a refusal's page says, from its sentence and from who may give it. */
export function errorWords(code: string, language: Language): ErrorWords {
  const sentence = wordRefusal(language, code, {});
  const beginning = code.split(".")[0] ?? "";
  const { happened, todo } = splitSentence(sentence, language);
  return {
    sentence,
    happened,
    todo: todo === "" ? general[language] : todo,
    help: helpers[helperOf[beginning] ?? "officer"][language],
    chapter: chapterOf[beginning] ?? "guide/officer",
    doing: Object.values<Endpoint>(endpoints)
      .filter(({ refusals }) => refusals?.includes(code))
      .map(({ summary }) => summary[language]),
  };
}

/** A sentence says first what is wrong and then what to do, in further sentences or behind a comma. */
export function splitSentence(sentence: string, language: Language): { happened: string; todo: string } {
  const sentences = sentence.split(language === "zh" ? /(?<=。)/ : /(?<=\.)\s+/).filter((part) => part.trim() !== "");
  const [first = "", ...others] = sentences;
  if (others.length > 0) return { happened: first, todo: others.join(language === "zh" ? "" : " ") };
  const at =
    language === "zh" ? first.lastIndexOf("，请") : Math.max(first.lastIndexOf("; "), first.lastIndexOf(", please"));
  if (at <= 0) return { happened: sentence, todo: "" };
  const todo = first.slice(at + 1).trim();
  return {
    happened: `${first.slice(0, at)}${language === "zh" ? "。" : "."}`,
    todo: todo.charAt(0).toUpperCase() + todo.slice(1),
  };
}
