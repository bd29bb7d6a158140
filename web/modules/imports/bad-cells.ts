import type { Preview } from "./use-roster-import.ts";

type Row = Preview["rows"][number];
export type ShownCell = Row["cells"][number] & { readonly wrong: boolean };

/** The cells of a row that are worth showing: those that say something and those that are wrong. */
export function shownCells({ cells }: Row, problems: Preview["problems"]): ShownCell[] {
  const bad = new Set(problems.map(({ path }) => path));
  return cells
    .map((cell) => ({ ...cell, wrong: bad.has(cell.address) && !standsIn(cells, cell) }))
    .filter(({ text, wrong }) => wrong || text !== "");
}

/** A column that the file lacks bears the address of the first one, which is meant where it says something. */
function standsIn(cells: Row["cells"], { heading, address, text }: Row["cells"][number]): boolean {
  return text === "" && cells.some((other) => other.heading !== heading && other.address === address && other.text);
}
