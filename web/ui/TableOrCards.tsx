import type { ReactNode } from "react";
import { DataTable } from "./DataTable.tsx";
import { RowCards } from "./RowCards.tsx";
import type { TableProps } from "./table.ts";
import { useIsPhone } from "./use-phone.ts";

/** Rows as a table on a desk and as cards on a phone. */
export function TableOrCards<T>({ card, ...table }: TableProps<T> & { card?: ((item: T) => ReactNode) | undefined }) {
  return useIsPhone() ? <RowCards {...table} card={card} /> : <DataTable {...table} />;
}
