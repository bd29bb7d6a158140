import { importsOf, type SourceFile } from "./imports.ts";

/**
 * Circles among files, each as the list of its files. Types are erased before the program runs, so an import of types
 * alone closes no circle; an import() runs later and closes none either where it opens a page.
 */
export function circlesOf(files: readonly SourceFile[]): string[][] {
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap((edge) => (edge.inside && !edge.typeOnly ? [edge.target] : [])),
    ]),
  );
  return stronglyConnected(edges).filter(
    (group) => group.length > 1 || edges.get(group[0] ?? "")?.includes(group[0] ?? ""),
  );
}

/** Circles among the modules of one declaration, such as `serverEdges`. */
export function circlesAmong(declared: Readonly<Record<string, readonly string[]>>): string[][] {
  return stronglyConnected(new Map(Object.entries(declared).map(([name, below]) => [name, [...below]]))).filter(
    (group) => group.length > 1,
  );
}

/** Tarjan's strongly connected components. */
function stronglyConnected(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const groups: string[][] = [];
  const visit = (node: string) => {
    const number = order.size;
    order.set(node, number);
    lowest.set(node, number);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!edges.has(next)) continue;
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(node, Math.min(lowest.get(node) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(node) === number) groups.push(stack.splice(stack.indexOf(node)).sort());
  };
  for (const node of edges.keys()) if (!order.has(node)) visit(node);
  return groups;
}
