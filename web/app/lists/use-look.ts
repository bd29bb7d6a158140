import { choicesOf, columnsOf, type List } from "@dutyloop/contract/lists/list.ts";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { also, type PageSearch, without } from "../frame/search.ts";

export type FilterKey = Exclude<keyof PageSearch, "org" | "period" | "cols">;

/** What a view holds: filters and order as the address names them, and columns; none for the usual ones. */
export type Look = { readonly search: Readonly<Record<string, string>>; readonly columns: readonly string[] };

const separator = ".";

/** How the list is looked at now, as the address says, and ways to look at it otherwise. */
export function useLook<Item>(list: List<Item>, keys: readonly FilterKey[]) {
  const search = useSearch({ from: "__root__" });
  const navigate = useNavigate();
  const columns = columnsOf(list, search.cols?.split(separator) ?? null);
  const usual = keysOf(columnsOf(list, null));
  const isUsual = (chosen: readonly string[]) => chosen.join() === usual.join();
  const filters = Object.fromEntries(keys.flatMap((key) => (search[key] ? [[key, search[key]]] : [])));
  const chosen = keysOf(columns);
  const now: Look = { search: filters, columns: isUsual(chosen) ? [] : chosen };
  const withColumns = (wanted: readonly string[]) => (address: PageSearch) =>
    wanted.length === 0 || isUsual(wanted) ? without("cols")(address) : also({ cols: wanted.join(separator) })(address);
  return {
    columns,
    /** What the columns are chosen by, in their order. */
    chosen,
    now,
    isPlain: Object.keys(filters).length === 0 && now.columns.length === 0,
    show: (wanted: readonly string[]) => void navigate({ to: ".", search: withColumns(wanted), replace: true }),
    open: (look: Look, replace = false) => {
      const known = Object.entries(look.search).filter(([key]) => keys.some((each) => each === key));
      const filtered = (address: PageSearch) => ({ ...without(...keys)(address), ...Object.fromEntries(known) });
      void navigate({
        to: ".",
        search: (address: PageSearch) => withColumns(look.columns)(filtered(address)),
        replace,
      });
    },
  };
}

function keysOf(columns: Parameters<typeof choicesOf>[0]): readonly string[] {
  return choicesOf(columns).map(({ key }) => key);
}

export function isSameLook(one: Look, other: Look): boolean {
  const text = ({ search, columns }: Look) => JSON.stringify([Object.entries(search).toSorted(), columns]);
  return text(one) === text(other);
}
