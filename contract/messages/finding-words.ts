import type { Post } from "@dutyloop/domain/organization/things.ts";
import { fillIn, type MessageValues, wordDays } from "./fill-in.ts";
import { findingEn } from "./findings-en.ts";
import { type FindingCode, findingZh } from "./findings-zh.ts";
import { organizationEn } from "./organization-en.ts";
import { postWords } from "./organization-words.ts";
import { organizationZh } from "./organization-zh.ts";

/**
 * What a rule finds in the organisation, its posts, terms, members and their development, in one sentence. A code that is
 * a refusal at the moment of an act and a finding afterwards has one sentence for both.
 *
 * @throws Error for a code that no rule gives
 */
export function wordFinding(language: "zh" | "en", code: string, values: MessageValues): string {
  const sentence = sentenceOf(language, code);
  if (sentence === undefined) throw new Error(`No sentence for the finding ${code}`);
  const { post } = values;
  const words = typeof post === "string" ? { ...values, post: postWords[language][post as Post] ?? post } : values;
  return fillIn(sentence, wordDays(language, words));
}

function sentenceOf(language: "zh" | "en", code: string): string | undefined {
  const [own, refusals] = language === "zh" ? [findingZh, organizationZh] : [findingEn, organizationEn];
  return own[code as FindingCode] ?? refusals[code as keyof typeof organizationZh];
}
