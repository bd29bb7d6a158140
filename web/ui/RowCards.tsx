import type { ReactNode } from "react";
import styles from "./RowCards.module.css";
import type { TableColumn, TableProps } from "./table.ts";

type Props<T> = Pick<TableProps<T>, "label" | "items" | "idOf" | "columns"> & {
  /** A row as the page words it; without it its columns stand one below the other. */
  card?: ((item: T) => ReactNode) | undefined;
};

/** The rows of a table on a phone: each a card of its own. */
export function RowCards<T>({ label, items, idOf, columns, card }: Props<T>) {
  return (
    <ul className={styles.cards} aria-label={label}>
      {items.map((item) => (
        <li key={idOf(item)}>{card ? card(item) : <PlainCard item={item} columns={columns} />}</li>
      ))}
    </ul>
  );
}

function PlainCard<T>({ item, columns: [first, ...others] }: { item: T; columns: readonly TableColumn<T>[] }) {
  return (
    <>
      <b>{first?.cell(item)}</b>
      {others.map(({ key, title, cell }) => (
        <span key={key}>
          <span className="note">{title}</span> {cell(item)}
        </span>
      ))}
    </>
  );
}
