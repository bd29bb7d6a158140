import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import { useEditing } from "../../../app/drafts/DraftContext.ts";
import { valueAt } from "../../../app/drafts/draft-text.ts";

/** Which parts the version above leaves open; a template of its own has no version above, and all of it is open. */
export function usePartState(): { adapts: number | null; isClosed: (part: string) => boolean } {
  const { body } = useEditing();
  const written = valueAt(body, ["adapts"]);
  const adapts = typeof written === "number" ? written : null;
  const base = useQuery({
    ...ask("getTemplate", { params: { code: String(body.code ?? ""), version: String(adapts ?? 1) } }),
    enabled: adapts !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const open: readonly string[] = base.data?.body.open ?? [];
  return { adapts, isClosed: (part) => adapts !== null && !open.includes(part) };
}
