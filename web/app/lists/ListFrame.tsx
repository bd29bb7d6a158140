import type { List, ListColumn } from "@dutyloop/contract/lists/list.ts";
import type { NamedList } from "@dutyloop/contract/lists/names.ts";
import { type ReactNode, useCallback } from "react";
import { Card } from "../../ui/Card.tsx";
import { MorePages } from "../../ui/MorePages.tsx";
import { Failed, Loading } from "../../ui/States.tsx";
import { TableOrCards } from "../../ui/TableOrCards.tsx";
import type { TableColumn } from "../../ui/table.ts";
import { useIsPhone } from "../../ui/use-phone.ts";
import { wordDate, wordInstant } from "../frame/months.ts";
import { useLanguage, useWords } from "../language/language.ts";
import { useSession } from "../session/session.ts";
import { BatchBar } from "./BatchBar.tsx";
import { type BatchAct, useBatch } from "./batch.ts";
import type { Asked } from "./ExportButton.tsx";
import { ListTools } from "./ListTools.tsx";
import { type FilterKey, useLook } from "./use-look.ts";

/** A list as `usePages` or one answer gives it. */
type Query = {
  isPending: boolean;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
  hasNextPage?: boolean;
  isFetchingNextPage?: boolean;
  fetchNextPage?: () => unknown;
};
type Props<Item> = {
  /** Where the list is a part of a page. */
  title?: string;
  name: NamedList;
  list: List<Item>;
  /** What the list was asked with; its workbook is asked with the same. */
  asked: Asked;
  query: Query;
  items: readonly Item[];
  /** Parts of the address that a view keeps. */
  keys?: readonly FilterKey[];
  idOf: (item: Item) => string;
  /** Cells that are more than their words: links, tags, bars. By the column's key. */
  cells?: Readonly<Record<string, (item: Item) => ReactNode>>;
  /** An item on a phone; without it its columns stand one below the other. */
  card?: (item: Item) => ReactNode;
  empty: ReactNode;
  /** Behind the columns: what may be done to a row. */
  doing?: { readonly title: string; readonly cell: (item: Item) => ReactNode } | undefined;
  acts?: readonly BatchAct<Item>[];
  /** Instead of the rows: a tree that opens step by step; it has no columns to choose and no workbook. */
  tree?: ReactNode;
  /** Above and below the rows. */
  children?: ReactNode;
};

const noKeys: readonly FilterKey[] = [];

/**
 * A list: kept views, a set of columns, the way out as a workbook, ticks for what can be done to many, and the rows
 * themselves: a table on a desk, cards on a phone.
 */
export function ListFrame<Item>(props: Props<Item>) {
  const { name, list, asked, query, items, keys = noKeys, idOf, card, empty, doing, acts = [], tree, children } = props;
  const words = useWords();
  const isPhone = useIsPhone();
  const look = useLook(list, keys);
  const cellOf = useCells(props.cells);
  const batch = useBatch(items, idOf, acts);
  const columns: TableColumn<Item>[] = look.columns.map((column) => ({
    key: column.key,
    title: words(column.name),
    cell: (item) => cellOf(column, item),
    ...(column.width === undefined ? {} : { width: column.width }),
    right: column.kind === "number",
  }));
  const shown = doing ? [...columns, { key: "doing", screenOnly: true, ...doing }] : columns;
  const nameOf = (item: Item) => String(look.columns[0]?.value(item, { language: "zh", today: "" }) ?? "");
  const { fetchNextPage, hasNextPage = false, isFetchingNextPage = false } = query;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) fetchNextPage?.();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const selection = acts.length > 0 && !isPhone ? { chosen: batch.chosen, nameOf, onChange: batch.choose } : undefined;
  return (
    <Card title={props.title}>
      <ListTools
        name={name}
        list={list}
        asked={asked}
        look={look}
        isEmpty={items.length === 0}
        isTree={tree !== undefined}
      >
        <BatchBar batch={batch} acts={acts} />
      </ListTools>
      {query.isPending && <Loading rows={8} />}
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      {!query.isPending && !query.isError && items.length === 0 && empty}
      {items.length > 0 && tree}
      {items.length > 0 && tree === undefined && (
        <TableOrCards
          label={words(list.name)}
          items={items}
          idOf={idOf}
          columns={shown}
          card={card}
          selection={selection}
          onEnd={onEnd}
        />
      )}
      {children}
      {fetchNextPage && <MorePages query={{ hasNextPage, isFetchingNextPage, fetchNextPage }} shown={items.length} />}
    </Card>
  );
}

/** A cell: what the page makes of it, or the column's words. */
function useCells<Item>(cells: Props<Item>["cells"]) {
  const language = useLanguage();
  const { today } = useSession();
  return ({ key, kind, value }: ListColumn<Item>, item: Item): ReactNode => {
    const own = cells?.[key];
    if (own) return own(item);
    const plain = value(item, { language, today });
    if (plain === null || plain === "") return <span className="faint">–</span>;
    if (kind !== "date" && kind !== "instant") return plain;
    return <span className="nowrap">{(kind === "date" ? wordDate : wordInstant)(language, String(plain))}</span>;
  };
}
