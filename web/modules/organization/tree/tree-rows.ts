import type { Answer } from "@dutyloop/contract/endpoints.ts";

export type TreeNode = Answer<"listOrganizations">["items"][number];

/** The children of one organisation as far as they have been asked for; "" stands for the tops. */
export type Level = {
  readonly items: readonly TreeNode[];
  readonly next: string | null;
  readonly state: "loading" | "ready" | "failed";
};
export type Levels = ReadonlyMap<string, Level>;

/** One line of the tree: an organisation, or that there is more to come. */
export type TreeRow =
  | {
      readonly kind: "node";
      readonly key: string;
      readonly depth: number;
      readonly node: TreeNode;
      readonly open: boolean;
      readonly position: number;
      /** How many stand beside it; −1 while not all of them are known. */
      readonly size: number;
    }
  | {
      readonly kind: "more";
      readonly key: string;
      readonly depth: number;
      readonly parent: string;
      readonly level: Level;
    };

/** A level once a page of it has come; one that doesn't follow on what is there changes nothing. */
export function withPage(level: Level, after: string | null, items: readonly TreeNode[], next: string | null): Level {
  if (after === null) return { items, next, state: "ready" };
  if (after !== level.next) return { ...level, state: "ready" };
  return { items: [...level.items, ...items], next, state: "ready" };
}

/** What is shown, from the top down: every known organisation whose parents are all open. */
export function treeRows(levels: Levels, open: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (parent: string, depth: number) => {
    const level = levels.get(parent);
    if (!level) return;
    const whole = level.state === "ready" && level.next === null;
    const size = whole ? level.items.length : -1;
    level.items.forEach((node, at) => {
      const isOpen = node.hasChildren && open.has(node.id);
      rows.push({ kind: "node", key: node.id, depth, node, open: isOpen, position: at + 1, size });
      if (isOpen) add(node.id, depth + 1);
    });
    if (!whole) rows.push({ kind: "more", key: `more ${parent}`, depth, parent, level });
  };
  add("", 0);
  return rows;
}

/** The row of an organisation, or −1. */
export function rowOf(rows: readonly TreeRow[], id: string | null): number {
  return rows.findIndex((row) => row.key === id);
}

/** The next organisation from a row on, in steps of `step`; −1 where there is none. */
export function nodeFrom(rows: readonly TreeRow[], from: number, step: 1 | -1): number {
  for (let at = from; at >= 0 && at < rows.length; at += step) if (rows[at]?.kind === "node") return at;
  return -1;
}

/** The row of the organisation above, or −1 at the top. */
export function parentRow(rows: readonly TreeRow[], at: number): number {
  const depth = rows[at]?.depth ?? 0;
  for (let above = at - 1; above >= 0; above -= 1) if ((rows[above]?.depth ?? 0) < depth) return above;
  return -1;
}

/**
 * The next organisation whose name or code begins with what was typed, from the row after `at` on and around; while the
 * same word is being typed on, the row itself counts too. −1 where there is none.
 */
export function typedRow(rows: readonly TreeRow[], at: number, typed: string): number {
  const word = typed.toLowerCase();
  const first = word.length > 1 ? at : at + 1;
  for (let i = 0; i < rows.length; i += 1) {
    const index = (Math.max(first, 0) + i) % rows.length;
    const row = rows[index];
    if (row?.kind !== "node") continue;
    const { name, code } = row.node;
    if (name.toLowerCase().startsWith(word) || code.toLowerCase().startsWith(word)) return index;
  }
  return -1;
}
