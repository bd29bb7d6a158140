import { type CSSProperties, useEffect } from "react";
import { useTexts } from "../../../app/language/texts.ts";
import { classes } from "../../../ui/classes.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Shape } from "../../../ui/Shape.tsx";
import { KindNote } from "../KindNote.tsx";
import styles from "./Tree.module.css";
import { treeTexts } from "./texts.ts";
import type { TreeRow } from "./tree-rows.ts";

type NodeProps = {
  id: string;
  row: TreeRow & { kind: "node" };
  place: CSSProperties;
  active: boolean;
  chosen: boolean;
};
const indent = 18;

/** One organisation: opened by its arrow, shown by its name. The tree takes clicks and keys for all of them. */
export function NodeRow({ id, row, place, active, chosen }: NodeProps) {
  const t = useTexts(treeTexts);
  const { node, depth, open, position, size } = row;
  const marked = node.findings !== null && node.findings > 0;
  return (
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-posinset={position}
      aria-setsize={size}
      aria-expanded={node.hasChildren ? open : undefined}
      aria-selected={chosen}
      className={classes(styles.row, active && styles.active, chosen && styles.chosen)}
      style={{ ...place, paddingLeft: depth * indent }}
      data-key={row.key}
    >
      <span className={styles.toggle} data-toggle={node.hasChildren ? "" : undefined}>
        {node.hasChildren && <Icon name={open ? "down" : "next"} size={16} />}
      </span>
      <span className={styles.name}>{node.name}</span>
      <span className={styles.kind}>
        <KindNote organization={node} />
      </span>
      {marked && (
        <span className={styles.mark} title={t("findings", { count: node.findings ?? 0 })}>
          <Shape name="diamond" />
          <span className="sr">{t("findings", { count: node.findings ?? 0 })}</span>
        </span>
      )}
      <span className={styles.members}>
        <span aria-hidden="true">{node.members}</span>
        <span className="sr">{t("membersOf", { count: node.members })}</span>
      </span>
    </div>
  );
}

type MoreProps = {
  row: TreeRow & { kind: "more" };
  place: CSSProperties;
  load: (parent: string, after: string | null) => Promise<void>;
};

/** Comes into sight: the next page of this level is asked for. */
export function MoreRow({ row: { parent, level, depth }, place, load }: MoreProps) {
  const t = useTexts(treeTexts);
  const { state, next } = level;
  useEffect(() => {
    if (state === "ready" && next !== null) void load(parent, next);
  }, [state, next, parent, load]);
  return (
    <div className={styles.row} style={{ ...place, paddingLeft: depth * indent + 28 }} role="presentation">
      {state === "failed" ? (
        <>
          <span className="quiet">{t("loadFailed")}</span>
          <button type="button" className="link" onClick={() => void load(parent, next)}>
            {t("retry")}
          </button>
        </>
      ) : (
        <span className="note">{t("loadingMore")}</span>
      )}
    </div>
  );
}
