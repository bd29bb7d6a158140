import { nodeFrom, parentRow, type TreeRow } from "./tree-rows.ts";

/** What a key asks for: to go to a row, to open or close one, or to show its organisation. */
export type TreeAct =
  | { readonly to: number }
  | { readonly key: string; readonly open: boolean }
  | { readonly show: string };

const page = 10;

/** What a key does at a row, as in every tree; null for a key that means nothing here. */
export function actOfKey(pressed: string, rows: readonly TreeRow[], at: number): TreeAct | null {
  const row = rows[at];
  if (row?.kind !== "node") return walking.has(pressed) ? { to: nodeFrom(rows, 0, 1) } : null;
  switch (pressed) {
    case "ArrowDown":
      return { to: nodeFrom(rows, at + 1, 1) };
    case "ArrowUp":
      return { to: nodeFrom(rows, at - 1, -1) };
    case "PageDown":
      return { to: nodeFrom(rows, Math.min(at + page, rows.length - 1), -1) };
    case "PageUp":
      return { to: nodeFrom(rows, Math.max(at - page, 0), 1) };
    case "Home":
      return { to: nodeFrom(rows, 0, 1) };
    case "End":
      return { to: nodeFrom(rows, rows.length - 1, -1) };
    case "ArrowRight":
      if (row.open) return { to: nodeFrom(rows, at + 1, 1) };
      return row.node.hasChildren ? { key: row.key, open: true } : { to: at };
    case "ArrowLeft":
      return row.open ? { key: row.key, open: false } : { to: parentRow(rows, at) };
    case "Enter":
    case " ":
      return { show: row.key };
    default:
      return null;
  }
}

const walking = new Set(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End", "ArrowRight", "ArrowLeft"]);
