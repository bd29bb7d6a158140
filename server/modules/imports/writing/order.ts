import type { GivenRow } from "@dutyloop/domain/organization/roster/roster-rows.ts";
import type { CheckedSheet } from "../sheets/checked-sheet.ts";

/** A row that adds or changes something: as it was given, what stood before and what comes after. */
export type Change<Field extends string, Value> = {
  readonly given: GivenRow<Field>;
  readonly before: Value | null;
  readonly after: Value;
};

/** What the rows of a sheet add, or change. */
export function pick<Field extends string, Value>(
  { rows }: CheckedSheet<Field, Value>,
  outcome: "added" | "changed",
): Change<Field, Value>[] {
  return rows.flatMap(({ row: { given }, result: { before, after, ...result } }) =>
    result.outcome === outcome && after !== null ? [{ given, before, after }] : [],
  );
}

type Placed = { readonly code: string; readonly parentCode: string | null };

/** Those without a circle, each after the one above it. */
export function aboveFirst<P extends Placed>(added: readonly P[]): P[] {
  const byCode = new Map(added.map((one) => [one.code, one]));
  const ordered = new Set<P>();
  for (const one of added) {
    const way: P[] = [];
    for (let at: P | undefined = one; at && !ordered.has(at); at = byCode.get(at.parentCode ?? "")) way.push(at);
    for (const next of way.reverse()) ordered.add(next);
  }
  return [...ordered];
}
