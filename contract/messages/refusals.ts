import { en } from "./en.ts";
import { fillIn, type MessageValues, wordDays } from "./fill-in.ts";
import { type RefusalCode, zhCN } from "./zh-CN.ts";

export type { MessageValues } from "./fill-in.ts";

/** True for a code that the catalogue words. */
export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(zhCN, code);
}

/** The sentence of a refusal. A code that the catalogue doesn't know gets the sentence of a fault: it is one. */
export function wordRefusal(language: "zh" | "en", code: string, values: MessageValues): string {
  const known = isRefusalCode(code) ? code : "server.fault";
  return fillIn((language === "zh" ? zhCN : en)[known], wordDays(language, values));
}
