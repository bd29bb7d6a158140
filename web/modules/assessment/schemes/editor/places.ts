import type { SchemeLine } from "../scheme-tree.ts";

type Path = readonly (string | number)[];

/** What the right half of the editor shows: a line of the tree by its place, or one of the parts beside it. */
export type Panel =
  | { readonly kind: "line"; readonly place: string }
  | { readonly kind: "settings" | "grades" | "vetoes" };

/** The panel that has the field of a problem: the nearest line at or above its place. */
export function panelOf(place: string, lines: readonly { readonly place: string }[]): Panel {
  if (/^(?:grades|proportions)/.test(place)) return { kind: "grades" };
  if (place.startsWith("vetoes")) return { kind: "vetoes" };
  const holders = lines.filter((line) => place === line.place || /^[.[]/.test(remainder(place, line.place)));
  const nearest = holders.toSorted((a, b) => b.place.length - a.place.length)[0];
  return nearest ? { kind: "line", place: nearest.place } : { kind: "settings" };
}

function remainder(place: string, of: string): string {
  return place.startsWith(of) ? place.slice(of.length) : "";
}

/** The list in which the children of a line are written. */
export function childrenOf({ kind, path }: Pick<SchemeLine, "kind" | "path">): Path {
  return [...path, kind === "bonus" || kind === "deduction" ? "leaves" : "children"];
}

/** A code like this one that no line has yet. */
export function freshCode(stem: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? stem : `${stem}_${number}`;
    if (!taken.includes(code)) return code;
  }
}

/** The exact sum of decimals; null where one of them isn't a number. */
export function sumOf(texts: readonly (string | null)[]): string | null {
  const parts = texts.map((text) => /^(-?)(\d{1,12})(?:\.(\d{1,8}))?$/.exec(text ?? ""));
  let sum = 0n;
  for (const part of parts) {
    if (!part) return null;
    const [, sign, whole, fraction = ""] = part;
    sum += BigInt(`${sign}${whole}${fraction.padEnd(8, "0")}`);
  }
  const digits = String(sum < 0n ? -sum : sum).padStart(9, "0");
  const fraction = digits.slice(-8).replace(/0+$/, "");
  return `${sum < 0n ? "-" : ""}${digits.slice(0, -8)}${fraction && `.${fraction}`}`;
}
