import { type RefObject, useState } from "react";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { Choice } from "../../ui/Tabs.tsx";
import { type Moving, PlanTree } from "./PlanTree.tsx";
import { membersBelow, rowsOf, type Tree } from "./plan-tree.ts";
import styles from "./Studio.module.css";
import { studioTexts } from "./texts.ts";

type Props = {
  before: Tree;
  after: Tree;
  effectiveOn: string;
  /** The tree after the acts, for whoever sends the keyboard there. */
  tree: RefObject<HTMLDivElement | null>;
  /** Whether something is in the hand, which can be put down in the tree after the acts only. */
  holding: boolean;
  chosen: string | null;
  onChoose: (id: string) => void;
  moving: Moving;
};

/** The tree of the day before and the one that the acts make, side by side; one at a time on a phone. */
export function TwoTrees({ before, after, effectiveOn, tree, holding, chosen, onChoose, moving }: Props) {
  const t = useTexts(studioTexts);
  const language = useLanguage();
  const [shown, setShown] = useState<"before" | "after">("after");
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set([before.topId]));
  const [looked, setLooked] = useState<string | null>(null);
  const toggle = (id: string, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(id);
    else next.delete(id);
    setOpen(next);
  };
  const dayBefore = new Date(Date.parse(`${effectiveOn}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return (
    <div>
      <div className={styles.switch}>
        <Choice
          label={t("show")}
          options={[
            { key: "before", label: t("before") },
            { key: "after", label: t("after") },
          ]}
          value={holding ? "after" : shown}
          onChange={setShown}
        />
      </div>
      <div className={styles.trees} data-shown={holding ? "after" : shown}>
        <Card
          className={styles.beforeTree}
          title={t("before")}
          note={t("until", { date: wordDate(language, dayBefore) })}
        >
          <PlanTree
            label={t("before")}
            rows={rowsOf(before, open)}
            isGone={(id) => (after.nodes.get(id)?.change ?? (after.nodes.has(id) ? null : "ending")) === "ending"}
            counts={membersBelow(before)}
            chosen={looked}
            onChoose={setLooked}
            onToggle={toggle}
          />
        </Card>
        <Card
          className={styles.afterTree}
          title={t("after")}
          note={t("from", { date: wordDate(language, effectiveOn) })}
        >
          <PlanTree
            ref={tree}
            label={t("after")}
            rows={rowsOf(after, open)}
            counts={membersBelow(after)}
            chosen={chosen}
            onChoose={onChoose}
            onToggle={toggle}
            moving={moving}
          />
          <p className={`note ${styles.keys}`} aria-hidden="true">
            {t("treeHelp")}
          </p>
        </Card>
      </div>
    </div>
  );
}
