import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { merged, moved, placed } from "./plan-edits.ts";
import { type Basis, isBelow, type PlanAct, type Tree } from "./plan-tree.ts";

/** What is in the hand: an organisation on its way to another superior or into another branch, or people. */
export type Picked =
  | {
      readonly what: "organization";
      readonly mode: "move" | "merge" | "drag";
      readonly id: string;
      readonly name: string;
    }
  | {
      readonly what: "people";
      readonly mode: "move" | "drag";
      readonly ids: readonly string[];
      readonly name: string;
    };
export type DropProblem = "notABranch" | "belowItself";

/** The acts once it is put down at an organisation of the tree, or why it can't lie there. */
export function putDown(
  acts: readonly PlanAct[],
  basis: Basis,
  tree: Tree,
  picked: Picked,
  targetId: string,
): PlanAct[] | DropProblem {
  const target = tree.nodes.get(targetId);
  if (!target || target.change === "ending") return "notABranch";
  if (picked.what === "people") {
    if (target.kind === "GROUP" && target.parentId !== null) {
      return placed(acts, basis, picked.ids, target.parentId, target.id);
    }
    return isBranchKind(target.kind) ? placed(acts, basis, picked.ids, target.id) : "notABranch";
  }
  if (isBelow(tree, targetId, picked.id)) return "belowItself";
  const source = tree.nodes.get(picked.id);
  const bothBranches = source !== undefined && isBranchKind(source.kind) && isBranchKind(target.kind);
  if (picked.mode === "merge" || (picked.mode === "drag" && bothBranches && source.change !== "begun")) {
    return bothBranches ? merged(acts, picked.id, targetId) : "notABranch";
  }
  return moved(acts, basis, picked.id, targetId);
}
