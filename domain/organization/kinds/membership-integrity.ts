import { type Finding, finding } from "../finding.ts";
import type { OrganizationKind } from "../things.ts";

type Node = { readonly id: string; readonly kind: OrganizationKind; readonly parents: readonly string[] };
type Member = { readonly id: string; readonly branches: readonly string[] };

/**
 * ORG-24 over a whole tree of one day: every member is in exactly one branch, every organisation but the top one has
 * exactly one superior that is there, and none stands below itself. One pass over both lists.
 */
export function integrityFindings(organizations: readonly Node[], members: readonly Member[]): Finding[] {
  const known = new Map(organizations.map((node) => [node.id, node]));
  return [
    ...organizations.flatMap((node) => placeFindings(node, known)),
    ...organizations
      .filter((node) => standsBelowItself(node, known))
      .map(({ id }) => finding("ORG-24", "organization.below_itself", { organization: id })),
    ...members.flatMap(({ id, branches }) => {
      const there = branches.filter((branch) => known.has(branch)).length;
      if (there === 1) return [];
      const code = there === 0 ? "person.without_branch" : "person.in_several_branches";
      return [finding("ORG-24", code, { person: id, branches: there })];
    }),
  ];
}

function placeFindings({ id, parents }: Node, known: ReadonlyMap<string, Node>): Finding[] {
  if (parents.length > 1) {
    return [finding("ORG-24", "organization.several_parents", { organization: id, parents: parents.length })];
  }
  const gone = parents.find((parent) => !known.has(parent));
  return gone === undefined
    ? []
    : [finding("ORG-24", "organization.parent_unknown", { organization: id, parent: gone })];
}

/** Walks up from a node; only a node that meets itself again is named, so that a circle is named once by each of its own. */
function standsBelowItself(node: Node, known: ReadonlyMap<string, Node>): boolean {
  const seen = new Set<string>();
  let above = node.parents[0];
  while (above !== undefined && !seen.has(above)) {
    if (above === node.id) return true;
    seen.add(above);
    above = known.get(above)?.parents[0];
  }
  return false;
}
