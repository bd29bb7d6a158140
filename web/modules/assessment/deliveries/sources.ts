import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";

export type Source = Answer<"listSources">["items"][number];

/** The business systems that some indicator reads, with what each feeds. */
export function useSources(organizationId: string | null): { items: readonly Source[]; loading: boolean } {
  const params = { organizationId: organizationId ?? "" };
  const query = useQuery({ ...ask("listSources", { params }), enabled: organizationId !== null });
  return { items: query.data?.items ?? [], loading: query.isPending };
}
