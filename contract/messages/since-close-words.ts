import type { SinceClose } from "../since-close.ts";
import { type Language, minus, type Names, nameOf } from "./score-names.ts";

/** What came after the close and leaves a line as it is, in one sentence; null where nothing came. */
export function wordSinceClose(language: Language, since: readonly SinceClose[], names: Names = {}): string | null {
  if (since.length === 0) return null;
  const said = since.map((one) => (language === "zh" ? inChinese(one, names) : inEnglish(one, names)));
  return language === "zh"
    ? `关账之后${said.join("，")}；公布的得分不变`
    : `Since the close ${said.join(", ")}; the published score stays`;
}

function inChinese(one: SinceClose, names: Names): string {
  switch (one.what) {
    case "facts":
      return `又到 ${one.count} 条数据`;
    case "receipt":
      return `于 ${dayOf(one.at)} 收到数据回执`;
    case "withdrawal":
      return `于 ${dayOf(one.at)} 撤回了报来的数据`;
    case "figure":
      return `“${nameOf(names, one.scheme, "zh")}”由 ${figure(one.atClose)} 变为 ${figure(one.now)}`;
    case "children":
      return `下级 ${one.changed} 个组织的“${nameOf(names, one.scheme, "zh")}”有变化`;
  }
}

function inEnglish(one: SinceClose, names: Names): string {
  switch (one.what) {
    case "facts":
      return one.count === 1 ? "1 entry came" : `${one.count} entries came`;
    case "receipt":
      return `its source delivered on ${dayOf(one.at)}`;
    case "withdrawal":
      return `a delivery was withdrawn on ${dayOf(one.at)}`;
    case "figure":
      return `"${nameOf(names, one.scheme, "en")}" went from ${figure(one.atClose)} to ${figure(one.now)}`;
    case "children":
      return `${one.changed} below changed in "${nameOf(names, one.scheme, "en")}"`;
  }
}

const days = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });

function dayOf(instant: string): string {
  return days.format(new Date(instant));
}

function figure(text: string | null): string {
  return text === null ? "—" : minus(text);
}
