import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { InvalidRequest } from "../platform/http/validation.ts";
import { Refused } from "../platform/ritual/refused.ts";
import { NotNamed } from "./find-group.ts";

export type Language = "zh" | "en";

export function languageNamed(text: string | undefined): Language {
  return text === "en" ? "en" : "zh";
}

/** Does the work; what was refused is said in the caller's language, each problem on a line, and ends with 1. */
export async function tellingRefusals(language: Language, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const lines = linesOf(language, error);
    if (lines === null) throw error;
    for (const line of lines) console.error(line);
    return 1;
  }
}

function linesOf(language: Language, error: unknown): string[] | null {
  if (error instanceof NotNamed) return [error.message];
  if (error instanceof Refused) return [wordRefusal(language, error.refusal.code, error.refusal.values)];
  if (!(error instanceof InvalidRequest)) return null;
  const { code, values } = error.refusal;
  const problems = error.problems.map(
    ({ path, ...problem }) => `${path}: ${wordRefusal(language, problem.code, problem.values)}`,
  );
  return [wordRefusal(language, code, values), ...problems];
}
