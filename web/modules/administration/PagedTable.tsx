import { Table, type TableColumnsType } from "antd";
import { Card } from "../../ui/Card.tsx";
import { MorePages } from "../../ui/MorePages.tsx";
import { Empty, Failed, Loading } from "../../ui/States.tsx";

type Query = {
  isPending: boolean;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
};
type Props<T> = { query: Query; items: readonly T[]; columns: TableColumnsType<T>; empty: string };

/** A compact office table over a list paged by key. */
export function PagedTable<T extends { id: string }>({ query, items, columns, empty }: Props<T>) {
  return (
    <Card>
      {query.isPending && <Loading rows={8} />}
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      {!query.isPending && !query.isError && items.length === 0 && <Empty title={empty} />}
      {items.length > 0 && (
        <Table<T>
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={items}
          pagination={false}
          scroll={{ x: "max-content" }}
        />
      )}
      <MorePages query={query} shown={items.length} />
    </Card>
  );
}
