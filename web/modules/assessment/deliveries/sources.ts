import { usePages } from "../../../app/api/queries.ts";
import type { Words } from "../../../app/language/language.ts";
import { useMay } from "../../../app/session/session.ts";

type Source = { readonly code: string; readonly indicators: readonly Words[] };
export type Sources = { readonly items: readonly Source[]; readonly loading: boolean; readonly readable: boolean };

/** The sources that some indicator reads, with what each feeds. Without the right to read them a code is typed. */
export function useSources(): Sources {
  const readable = useMay()("scheme.read");
  const { query, items } = usePages("listIndicators", { query: { limit: 200 } }, readable);
  const found = new Map<string, Words[]>();
  for (const { source, name } of items) {
    if (source !== "system") found.set(source, [...(found.get(source) ?? []), name]);
  }
  return {
    items: [...found].map(([code, indicators]) => ({ code, indicators })),
    loading: readable && query.isPending,
    readable,
  };
}
