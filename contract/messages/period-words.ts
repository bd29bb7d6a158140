import type { Language } from "./score-names.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** '2026-03' → 2026年3月, '2026-Q1' → 2026年第1季度, '2026-H1' → 2026年上半年, '2026' → 2026年. */
export function wordPeriod(language: Language, name: string): string {
  const [year = "", part = ""] = name.split("-");
  const zh = language === "zh";
  if (part === "") return zh ? `${year}年` : year;
  if (part.startsWith("Q")) return zh ? `${year}年第${part.slice(1)}季度` : `${part} ${year}`;
  if (part.startsWith("H")) {
    const first = part === "H1";
    return zh ? `${year}年${first ? "上" : "下"}半年` : `${first ? "first" : "second"} half of ${year}`;
  }
  return zh ? `${year}年${Number(part)}月` : `${months[Number(part) - 1] ?? part} ${year}`;
}

/** The same where there is little room: Mar 2026, Q1 2026, H1 2026; Chinese words are short already. */
export function shortPeriod(language: Language, name: string): string {
  const [year = "", part = ""] = name.split("-");
  if (language === "zh" || part === "") return wordPeriod(language, name);
  return `${months[Number(part) - 1]?.slice(0, 3) ?? part} ${year}`;
}
