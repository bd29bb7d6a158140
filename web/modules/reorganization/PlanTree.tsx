import { type DragEvent, type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useId, useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { kindTexts } from "../organization/texts.ts";
import { planKey } from "./plan-keys.ts";
import type { PlanRow } from "./plan-tree.ts";
import styles from "./Studio.module.css";
import { studioTexts } from "./texts.ts";

/** How organisations of a tree are taken and put down; only the tree after the acts has it. */
export type Moving = {
  /** By the keyboard; the mouse grabs and drops. */
  readonly pick: (id: string) => void;
  readonly grab: (id: string) => void;
  readonly drop: (id: string) => void;
  readonly cancel: () => void;
};
type Props = {
  ref?: RefObject<HTMLDivElement | null>;
  label: string;
  rows: readonly PlanRow[];
  counts: ReadonlyMap<string, number>;
  chosen: string | null;
  onChoose: (id: string) => void;
  onToggle: (id: string, open: boolean) => void;
  /** Whether the acts end it; only the tree before them has such. */
  isGone?: (id: string) => boolean;
  moving?: Moving;
};

const indent = 18;
const idAt = ({ target }: { target: EventTarget }) =>
  target instanceof Element ? (target.closest("[data-key]")?.getAttribute("data-key") ?? null) : null;

/** One of the two trees, walked with the keyboard as a tree is; in the one after the acts everything can be moved. */
export function PlanTree({ ref, label, rows, counts, chosen, onChoose, onToggle, isGone, moving }: Props) {
  const t = useTexts(studioTexts);
  const id = useId();
  const [activeId, setActive] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const wanted = activeId ?? chosen;
  const active = rows.findIndex(({ node }) => node.id === wanted);
  const activeKey = rows[active]?.node.id;
  useEffect(() => {
    if (activeKey) document.getElementById(`${id}-${activeKey}`)?.scrollIntoView({ block: "nearest" });
  }, [activeKey, id]);

  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = planKey(event.key, rows, active);
    if (!act) return;
    if ("cancel" in act) {
      moving?.cancel();
      return;
    }
    event.preventDefault();
    if ("to" in act) setActive(rows[act.to]?.node.id ?? null);
    else if ("open" in act) onToggle(act.id, act.open);
    else if ("choose" in act) onChoose(act.choose);
    else moving?.pick(act.pick);
  };
  const click = (event: MouseEvent) => {
    const row = rows.find(({ node }) => node.id === idAt(event));
    if (!row) return;
    setActive(row.node.id);
    if ((event.target as Element).closest("[data-toggle]")) onToggle(row.node.id, !row.open);
    else onChoose(row.node.id);
  };
  const dragging = moving && {
    onDragStart: (event: DragEvent) => {
      const key = idAt(event);
      if (key === null) return;
      event.dataTransfer.setData("text/plain", key);
      event.dataTransfer.effectAllowed = "move";
      moving.grab(key);
    },
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(idAt(event));
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(null);
      const key = idAt(event);
      if (key !== null) moving.drop(key);
    },
    onDragEnd: () => {
      setOver(null);
      moving.cancel();
    },
  };
  return (
    <div
      ref={ref}
      className={styles.tree}
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-description={moving ? t("treeHelp") : undefined}
      aria-activedescendant={activeKey ? `${id}-${activeKey}` : undefined}
      onKeyDown={keys}
      onClick={click}
      {...dragging}
    >
      {rows.map((row) => (
        <Row
          key={row.node.id}
          id={`${id}-${row.node.id}`}
          row={row}
          members={counts.get(row.node.id) ?? 0}
          chosen={row.node.id === chosen}
          gone={isGone?.(row.node.id) ?? false}
          marks={[row.node.id === activeKey && styles.active, row.node.id === over && styles.over]}
          draggable={moving !== undefined && row.depth > 0 && !row.node.fixed && row.node.change !== "ending"}
        />
      ))}
    </div>
  );
}

type RowProps = {
  id: string;
  row: PlanRow;
  members: number;
  chosen: boolean;
  gone: boolean;
  marks: readonly (string | false | undefined)[];
  draggable: boolean;
};

function Row({ id, row, members, chosen, gone, marks, draggable }: RowProps) {
  const t = useTexts(studioTexts);
  const kind = useTexts(kindTexts);
  const { node, depth, position, size, hasChildren, open } = row;
  return (
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-posinset={position}
      aria-setsize={size}
      aria-expanded={hasChildren ? open : undefined}
      aria-selected={chosen}
      className={classes(styles.row, chosen && styles.chosen, ...marks)}
      style={{ paddingLeft: depth * indent }}
      data-key={node.id}
      data-gone={gone ? "" : undefined}
      draggable={draggable}
    >
      <span className={styles.toggle} data-toggle={hasChildren ? "" : undefined}>
        {hasChildren && <Icon name={open ? "down" : "next"} size={16} />}
      </span>
      <span className={styles.name}>{node.name}</span>
      {!node.name.endsWith(kind(node.kind)) && <span className={styles.kind}>{kind(node.kind)}</span>}
      {node.change && <Tag tone={node.change === "ending" ? "warn" : "good"}>{t(node.change)}</Tag>}
      {gone && <Tag tone="warn">{t("gone")}</Tag>}
      <span className={styles.members}>
        <span aria-hidden="true">{t("heads", { count: members })}</span>
        <span className="sr">{t("membersOf", { count: members })}</span>
      </span>
    </div>
  );
}
