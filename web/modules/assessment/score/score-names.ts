import type { Names } from "@dutyloop/contract/messages/score-names.ts";
import type { Score } from "./ScoreSheet.tsx";
import { useTemplateNames } from "./template-names.ts";
import { valueTexts } from "./value-texts.ts";

const values: Names = Object.fromEntries(
  Object.entries(valueTexts.zh).map(([code, zh]) => [
    code,
    { zh, en: valueTexts.en[code as keyof typeof valueTexts.en] },
  ]),
);

/** Names that the sentences of a sheet use, by code: its lines, the schemes, types of work, values of attributes. */
export function useScoreNames(score: Pick<Score, "lines" | "schemes">): Names {
  const templates = useTemplateNames();
  const named = [...score.schemes, ...score.lines].map(({ code, name }) => [code, name] as const);
  return { ...values, ...templates, ...Object.fromEntries(named) };
}
