import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { memo, type ReactNode, useEffect, useRef } from "react";
import { useTexts } from "../app/language/texts.ts";
import { classes } from "./classes.ts";
import styles from "./DataTable.module.css";
import { scrolledByKeys } from "./scrolled-by-keys.ts";
import type { ShownColumn, TableProps } from "./table.ts";
import { uiTexts } from "./texts.ts";

type Props<T> = Omit<TableProps<T>, "columns"> & { columns: readonly ShownColumn<T>[] };

const rowHeight = 32;
const letter = 9;
const usualWidth = 16;

/** Rows and columns in sight and a few beside them; the first column always, as it says whose row it is. */
export function VirtualTable<T>({ label, items, idOf, columns, selection, onEnd }: Props<T>) {
  const t = useTexts(uiTexts);
  const scroller = useRef<HTMLElement>(null);
  const widthOf = (at: number) => Math.max(48, (columns[at]?.width ?? usualWidth) * letter);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: widthOf,
    overscan: 2,
    rangeExtractor: (range) => [...new Set([0, ...defaultRangeExtractor(range)])],
  });
  const inSight = rows.getVirtualItems();
  const [first, last] = [inSight[0], inSight.at(-1)];
  const atEnd = last !== undefined && last.index >= items.length - 20;
  useEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, onEnd]);
  const shown = across.getVirtualItems().map(({ index }) => index);
  const gaps = gapsBetween(shown, columns.length, widthOf);
  const keys = shown.join(" ");
  return (
    <section
      ref={scroller}
      className={classes(styles.scroll, styles.tall)}
      aria-label={t("scrolled", { label })}
      {...scrolledByKeys}
    >
      <table
        className={classes("table", styles.table, styles.fixed)}
        style={{ width: across.getTotalSize() }}
        aria-label={label}
        aria-rowcount={items.length + 1}
        aria-colcount={columns.length}
      >
        <thead>
          <tr aria-rowindex={1}>
            {laid(shown, gaps, (at) => {
              const { key, head, title, right } = columns[at] as ShownColumn<T>;
              return (
                <th
                  key={key}
                  scope="col"
                  aria-colindex={at + 1}
                  className={classes(right && "right", at === 0 && styles.first)}
                  style={{ width: widthOf(at) }}
                >
                  {head ?? title}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          <Gap height={first?.start ?? 0} />
          {inSight.map(({ index }) => {
            const item = items[index] as T;
            const id = idOf(item);
            return (
              <Row
                key={id}
                item={item}
                at={index}
                columns={columns as readonly ShownColumn<unknown>[]}
                shown={keys}
                isChosen={selection?.chosen.has(id)}
              />
            );
          })}
          <Gap height={rows.getTotalSize() - (last?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  );
}

function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr className={styles.gap} style={{ height }}>
      <td />
    </tr>
  );
}

type RowProps = {
  item: unknown;
  at: number;
  columns: readonly ShownColumn<unknown>[];
  /** Numbers of the columns in sight; a text, so that a row in sight isn't drawn again while others come. */
  shown: string;
  isChosen: boolean | undefined;
};

const Row = memo(function Row({ item, at, columns, shown, isChosen }: RowProps) {
  const numbers = shown.split(" ").map(Number);
  return (
    <tr aria-rowindex={at + 2} aria-selected={isChosen} className={styles.row}>
      {laid(
        numbers,
        gapsBetween(numbers, columns.length, () => 1),
        (number) => {
          const { key, cell, right } = columns[number] as ShownColumn<unknown>;
          return (
            <td
              key={key}
              aria-colindex={number + 1}
              className={classes(right && "right", number === 0 && styles.first)}
            >
              {cell(item)}
            </td>
          );
        },
      )}
    </tr>
  );
});

type Gaps = { readonly middle: number; readonly end: number };

/** How wide what is left out is: between the first column and the others in sight, and behind them. */
function gapsBetween(shown: readonly number[], count: number, widthOf: (at: number) => number): Gaps {
  const width = (from: number, to: number) => {
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += widthOf(at);
    return sum;
  };
  return { middle: width(1, shown[1] ?? 1), end: width((shown.at(-1) ?? 0) + 1, count) };
}

/** Cells in their order with an empty one for what is left out; widths are those of the head. */
function laid(shown: readonly number[], { middle, end }: Gaps, cellAt: (at: number) => ReactNode): ReactNode[] {
  const [first, ...others] = shown;
  return [
    ...(first === undefined ? [] : [cellAt(first)]),
    ...(middle > 0 ? [<td key="middle" aria-hidden="true" style={{ width: middle }} />] : []),
    ...others.map(cellAt),
    ...(end > 0 ? [<td key="end" aria-hidden="true" style={{ width: end }} />] : []),
  ];
}
