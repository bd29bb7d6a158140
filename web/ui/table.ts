import type { ReactNode } from "react";

export type TableColumn<T> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (item: T) => ReactNode;
  /** In characters; only a large table keeps to it. */
  readonly width?: number;
  readonly right?: boolean;
  /** What is there to be pressed, and isn't printed. */
  readonly screenOnly?: boolean;
};
/** Rows that are ticked to be done something with together. */
export type Selection<T> = {
  readonly chosen: ReadonlySet<string>;
  readonly nameOf: (item: T) => string;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
};
export type TableProps<T> = {
  readonly label: string;
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  readonly columns: readonly TableColumn<T>[];
  readonly selection?: Selection<T> | undefined;
  /** Called when the last rows come into sight. */
  readonly onEnd?: (() => void) | undefined;
};

/** A column with what stands in its head instead of the title. */
export type ShownColumn<T> = TableColumn<T> & { readonly head?: ReactNode };
