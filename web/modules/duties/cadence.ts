import { useTexts } from "../../app/language/texts.ts";
import { dutiesTexts } from "./texts.ts";

const lengths = ["month", "two_months", "quarter", "half_year", "year"] as const;

/** How often something is owed, in words. */
export function useCadence(): (cadence: string) => string {
  const t = useTexts(dutiesTexts);
  return (cadence) => {
    const length = lengths.find((one) => one === cadence);
    return length ? t(length) : cadence;
  };
}
