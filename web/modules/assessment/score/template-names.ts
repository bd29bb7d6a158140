import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import type { Words } from "../../../app/language/language.ts";
import { useMay } from "../../../app/session/session.ts";

/** Names of the types of work by code; without the right to read them, codes stand for themselves. */
export function useTemplateNames(): Record<string, Words> {
  const enabled = useMay()("template.read");
  const templates = useQuery({ ...ask("listTemplates", {}), enabled, staleTime: 300_000 });
  return Object.fromEntries((templates.data?.items ?? []).map(({ body }) => [body.code, body.name]));
}
