import { type CanonicalValue, canonicalJson } from "../../kernel/canonical-json.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { type Change, type GroupState, keyOf, type Table, type TableChange } from "./reorganization-rows.ts";

/** The rows in which two states differ, by table and key. */
export function changesBetween(before: GroupState, after: GroupState): Change[] {
  return [
    ...changesOf("organizations", before, after),
    ...changesOf("places", before, after),
    ...changesOf("coverages", before, after),
    ...changesOf("memberships", before, after),
    ...changesOf("appointments", before, after),
    ...changesOf("grants", before, after),
  ];
}

/** The changes that take these back. A row changes once, so their order doesn't matter. */
export function inverseOf(changes: readonly Change[]): Change[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before }) as Change);
}

/**
 * The state with the changes made, rows in the order of their keys. Refuses where a row isn't as it was when the changes
 * were planned: what somebody has changed since is neither overwritten nor taken back.
 */
export function applyChanges(state: GroupState, changes: readonly Change[]): GroupState | Refusal {
  const changed = {
    organizations: applied("organizations", state, changes),
    places: applied("places", state, changes),
    coverages: applied("coverages", state, changes),
    memberships: applied("memberships", state, changes),
    appointments: applied("appointments", state, changes),
    grants: applied("grants", state, changes),
  };
  const stale = Object.entries(changed).find(([, rows]) => typeof rows === "string");
  if (stale) return refuse("reorganization.changed_since", { table: stale[0], key: String(stale[1]) });
  return changed as GroupState;
}

/** The same state with the rows of each table in the order of their keys. */
export function ordered(state: GroupState): GroupState {
  return applyChanges(state, []) as GroupState;
}

type RowOf<T extends Table> = GroupState[T][number];

function changesOf<T extends Table>(table: T, before: GroupState, after: GroupState): TableChange<T>[] {
  const [old, now] = [byKey(table, before), byKey(table, after)];
  const keys = new Set([...old.keys(), ...now.keys()]);
  return [...keys].toSorted().flatMap((key) => {
    const [was, is] = [old.get(key) ?? null, now.get(key) ?? null];
    return was === is || same(was, is) ? [] : [{ table, key, before: was, after: is }];
  });
}

/** The rows of the table after its changes, or the key of the first row that isn't what it was. */
function applied<T extends Table>(table: T, state: GroupState, changes: readonly Change[]): RowOf<T>[] | string {
  const rows = byKey(table, state);
  for (const change of changes) {
    if (change.table !== table) continue;
    if (!same(rows.get(change.key) ?? null, change.before)) return change.key;
    if (change.after === null) rows.delete(change.key);
    else rows.set(change.key, change.after as RowOf<T>);
  }
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function byKey<T extends Table>(table: T, state: GroupState): Map<string, RowOf<T>> {
  const key = keyOf[table] as (row: RowOf<T>) => string;
  return new Map((state[table] as readonly RowOf<T>[]).map((row) => [key(row), row]));
}

function same(a: CanonicalValue, b: CanonicalValue): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
