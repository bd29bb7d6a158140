import type { TableColumn } from "../../../platform/spreadsheets/table.ts";

/** `required`: in every row; `needed`: marked in the template, as in the row of what is new. */
export type ImportColumn<Key extends string> = TableColumn<Key> & {
  readonly needed: boolean;
  readonly example: string;
};
export type ImportSheet<Key extends string> = { readonly name: string; readonly columns: readonly ImportColumn<Key>[] };
