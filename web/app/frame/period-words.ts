import { wordPeriod } from "@dutyloop/contract/messages/period-words.ts";
import { useLanguage } from "../language/language.ts";

/** A period's name in words: 2026年3月, 2026年第1季度, 2026年上半年, 2026年. */
export function usePeriodWords(): (name: string) => string {
  const language = useLanguage();
  return (name) => wordPeriod(language, name);
}
