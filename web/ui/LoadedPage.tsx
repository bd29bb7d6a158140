import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Loaded } from "./Loaded.tsx";
import { Page } from "./Page.tsx";

type Props<T> = { title: string; narrow?: boolean; query: UseQueryResult<T>; children: (data: T) => ReactNode };

/** A page that its data makes whole: until it is there, and where it couldn't be had, it has its title already. */
export function LoadedPage<T>({ title, narrow = false, query, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  return (
    <Page title={title} narrow={narrow}>
      <Loaded query={query} tall rows={4}>
        {children}
      </Loaded>
    </Page>
  );
}
