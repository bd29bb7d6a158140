import { isPlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { wordPeriod } from "./period-words.ts";

export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Puts values into `{name}` places; a value that isn't given leaves an ellipsis, never a brace. `{name:one|many}` is the
 * word that goes with a number: the first with 1, the second with any other.
 */
export function fillIn(text: string, values: MessageValues): string {
  return text.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_place, name: string, one?: string, many?: string) => {
    const value = String(values[name] ?? "…");
    if (one === undefined) return value;
    return (value === "1" ? one : many) ?? "";
  });
}

const formats = {
  zh: new Intl.DateTimeFormat("zh-CN", { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en", { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" }),
};

const monthShape = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Values with their days and months as the language writes them, on pages and in sentences alike: 2026年3月1日, March 1, 2026. */
export function wordDays(language: "zh" | "en", values: MessageValues): MessageValues {
  const worded = (value: string | number) => {
    if (typeof value !== "string") return value;
    if (monthShape.test(value)) return wordPeriod(language, value);
    return isPlainDate(value) ? formats[language].format(new Date(`${value}T00:00:00Z`)) : value;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, worded(value)]));
}
