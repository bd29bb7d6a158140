import type { Answer } from "../endpoints.ts";
import type { Language, Named } from "../messages/score-names.ts";
import type { RouteName } from "../routes.ts";

/** Endpoints that answer a list, whole or paged by key. */
type ListName = { [N in RouteName]: Answer<N> extends { items: readonly unknown[] } ? N : never }[RouteName];
type ItemOf<N extends ListName> = Answer<N> extends { items: readonly (infer Item)[] } ? Item : never;

/** Who reads, and when: cells are words of his language and count days from his today. */
export type Reader = { readonly language: Language; readonly today: string };

/** Filters as the page's address named them. */
export type Asked = Readonly<Record<string, string>>;

/** One column, said once for the screen and for the workbook. */
export type ListColumn<Item> = {
  /** As addresses and kept views name it. */
  readonly key: string;
  readonly name: Named;
  readonly value: (item: Item, reader: Reader) => string | number | null;
  /**
   * A date is YYYY-MM-DD, an instant ISO 8601 in UTC; a number stands to the right. A number as text ("84.50", "75%") is one
   * in a workbook too, with the places that it has here.
   */
  readonly kind?: "date" | "instant" | "number";
  /** Left out until somebody chooses it. */
  readonly extra?: true;
  /** In characters; what isn't said is 16. */
  readonly width?: number;
  /** Columns side by side of one group are chosen as one and stand under one head in a workbook. */
  readonly group?: { readonly key: string; readonly name: Named };
  /** Says whose row it is: it stands before the others and nobody can leave it out. */
  readonly fixed?: true;
};

export type List<Item> = {
  readonly name: Named;
  readonly columns: readonly ListColumn<Item>[];
  /** Whose row it is: those of restricted units stay out of workbooks (PRV-22). */
  readonly organizationOf?: (item: Item) => string | null;
  /** Of class D4: it has no workbook, as such data don't leave the product. `true` for every row of the list. */
  readonly sensitive?: true | ((item: Item) => boolean);
};

/** What a workbook has besides the columns of a list. */
type Worded<Item, Page> = {
  /** What it says over the rows, line by line: of what, whose, of when. Of the first page. */
  readonly over?: (page: Page, reader: Reader, asked: Asked) => readonly string[];
  /** The rows that it makes of a page, where they aren't the page's items. */
  readonly rowsOf?: (page: Page, reader: Reader) => readonly Item[];
};
/** Figures that are taken away as a workbook of rows made of them. */
export type Table<Item, Page> = List<Item> & Required<Worded<Item, Page>>;

export type ListOf<N extends ListName> = List<ItemOf<N>>;
/** A list whose workbook says what it is of. */
export type HeadedListOf<N extends ListName> = ListOf<N> & Worded<ItemOf<N>, Answer<N>>;
/** A list whose items nobody looks into. */
export type UnknownList = List<never> &
  Omit<Worded<never, never>, "rowsOf"> & {
    readonly rowsOf?: (page: never, reader: Reader) => readonly unknown[];
  };

/** What is chosen or left out as one: a column, or those of a group. */
export type Choice = { readonly key: string; readonly name: Named };

const choiceOf = ({ key, name, group }: UnknownColumn): Choice => group ?? { key, name };
type UnknownColumn = Pick<ListColumn<never>, "key" | "name" | "group" | "fixed">;

/** What these columns are chosen by, in their order; whoever asks for a list's own gets all there is to choose. */
export function choicesOf(columns: readonly UnknownColumn[]): readonly Choice[] {
  const choices = columns.filter(({ fixed }) => !fixed).map(choiceOf);
  return [...new Map(choices.map((choice) => [choice.key, choice])).values()];
}

/** The columns of these choices in this order, those usual at first without any; what is unknown is left out. */
export function columnsOf<Item>(
  list: Pick<List<Item>, "columns">,
  keys: readonly string[] | null,
): readonly ListColumn<Item>[] {
  const [fixed, free] = [list.columns.filter((column) => column.fixed), list.columns.filter((column) => !column.fixed)];
  const known = Map.groupBy(free, (column) => choiceOf(column).key);
  const chosen = [...new Set(keys)].flatMap((key) => known.get(key) ?? []);
  return [...fixed, ...(chosen.length > 0 ? chosen : free.filter(({ extra }) => !extra))];
}

export function hasColumn({ columns }: UnknownList, key: string): boolean {
  return columns.some((column) => choiceOf(column).key === key);
}

/** Words that belong together, in one cell. */
export function together(parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(" · ");
}
