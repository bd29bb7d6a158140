/**
 * Loops among things that need each other, as the shortest way round from a member back to it: ["a", "b", "a"]. In the
 * order of the map, one for each member that stands in no earlier loop.
 */
export function loopsAmong(needs: ReadonlyMap<string, readonly string[]>): string[][] {
  const seen = new Set<string>();
  const loops: string[][] = [];
  for (const start of needs.keys()) {
    if (seen.has(start)) continue;
    const way = wayBack(start, needs);
    if (way === null) continue;
    for (const member of way) seen.add(member);
    loops.push(way);
  }
  return loops;
}

/** The shortest way from `start` along needs back to it. */
function wayBack(start: string, needs: ReadonlyMap<string, readonly string[]>): string[] | null {
  const cameFrom = new Map<string, string>();
  const open = [start];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    for (const next of needs.get(at) ?? []) {
      if (next === start) return [...wayTo(at, start, cameFrom), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      open.push(next);
    }
  }
  return null;
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [end];
  while (way[0] !== start) way.unshift(cameFrom.get(way[0] as string) as string);
  return way;
}
