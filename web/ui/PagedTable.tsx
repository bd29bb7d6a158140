import type { ReactNode } from "react";
import { Card } from "./Card.tsx";
import { classes } from "./classes.ts";
import { MorePages } from "./MorePages.tsx";
import styles from "./PagedTable.module.css";
import { Empty, Failed, Loading } from "./States.tsx";

type Query = {
  isPending: boolean;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
};
/** A `wide` column is left out on a phone. */
export type Column<T> = {
  title: string;
  cell: (item: T) => ReactNode;
  wide?: boolean;
  mono?: boolean;
};
type Props<T> = {
  label: string;
  query: Query;
  items: readonly T[];
  columns: readonly Column<T>[];
  empty: string;
  emptyText?: ReactNode;
};

/**
 * A compact office table over a list paged by key. A plain table, as antd's measures the scroll bar with a style
 * element that the content security policy refuses.
 */
export function PagedTable<T extends { id: string }>(props: Props<T>) {
  const { label, query, items, columns, empty, emptyText } = props;
  return (
    <Card>
      {query.isPending && <Loading rows={8} />}
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      {!query.isPending && !query.isError && items.length === 0 && <Empty title={empty} text={emptyText} />}
      {items.length > 0 && (
        <table className={classes("table", styles.table)} aria-label={label}>
          <thead>
            <tr>
              {columns.map(({ title, wide }) => (
                <th key={title} className={classes(wide && "wide-only")}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                {columns.map(({ title, cell, wide, mono }) => (
                  <td key={title} className={classes(wide && "wide-only", mono && styles.mono)}>
                    {cell(item)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MorePages query={query} shown={items.length} />
    </Card>
  );
}
