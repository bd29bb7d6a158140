import type { Answer } from "../endpoints.ts";
import type { Language, Named } from "../messages/score-names.ts";
import type { RouteName } from "../routes.ts";

/** Endpoints that answer a list, whole or paged by key. */
type ListName = { [N in RouteName]: Answer<N> extends { items: readonly unknown[] } ? N : never }[RouteName];
type ItemOf<N extends ListName> = Answer<N> extends { items: readonly (infer Item)[] } ? Item : never;

/** Who reads, and when: cells are words of his language and count days from his today. */
export type Reader = { readonly language: Language; readonly today: string };

/** One column, said once for the screen and for the workbook. */
export type ListColumn<Item> = {
  /** As addresses and kept views name it. */
  readonly key: string;
  readonly name: Named;
  readonly value: (item: Item, reader: Reader) => string | number | null;
  /** A date is YYYY-MM-DD, an instant ISO 8601 in UTC; a number stands to the right. */
  readonly kind?: "date" | "instant" | "number";
  /** Left out until somebody chooses it. */
  readonly extra?: true;
  /** In characters; what isn't said is 16. */
  readonly width?: number;
};

export type List<Item> = {
  readonly name: Named;
  readonly columns: readonly ListColumn<Item>[];
  /** Whose row it is: those of restricted units stay out of workbooks (PRV-22). */
  readonly organizationOf?: (item: Item) => string | null;
  /** Of class D4: it has no workbook, as such data don't leave the product. `true` for every row of the list. */
  readonly sensitive?: true | ((item: Item) => boolean);
};

export type ListOf<N extends ListName> = List<ItemOf<N>>;
/** A list whose items nobody looks into. */
export type UnknownList = List<never>;

/** The columns of these keys in this order, those usual at first without any; what is unknown is left out. */
export function columnsOf<Item>(list: List<Item>, keys: readonly string[] | null): readonly ListColumn<Item>[] {
  const known = new Map(list.columns.map((column) => [column.key, column]));
  const chosen = (keys ?? []).flatMap((key) => known.get(key) ?? []);
  return chosen.length > 0 ? [...new Set(chosen)] : list.columns.filter(({ extra }) => !extra);
}

/** Words that belong together, in one cell. */
export function together(parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(" · ");
}
