import { useEditing } from "../../../../app/drafts/DraftContext.ts";
import { DraftField, ItemActs } from "../../../../app/drafts/DraftFields.tsx";
import { placeOf } from "../../../../app/drafts/draft-text.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Tag } from "../../../../ui/Tag.tsx";
import { type SchemeLine, schemeLines } from "../scheme-tree.ts";
import styles from "./Editor.module.css";
import { childrenOf, type Panel, sumOf } from "./places.ts";
import { editorTexts } from "./texts.ts";
import { useLineName } from "./use-line-name.ts";

type Props = { line: SchemeLine; onOpen: (panel: Panel) => void };

/** What a node adds up, in its order: weights or full marks are typed here, and what they make together stands below. */
export function Children({ line, onOpen }: Props) {
  const t = useTexts(editorTexts);
  const nameOf = useLineName();
  const { body } = useEditing();
  const list = placeOf(childrenOf(line));
  const children = schemeLines(body).filter(({ item }) => item && placeOf(item.slice(0, -1)) === list);
  const weighted = line.kind === "weighted";
  const sum = sumOf(children.map(({ weight, fullMarks }) => (weighted ? weight : fullMarks)));
  if (children.length === 0) return <p className="quiet">{t("noChildren")}</p>;
  return (
    <section aria-label={t("children")}>
      <p className={styles.legend}>{t(weighted ? "weight" : "fullMarks")}</p>
      <ul className={styles.children}>
        {children.map((child) => {
          const { name } = nameOf(child);
          const place = placeOf(child.path);
          return (
            <li key={place}>
              <button type="button" className="link" onClick={() => onOpen({ kind: "line", place })}>
                {name}
              </button>
              {weighted && child.item && (
                <DraftField path={[...child.item, "weight"]} label={t("weightNamed", { name })} hideLabel />
              )}
              {!weighted && child.kind === "leaf" && (
                <DraftField path={[...child.path, "fullMarks"]} label={t("marksNamed", { name })} hideLabel />
              )}
              {child.item && <ItemActs item={child.item} name={name} />}
            </li>
          );
        })}
      </ul>
      <output className={styles.sum}>
        {weighted ? (
          <Tag tone={sum === "100" ? "good" : "warn"} shape={sum === "100" ? "tick" : "diamond"}>
            {t(sum === "100" ? "weightsMake" : "weightsWrong", { sum: sum ?? "?" })}
          </Tag>
        ) : (
          sum !== null && t("marksMake", { sum })
        )}
      </output>
    </section>
  );
}
