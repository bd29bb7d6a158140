import { isBranchKind } from "@dutyloop/domain/organization/things.ts";
import { useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { kindTexts } from "../organization/texts.ts";
import { CreateSheet } from "./CreateSheet.tsx";
import { MembersByUnit } from "./MembersByUnit.tsx";
import type { Picked } from "./picked.ts";
import { revoked } from "./plan-edits.ts";
import type { Basis, PlanAct, PlanNode, Tree } from "./plan-tree.ts";
import { ReshapeSheet } from "./ReshapeSheet.tsx";
import { SplitSheet } from "./SplitSheet.tsx";
import styles from "./Studio.module.css";
import { studioTexts } from "./texts.ts";

export type PanelProps = {
  tree: Tree;
  basis: Basis;
  acts: readonly PlanAct[];
  onPlan: (acts: PlanAct[]) => void;
};
export type SheetProps = PanelProps & { node: PlanNode; onClose: () => void };
type Props = PanelProps & {
  node: PlanNode | null;
  onPick: (picked: Picked) => void;
  onDragEnd: () => void;
};

/** What can be done with the organisation chosen in the tree after the acts, and who belongs to it. */
export function NodePanel({ node, ...props }: Props) {
  const t = useTexts(studioTexts);
  const kind = useTexts(kindTexts);
  if (!node) {
    return (
      <Card title={t("chosenNone")}>
        <p className="quiet">{t("chosenNoneText")}</p>
      </Card>
    );
  }
  return (
    <Card title={node.name} note={kind(node.kind)}>
      {node.fixed && <p className="quiet">{t("fixed")}</p>}
      {node.change === "ending" ? (
        <p className="quiet">{t("endingText", { count: node.people.length })}</p>
      ) : (
        !node.fixed && <NodeActs node={node} {...props} />
      )}
      {node.people.length > 0 && <MembersByUnit node={node} {...props} />}
      {node.people.length === 0 && isBranchKind(node.kind) && <p className="quiet">{t("nobody")}</p>}
    </Card>
  );
}

function NodeActs(props: Props & { node: PlanNode }) {
  const { node, tree, acts, onPlan, onPick } = props;
  const t = useTexts(studioTexts);
  const [asking, setAsking] = useState<"create" | "reshape" | "split" | null>(null);
  const isTop = node.id === tree.topId;
  const isBranch = isBranchKind(node.kind);
  const close = () => setAsking(null);
  const pick = (mode: "move" | "merge") => onPick({ what: "organization", mode, id: node.id, name: node.name });
  return (
    <div className={styles.acts}>
      {node.kind !== "GROUP" && <Button onClick={() => setAsking("create")}>{t("create")}</Button>}
      {!isTop && (
        <>
          <Button onClick={() => pick("move")}>{t("moveTo")}</Button>
          <Button onClick={() => setAsking("reshape")}>{t(node.change === "begun" ? "reshape" : "rename")}</Button>
          {isBranch && node.change !== "begun" && <Button onClick={() => pick("merge")}>{t("mergeInto")}</Button>}
          {isBranch && node.change !== "begun" && node.people.length > 0 && (
            <Button onClick={() => setAsking("split")}>{t("split")}</Button>
          )}
          <Button onClick={() => onPlan(revoked(acts, node.id))}>
            {t(node.change === "begun" ? "notBegun" : "revoke")}
          </Button>
        </>
      )}
      {asking === "create" && <CreateSheet {...props} onClose={close} />}
      {asking === "reshape" && <ReshapeSheet {...props} onClose={close} />}
      {asking === "split" && <SplitSheet {...props} onClose={close} />}
    </div>
  );
}
