import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from "react";
import { useTexts } from "../../../app/language/texts.ts";
import { Empty } from "../../../ui/States.tsx";
import styles from "./Tree.module.css";
import { MoreRow, NodeRow } from "./TreeRows.tsx";
import { treeTexts } from "./texts.ts";
import { actOfKey } from "./tree-keys.ts";
import { rowOf, type TreeRow, typedRow } from "./tree-rows.ts";
import { useTree } from "./use-tree.ts";

type Props = {
  on: string | undefined;
  /** The organisation in view and those above it, from the top down. */
  chosen: string | null;
  above: readonly string[];
  /** Counts what was changed since the page opened. */
  changes: number;
  onChoose: (id: string) => void;
};

const office = 36;
const touch = 48;
/** Letters that follow each other sooner belong to one word. */
const typingPause = 700;

/**
 * The whole tree that the caller may see, as of a day. Only the lines in sight are in the page, however many are open, and
 * only what is opened is asked for; it is walked with the keyboard as a tree is.
 */
export function OrganizationTree({ on, chosen, above, changes, onChoose }: Props) {
  const t = useTexts(treeTexts);
  const { rows, isEmpty, load, setNode } = useTree({ on, reveal: above, changes });
  const [activeKey, setActive] = useState<string | null>(null);
  const active = rowOf(rows, activeKey ?? chosen);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const height = matchMedia("(max-width: 767.98px), (pointer: coarse)").matches ? touch : office;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan: 8,
  });
  const shown = rowOf(rows, chosen);
  const scrolledTo = useRef<string | null>(null);
  // On a phone the tree stands behind the details until it is asked for.
  const seen = (virtual.scrollRect?.height ?? 0) > 0;
  useEffect(() => {
    if (!seen || shown < 0 || scrolledTo.current === chosen) return;
    scrolledTo.current = chosen;
    virtual.scrollToIndex(shown, { align: "center" });
  }, [seen, shown, chosen, virtual]);

  const move = (at: number) => {
    const row = rows[at];
    if (row?.kind !== "node") return;
    setActive(row.key);
    virtual.scrollToIndex(at, { align: "auto" });
  };
  const keys = useTreeKeys({ rows, active, move, setNode, onChoose });
  const click = ({ target }: MouseEvent) => {
    const at =
      target instanceof Element ? rowOf(rows, target.closest("[data-key]")?.getAttribute("data-key") ?? null) : -1;
    const row = rows[at];
    if (row?.kind !== "node") return;
    setActive(row.key);
    if ((target as Element).closest("[data-toggle]")) setNode(row.key, !row.open);
    else onChoose(row.key);
  };
  if (isEmpty) return <Empty title={t("noOrganizations")} />;
  const rowId = (key: string) => `${id}-${key}`;
  return (
    <div
      ref={scroller}
      className={styles.tree}
      role="tree"
      tabIndex={0}
      aria-label={t("tree")}
      aria-description={t("treeHelp")}
      aria-activedescendant={rows[active] ? rowId(rows[active].key) : undefined}
      onKeyDown={keys}
      onClick={click}
    >
      <div className={styles.all} style={{ height: virtual.getTotalSize() }} role="presentation">
        {inSight(virtual.getVirtualItems(), active, rows, height).map(({ index, start }) => {
          const row = rows[index] as TreeRow;
          const place = { transform: `translateY(${start}px)`, height };
          if (row.kind === "more") return <MoreRow key={row.key} row={row} place={place} load={load} />;
          return (
            <NodeRow
              key={row.key}
              id={rowId(row.key)}
              row={row}
              place={place}
              active={index === active}
              chosen={row.key === chosen}
            />
          );
        })}
      </div>
    </div>
  );
}

type InSight = { index: number; start: number };

/** The active line stays in the page when it is scrolled out of sight: assistive technology has to find it. */
function inSight(items: readonly InSight[], active: number, rows: readonly TreeRow[], height: number): InSight[] {
  const shown = items.filter(({ index }) => index < rows.length);
  if (active < 0 || shown.some(({ index }) => index === active)) return shown;
  return [...shown, { index: active, start: active * height }];
}

type Walk = {
  rows: readonly TreeRow[];
  active: number;
  move: (at: number) => void;
  setNode: (id: string, open: boolean) => void;
  onChoose: (id: string) => void;
};

function useTreeKeys({ rows, active, move, setNode, onChoose }: Walk) {
  const typed = useRef({ word: "", at: 0 });
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = actOfKey(event.key, rows, active);
    if (act) {
      event.preventDefault();
      if ("to" in act) move(act.to);
      else if ("show" in act) onChoose(act.show);
      else setNode(act.key, act.open);
      return;
    }
    if (event.key.length !== 1) return;
    const { word, at } = typed.current;
    typed.current = { word: event.timeStamp - at < typingPause ? word + event.key : event.key, at: event.timeStamp };
    move(typedRow(rows, active, typed.current.word));
  };
}
