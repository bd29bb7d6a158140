import type { Saving } from "../../server/platform/ritual/saving.ts";

/**
 * The limit of writing facts with roll-ups: the same facts and their sources appended in the same transactions, and
 * nothing that would make a roll-up follow.
 *
 * Why it is fair: the same program, statements, tables, indexes, locks of months, connections and durability; only the
 * row that asks for a new score is left out, so nothing is folded, during or after.
 */
export function appendOnly(saving: Saving): Saving {
  return { ...saving, insert: (table, ...rows) => (table === "outbox" ? undefined : saving.insert(table, ...rows)) };
}
