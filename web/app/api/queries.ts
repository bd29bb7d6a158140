import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { RouteName } from "@dutyloop/contract/routes.ts";
import { keepPreviousData, QueryClient, queryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { call, type Request } from "./client.ts";
import { Refusal } from "./refusal.ts";

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // A refusal won't change by asking again; a lost line may.
        retry: (failures, error) => !(error instanceof Refusal) && failures < 2,
      },
    },
  });
}

/** One answer of the API as a query; its key is the endpoint's name and what was asked. */
export function ask<N extends RouteName>(name: N, request: Request<N>) {
  return queryOptions({
    queryKey: [name, request] as const,
    queryFn: ({ signal }) => call(name, request, { signal }),
  });
}

type ListName = {
  [N in RouteName]: Answer<N> extends { items: readonly unknown[]; next: string | null } ? N : never;
}[RouteName];

type Item<N extends RouteName> = Answer<N> extends { items: (infer I)[] } ? I : never;

type Paging = {
  readonly enabled?: boolean;
  /** Shows what was there until the answer to another question has come, so that nothing jumps and the focus stays. */
  readonly keep?: boolean;
};

/** A list paged by key: `items` so far and a way to the next page. */
export function usePages<N extends ListName>(
  name: N,
  request: Request<N>,
  { enabled = true, keep = false }: Paging = {},
) {
  const query = useInfiniteQuery({
    queryKey: [name, "pages", request],
    initialPageParam: null as string | null,
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    queryFn: ({ pageParam, signal }) => {
      const asked = request as { query?: object };
      const next = pageParam === null ? asked : { ...asked, query: { ...asked.query, after: pageParam } };
      return call(name, next as Request<N>, { signal });
    },
    getNextPageParam: (page) => (page as { next: string | null }).next,
  });
  const items = (query.data?.pages ?? []).flatMap((page) => (page as { items: Item<N>[] }).items);
  return { query, items, first: query.data?.pages[0] };
}
