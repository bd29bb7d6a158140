import type { PlanRow } from "./plan-tree.ts";

/** What a key asks for in a tree of a plan. */
export type PlanKey =
  | { readonly to: number }
  | { readonly id: string; readonly open: boolean }
  | { readonly choose: string }
  | { readonly pick: string }
  | { readonly cancel: true };

/** As in every tree; M takes an organisation into the hand, Enter puts down what is there, Esc lets it go. */
export function planKey(pressed: string, rows: readonly PlanRow[], at: number): PlanKey | null {
  if (pressed === "Escape") return { cancel: true };
  const row = rows[at];
  if (!row) return rows.length > 0 && walking.has(pressed) ? { to: 0 } : null;
  switch (pressed) {
    case "ArrowDown":
      return { to: Math.min(at + 1, rows.length - 1) };
    case "ArrowUp":
      return { to: Math.max(at - 1, 0) };
    case "Home":
      return { to: 0 };
    case "End":
      return { to: rows.length - 1 };
    case "ArrowRight":
      if (row.open) return { to: at + 1 };
      return row.hasChildren ? { id: row.node.id, open: true } : { to: at };
    case "ArrowLeft":
      return row.open ? { id: row.node.id, open: false } : { to: above(rows, at) };
    case "Enter":
    case " ":
      return { choose: row.node.id };
    case "m":
    case "M":
      return { pick: row.node.id };
    default:
      return null;
  }
}

const walking = new Set(["ArrowDown", "ArrowUp", "Home", "End", "ArrowRight", "ArrowLeft"]);

function above(rows: readonly PlanRow[], at: number): number {
  const depth = rows[at]?.depth ?? 0;
  const found = rows.findLastIndex((row, index) => index < at && row.depth < depth);
  return found < 0 ? at : found;
}
