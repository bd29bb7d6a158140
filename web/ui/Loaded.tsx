import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Failed, Loading } from "./States.tsx";

type Props<T> = { query: UseQueryResult<T>; rows?: number; tall?: boolean; children: (data: T) => ReactNode };

/** Shows a query's data, or that it is loading, or why it couldn't be had. */
export function Loaded<T>({ query, rows, tall, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Loading rows={rows ?? 5} tall={tall ?? false} />;
}
