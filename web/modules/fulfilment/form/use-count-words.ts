import { useTexts } from "../../../app/language/texts.ts";
import { type Count, rateOf } from "./attendance-count.ts";
import { hostsTexts } from "./hosts-texts.ts";

/** 应到, 实到 and, where anybody counts and is marked, the rate. */
export function useCountWords(): (count: Count, marked?: boolean) => string {
  const t = useTexts(hostsTexts);
  return (count, marked = true) => {
    const rate = marked ? rateOf(count) : null;
    return rate === null ? t("count", count) : t("countRate", { ...count, rate });
  };
}
