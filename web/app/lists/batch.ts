import { type ReactNode, useState } from "react";

/** Something that can be done to many rows of a list at once. */
export type BatchAct<Item> = {
  readonly key: string;
  readonly label: string;
  /** Whether it can be done to this row as far as the list tells; the server decides. */
  readonly fits: (item: Item) => boolean;
  /** Asks for what is needed and does it; `nameOf` says a row in a refusal. */
  readonly sheet: (items: readonly Item[], onClose: () => void) => ReactNode;
};

/** Which rows are ticked, as far as they are still in the list. */
export function useBatch<Item>(items: readonly Item[], idOf: (item: Item) => string, acts: readonly BatchAct<Item>[]) {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<string | null>(null);
  const picked = items.filter((item) => chosen.has(idOf(item)));
  const act = acts.find(({ key }) => key === open);
  return {
    chosen: new Set(picked.map(idOf)) as ReadonlySet<string>,
    picked,
    choose,
    setOpen,
    sheet: act?.sheet(picked.filter(act.fits), () => {
      setOpen(null);
      choose(new Set());
    }),
  };
}
