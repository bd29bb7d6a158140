import { useState } from "react";
import { useEditing } from "../../../../app/drafts/DraftContext.ts";
import { placeOf, valueAt } from "../../../../app/drafts/draft-text.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Button } from "../../../../ui/Button.tsx";
import { type SchemeLine, schemeLines } from "../scheme-tree.ts";
import styles from "./Editor.module.css";
import { IndicatorField } from "./IndicatorField.tsx";
import { childrenOf, freshCode, type Panel } from "./places.ts";
import { editorTexts } from "./texts.ts";
import { useIndicators } from "./use-indicators.ts";

type Props = { line: SchemeLine; onOpen: (panel: Panel) => void };

/** Adds an indicator of the library below a node, or a node of its own. */
export function AddChild({ line, onOpen }: Props) {
  const t = useTexts(editorTexts);
  const { body, add } = useEditing();
  const indicators = useIndicators();
  const [chosen, setChosen] = useState("");
  const list = childrenOf(line);
  const weighted = line.kind === "weighted";
  const taken = schemeLines(body).map(({ code }) => code);
  const put = (node: object) => {
    const standing = valueAt(body, list);
    const item = [...list, Array.isArray(standing) ? standing.length : 0];
    add(list, weighted ? { weight: "10", node } : node);
    return weighted ? [...item, "node"] : item;
  };
  const addLeaf = () => {
    const version = indicators.find(({ code }) => code === chosen)?.versions[0]?.version ?? 1;
    put({ kind: "leaf", indicator: chosen, version, fullMarks: "10" });
    setChosen("");
  };
  const addNode = (kind: "sum" | "weighted") => {
    const node = { kind, code: freshCode("part", taken), name: { zh: t("newPart"), en: "New part" }, children: [] };
    onOpen({ kind: "line", place: placeOf(put(node)) });
  };
  return (
    <div className={styles.add}>
      <IndicatorField
        label={t("fromLibrary")}
        value={chosen}
        none={t("chooseIndicator")}
        without={taken}
        onChange={setChosen}
      />
      <div className={styles.row}>
        <Button disabled={chosen === ""} onClick={addLeaf}>
          {t("addIndicator")}
        </Button>
        {(line.kind === "sum" || weighted) && <Button onClick={() => addNode("sum")}>{t("addSum")}</Button>}
        {weighted && <Button onClick={() => addNode("weighted")}>{t("addWeighted")}</Button>}
      </div>
    </div>
  );
}
