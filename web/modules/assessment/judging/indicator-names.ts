import { usePages } from "../../../app/api/queries.ts";
import { useWords } from "../../../app/language/language.ts";
import { useMay } from "../../../app/session/session.ts";

/** Names of indicators by code; without the right to read them, codes stand for themselves. */
export function useIndicatorNames(): (code: string) => string {
  const words = useWords();
  const { items } = usePages("listIndicators", { query: { limit: 200 } }, useMay()("scheme.read"));
  return (code) => {
    const found = items.find((one) => one.code === code);
    return found ? words(found.name) : code;
  };
}
