import { useEditing } from "../../../../app/drafts/DraftContext.ts";
import { DraftField, DraftWords, ItemActs } from "../../../../app/drafts/DraftFields.tsx";
import { placeOf, valueAt } from "../../../../app/drafts/draft-text.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Check } from "../../../../ui/Checks.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { type SchemeLine, schemeLines } from "../scheme-tree.ts";
import { AddChild } from "./AddChild.tsx";
import { Children } from "./Children.tsx";
import styles from "./Editor.module.css";
import { LeafFields } from "./LeafFields.tsx";
import type { Panel } from "./places.ts";
import { editorTexts } from "./texts.ts";
import { useLineName } from "./use-line-name.ts";

type Props = { place: string; onOpen: (panel: Panel) => void };

/** The form of one line of the tree. */
export function LineForm({ place, onOpen }: Props) {
  const t = useTexts(editorTexts);
  const nameOf = useLineName();
  const { body } = useEditing();
  const lines = schemeLines(body);
  const line = lines.find(({ path }) => placeOf(path) === place);
  if (!line) return <p className="quiet">{t("chooseLine")}</p>;
  const parent = lines.find(({ path }) => line.item && placeOf(path) === placeOf(line.item.slice(0, -2)));
  const { name } = nameOf(line);
  return (
    <div className={styles.form}>
      <div className={styles.formHead}>
        <h3>{name}</h3>
        <Tag>{t(line.kind)}</Tag>
        {line.item && (
          <ItemActs
            item={line.item}
            name={name}
            onGone={() => onOpen(parent ? { kind: "line", place: placeOf(parent.path) } : { kind: "settings" })}
          />
        )}
      </div>
      {line.kind === "leaf" ? <LeafFields line={line} /> : <NodeFields line={line} onOpen={onOpen} />}
      {line.weight !== null && line.item && (
        <DraftField path={[...line.item, "weight"]} label={t("weight")} hint={t("weightHint")} />
      )}
    </div>
  );
}

function NodeFields({ line, onOpen }: { line: SchemeLine; onOpen: Props["onOpen"] }) {
  const t = useTexts(editorTexts);
  const { path, kind } = line;
  const extra = kind === "bonus" || kind === "deduction";
  return (
    <>
      <DraftWords path={[...path, "name"]} label={t("name")} />
      <div className={styles.pair}>
        <DraftField path={[...path, "code"]} label={t("code")} hint={t("codeHint")} />
        {extra && <DraftField path={[...path, "ceiling"]} label={t("ceiling")} />}
      </div>
      <Children line={line} onOpen={onOpen} />
      <AddChild line={line} onOpen={onOpen} />
      {kind === "sum" && <OpenFields path={path} />}
    </>
  );
}

/** What an organisation below may add here. */
function OpenFields({ path }: Pick<SchemeLine, "path">) {
  const t = useTexts(editorTexts);
  const { body, set } = useEditing();
  const open = [...path, "open"];
  const isOpen = valueAt(body, open) != null;
  return (
    <>
      <Check
        label={t("openSum")}
        checked={isOpen}
        onChange={(now) => set(open, now ? { additional: "10" } : undefined)}
      />
      {isOpen && <DraftField path={[...open, "additional"]} label={t("additional")} />}
    </>
  );
}
