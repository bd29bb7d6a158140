import type { GivenRow, RowFaults } from "./roster-rows.ts";

type Placed = { readonly parentCode: string | null };

/** The second row of a code: another superior, or simply there twice. */
export function addTwice(
  faults: Pick<RowFaults<"code" | "parent">, "add">,
  row: GivenRow<"parent">,
  first: GivenRow<"parent">,
): void {
  if (row.parent !== first.parent) faults.add("parent", "import.two_parents");
  else faults.add("code", "import.twice");
}

/** Codes that stand below themselves among those that rows add; each is looked at once. */
export function inCircle(added: ReadonlyMap<string, Placed>): Set<string> {
  const circular = new Set<string>();
  const done = new Set<string>();
  for (const start of added.keys()) {
    const way: string[] = [];
    const onWay = new Map<string, number>();
    let at: string | null | undefined = start;
    while (at && !done.has(at) && !onWay.has(at) && added.has(at)) {
      onWay.set(at, way.length);
      way.push(at);
      at = added.get(at)?.parentCode;
    }
    const from = at ? onWay.get(at) : undefined;
    if (from !== undefined) for (const code of way.slice(from)) circular.add(code);
    for (const code of way) done.add(code);
  }
  return circular;
}
