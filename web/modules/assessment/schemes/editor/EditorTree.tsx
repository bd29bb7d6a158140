import type { CSSProperties } from "react";
import { useEditing } from "../../../../app/drafts/DraftContext.ts";
import { placeOf } from "../../../../app/drafts/draft-text.ts";
import { useWords } from "../../../../app/language/language.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Button } from "../../../../ui/Button.tsx";
import { classes } from "../../../../ui/classes.ts";
import { Shape } from "../../../../ui/Shape.tsx";
import { type SchemeLine, schemeLines } from "../scheme-tree.ts";
import styles from "./Editor.module.css";
import { freshCode, type Panel, panelOf } from "./places.ts";
import { extraNames } from "./starting-text.ts";
import { editorTexts } from "./texts.ts";
import { useLineName } from "./use-line-name.ts";

type Props = { panel: Panel; problems: readonly { readonly path: string }[]; onOpen: (panel: Panel) => void };

/** The scheme as a tree: each line opens its form; where something stands against it is marked in shape and word. */
export function EditorTree({ panel, problems, onOpen }: Props) {
  const t = useTexts(editorTexts);
  const { body, add } = useEditing();
  const lines = schemeLines(body);
  const places = lines.map(({ path }) => ({ place: placeOf(path) }));
  const wrong = problems.map(({ path }) => panelOf(path, places));
  const isWrong = (one: Panel) => wrong.some((other) => samePanel(one, other));
  const addExtra = (list: "bonuses" | "deductions", kind: "bonus" | "deduction") => {
    const taken = lines.map(({ code }) => code);
    const at = lines.filter((line) => line.kind === kind).length;
    add([list], { code: freshCode(kind, taken), name: extraNames[kind], ceiling: "5", leaves: [] });
    onOpen({ kind: "line", place: placeOf([list, at]) });
  };
  const entry = (one: Panel, label: string) => (
    <TreeButton open={samePanel(one, panel)} wrong={isWrong(one)} onOpen={() => onOpen(one)}>
      {label}
    </TreeButton>
  );
  return (
    <nav className={styles.tree} aria-label={t("tree")}>
      <ul>
        {lines.map((line) => {
          const one: Panel = { kind: "line", place: placeOf(line.path) };
          return (
            <li key={one.place} style={{ "--depth": line.depth } as CSSProperties}>
              <TreeLine line={line} open={samePanel(one, panel)} wrong={isWrong(one)} onOpen={() => onOpen(one)} />
            </li>
          );
        })}
      </ul>
      <div className={styles.row}>
        <Button kind="text" onClick={() => addExtra("bonuses", "bonus")}>
          {t("addBonus")}
        </Button>
        <Button kind="text" onClick={() => addExtra("deductions", "deduction")}>
          {t("addDeduction")}
        </Button>
      </div>
      <ul className={styles.beside}>
        <li>{entry({ kind: "settings" }, t("settings"))}</li>
        <li>{entry({ kind: "grades" }, t("grades"))}</li>
        <li>{entry({ kind: "vetoes" }, t("vetoes"))}</li>
      </ul>
    </nav>
  );
}

function samePanel(one: Panel, other: Panel): boolean {
  return one.kind === other.kind && (one.kind !== "line" || (other.kind === "line" && one.place === other.place));
}

type ButtonProps = { open: boolean; wrong: boolean; onOpen: () => void; children: React.ReactNode };

function TreeButton({ open, wrong, onOpen, children }: ButtonProps) {
  const t = useTexts(editorTexts);
  return (
    <button
      type="button"
      className={classes(styles.entry, open && styles.opened)}
      aria-current={open ? "true" : undefined}
      onClick={onOpen}
    >
      {wrong && (
        <span className={styles.wrong}>
          <Shape name="diamond" />
          <span className="sr">{t("hasProblem")}</span>
        </span>
      )}
      {children}
    </button>
  );
}

function TreeLine({ line, ...button }: { line: SchemeLine } & Omit<ButtonProps, "children">) {
  const t = useTexts(editorTexts);
  const words = useWords();
  const nameOf = useLineName();
  const { name, fields } = nameOf(line);
  const marks = line.kind === "bonus" || line.kind === "deduction" ? "ceilingOf" : "marksOf";
  return (
    <TreeButton {...button}>
      <span className={styles.name}>{line.name ? words(line.name) : name}</span>
      <span className={styles.figures}>
        {line.weight !== null && t("weightOf", { weight: line.weight })}{" "}
        {line.kind !== "weighted" && line.fullMarks !== null && t(marks, { marks: line.fullMarks })}
        {fields > 0 && ` · ${t("fieldsOf", { fields })}`}
      </span>
    </TreeButton>
  );
}
