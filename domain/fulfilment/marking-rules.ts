/** Words by which a state secret is marked. */
const markings = ["绝密", "机密", "秘密"] as const;
export type Marking = (typeof markings)[number];

/** 手机密码 and 计算机密钥 are no markings, nor is 断绝密切往来. */
const notFollowedBy = "(?![码钥封闭集度切])";
const star = "[★☆＊*]";
/** Blanks are one by the time it is searched. */
const gap = " ?";
const [top, confidential, secret] = markings.map((marking) => [...marking].join(gap));
const any = `(${top}|${confidential}|${secret})`;
const period = `(?:长期|[0-9０-９一二三四五六七八九十]+${gap}(?:年|个月|月))?`;

const inText: readonly RegExp[] = [
  /(绝密|机密)(?![码钥封闭集度切])/u,
  new RegExp(`${any}${gap}${star}`, "u"),
  new RegExp(`密${gap}级${gap}[:：]?${gap}${any}`, "u"),
  // Alone on its line, in brackets or with its years: the head of a page.
  new RegExp(`^${gap}[【〔［（([]?${gap}${any}${gap}(?:级|件)?${gap}${period}${gap}[】〕］）)\\]]?${gap}$`, "mu"),
];

const inName: readonly RegExp[] = [
  new RegExp(`(绝密|机密)${notFollowedBy}`, "u"),
  new RegExp(`(?<![\\p{L}\\p{N}])(${secret})${notFollowedBy}`, "u"),
  new RegExp(`${any}${gap}(?:${star}|级|件)`, "u"),
];

/**
 * The marking that a text bears; null without one (PRV-21). 绝密 and 机密 count wherever they stand; 秘密 is an ordinary
 * word of lessons about 保密 and counts as a marking only: with its star, after 密级, or alone on its line.
 */
export function markingOf(text: string): Marking | null {
  return firstOf(inText, oneBlank(text));
}

/** The marking in the name of a file: a file about 国家秘密 bears none, one called 秘密-安排 does. */
export function markingOfName(name: string): Marking | null {
  return firstOf(inName, oneBlank(name));
}

function oneBlank(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Cf}/gu, "")
    .replace(/[ \t\u00a0\u3000]+/g, " ");
}

function firstOf(patterns: readonly RegExp[], text: string): Marking | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1]?.replace(/\s/gu, "");
    if (found !== undefined) return found as Marking;
  }
  return null;
}

export type QuarantineOutcome = "cleared" | "misjudged";

/** Why somebody can't settle a file in quarantine; null where he can. Nobody settles what he sent himself. */
export function handlingRefusal(
  held: { readonly settled: boolean; readonly sentBy: string },
  by: string,
): "quarantine.handled_already" | "quarantine.own_upload" | null {
  if (held.sentBy === by) return "quarantine.own_upload";
  return held.settled ? "quarantine.handled_already" : null;
}
