import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";

export type Basis = Answer<"getReorganizationBasis">;
export type PlanAct = Body<"previewReorganization">["acts"][number];
export type CreateAct = Extract<PlanAct, { act: "create" }>;
export type Person = Basis["people"][number];

/** An organisation in one of the two trees. */
export type PlanNode = {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: Basis["organizations"][number]["kind"];
  readonly name: string;
  readonly code: string;
  readonly class: string | null;
  /** What the plan does with it; `ending` still holds people or organisations that have no place yet. */
  readonly change: "begun" | "moved" | "renamed" | "ending" | null;
  /** It ends by itself, so that no act may name it. */
  readonly fixed: boolean;
  readonly people: readonly Person[];
};
export type Tree = { readonly topId: string; readonly nodes: ReadonlyMap<string, PlanNode> };

type Draft = { -readonly [K in keyof PlanNode]: PlanNode[K] };

/** The tree of the day before. */
export function treeBefore(basis: Basis, topId: string): Tree {
  return treeAfter(basis, [], topId);
}

/**
 * The tree that the acts make, in the order in which it is shown. Only what people need to see while they plan: whether
 * it may be done so says the server.
 */
export function treeAfter(basis: Basis, acts: readonly PlanAct[], topId: string): Tree {
  const nodes = new Map<string, Draft>();
  const known = new Set([topId, ...basis.organizations.map(({ id }) => id)]);
  for (const { id, parentId, kind, name, code, class: compared, endsOn } of basis.organizations) {
    const above = id === topId || (parentId !== null && known.has(parentId)) ? parentId : topId;
    nodes.set(id, {
      ...{ id, kind, name, code, parentId: above, class: compared },
      change: null,
      fixed: endsOn !== null,
      people: [],
    });
  }
  for (const act of acts) {
    if (act.act !== "create") continue;
    const { id, kind, name, code, parentId, class: compared } = act;
    nodes.set(id, {
      ...{ id, kind, name, code, parentId, class: compared },
      change: "begun",
      fixed: false,
      people: [],
    });
  }
  for (const act of acts) {
    const node = "organizationId" in act ? nodes.get(act.organizationId) : undefined;
    if (!node) continue;
    if (act.act === "move") Object.assign(node, { parentId: act.parentId, change: node.change ?? "moved" });
    if (act.act === "rename") Object.assign(node, { name: act.name, change: node.change ?? "renamed" });
  }
  const ended = endedBy(acts, nodes);
  const homes = homesAfter(basis, acts, nodes);
  const living = new Map<string, Person[]>();
  for (const person of homes) {
    const list = living.get(person.organizationId);
    if (list) list.push(person);
    else living.set(person.organizationId, [person]);
  }
  for (const node of nodes.values()) node.people = living.get(node.id) ?? [];
  return { topId, nodes: withoutEnded(nodes, ended) };
}

/** Those that the acts end, with the 党小组 that stay in them. */
function endedBy(acts: readonly PlanAct[], nodes: ReadonlyMap<string, PlanNode>): Set<string> {
  const ended = new Set(
    acts.flatMap((act) => {
      if (act.act === "merge") return act.organizationIds;
      if (act.act === "revoke") return [act.organizationId];
      return act.act === "split" && !act.stays ? [act.organizationId] : [];
    }),
  );
  for (const { id, kind, parentId } of nodes.values()) {
    if (kind === "GROUP" && parentId !== null && ended.has(parentId)) ended.add(id);
  }
  return ended;
}

/** Where everybody goes: a place of one's own before that of the 党小组, that before the one of a merged branch. */
function homesAfter(basis: Basis, acts: readonly PlanAct[], nodes: ReadonlyMap<string, PlanNode>): Person[] {
  const own = new Map<string, { organizationId: string; groupId: string | null }>();
  const merged = new Map<string, string>();
  const movedGroups = new Set<string>();
  for (const act of acts) {
    if (act.act === "place") for (const personId of act.personIds) own.set(personId, act);
    if (act.act === "merge") for (const id of act.organizationIds) merged.set(id, act.intoId);
    if (act.act === "move") movedGroups.add(act.organizationId);
  }
  return basis.people.map((person) => {
    const placed = own.get(person.personId);
    if (placed) return { ...person, organizationId: placed.organizationId, groupId: placed.groupId };
    const { groupId } = person;
    const branch = groupId !== null && movedGroups.has(groupId) ? nodes.get(groupId)?.parentId : undefined;
    if (branch) return { ...person, organizationId: branch };
    const into = merged.get(person.organizationId);
    return into === undefined ? person : { ...person, organizationId: into, groupId: null };
  });
}

/** What ends is gone from the tree, unless somebody or something in it has no place yet. */
function withoutEnded(nodes: Map<string, Draft>, ended: ReadonlySet<string>): Map<string, PlanNode> {
  const needed = new Set<string>();
  for (const { id, parentId, people } of nodes.values()) {
    if (ended.has(id) && people.length > 0) needed.add(id);
    if (!ended.has(id) && parentId !== null && ended.has(parentId)) needed.add(parentId);
  }
  const left = new Map<string, PlanNode>();
  for (const [id, node] of nodes) {
    if (!ended.has(id)) left.set(id, node);
    else if (needed.has(id)) left.set(id, { ...node, change: "ending" });
  }
  return left;
}

/** One line of a tree. */
export type PlanRow = {
  readonly node: PlanNode;
  readonly depth: number;
  readonly position: number;
  readonly size: number;
  readonly hasChildren: boolean;
  readonly open: boolean;
};

/** What is shown, from the top down: every organisation whose superiors are all open. */
export function rowsOf({ topId, nodes }: Tree, open: ReadonlySet<string>): PlanRow[] {
  const children = new Map<string, PlanNode[]>();
  for (const node of nodes.values()) {
    if (node.id === topId) continue;
    const above = node.parentId !== null && nodes.has(node.parentId) ? node.parentId : topId;
    children.set(above, [...(children.get(above) ?? []), node]);
  }
  const rows: PlanRow[] = [];
  const seen = new Set<string>();
  const add = (node: PlanNode, depth: number, position: number, size: number) => {
    // Two that were moved below each other would never end; the server names them.
    if (seen.has(node.id)) return;
    seen.add(node.id);
    const below = children.get(node.id) ?? [];
    const isOpen = below.length > 0 && open.has(node.id);
    rows.push({ node, depth, position, size, hasChildren: below.length > 0, open: isOpen });
    if (!isOpen) return;
    for (const [at, child] of below.entries()) add(child, depth + 1, at + 1, below.length);
  };
  const top = nodes.get(topId);
  if (top) add(top, 0, 1, 1);
  return rows;
}

/** Members of each organisation with all below it; others on their way into the Party aren't counted. */
export function membersBelow({ nodes }: Tree): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id, people } of nodes.values()) {
    const count = people.filter(({ member }) => member).length;
    const seen = new Set<string>();
    for (let at: string | null = id; at !== null && !seen.has(at); at = nodes.get(at)?.parentId ?? null) {
      seen.add(at);
      counts.set(at, (counts.get(at) ?? 0) + count);
    }
  }
  return counts;
}

/** Whether one organisation lies below another or is it. */
export function isBelow({ nodes }: Tree, id: string, above: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); at = nodes.get(at)?.parentId ?? null) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}
