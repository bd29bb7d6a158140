import { Link } from "@tanstack/react-router";
import { useEditing } from "../../../../app/drafts/DraftContext.ts";
import { DraftField } from "../../../../app/drafts/DraftFields.tsx";
import { placeOf, valueAt, withValue } from "../../../../app/drafts/draft-text.ts";
import { without } from "../../../../app/frame/search.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Check } from "../../../../ui/Checks.tsx";
import { SelectField } from "../../../../ui/Field.tsx";
import { IndicatorCard } from "../IndicatorCard.tsx";
import { type SchemeLine, schemeLines } from "../scheme-tree.ts";
import styles from "./Editor.module.css";
import { IndicatorField } from "./IndicatorField.tsx";
import { editorTexts } from "./texts.ts";
import { useIndicators } from "./use-indicators.ts";

/** An indicator in the tree: which version, how many marks, and what an organisation below may set. */
export function LeafFields({ line }: { line: SchemeLine }) {
  const t = useTexts(editorTexts);
  const { body, set, edit, sentenceAt } = useEditing();
  const indicators = useIndicators();
  const { path, code, version } = line;
  const used = indicators.find((one) => one.code === code);
  const numbers = used?.versions.map((one) => one.version) ?? [];
  const at = (field: string) => [...path, field];
  const open = at("open");
  const isOpen = valueAt(body, open) != null;
  const taken = schemeLines(body).map((one) => one.code);
  const choose = (next: string) => {
    const newest = indicators.find((one) => one.code === next)?.versions[0]?.version ?? 1;
    edit((text) => withValue(withValue(text, at("indicator"), next), at("version"), newest));
  };
  return (
    <>
      <div className={styles.pair}>
        <IndicatorField
          label={t("indicator")}
          value={code}
          without={taken}
          error={sentenceAt(at("indicator"))}
          place={placeOf(at("indicator"))}
          onChange={choose}
        />
        <SelectField
          label={t("indicatorVersion")}
          value={version ?? ""}
          error={sentenceAt(at("version"))}
          data-place={placeOf(at("version"))}
          onChange={(event) => set(at("version"), Number(event.target.value))}
        >
          {version !== null && !numbers.includes(version) && <option value={version}>{version}</option>}
          {numbers.map((number) => (
            <option key={number} value={number}>
              {t("versionOf", { version: number })}
            </option>
          ))}
        </SelectField>
        <DraftField path={at("fullMarks")} label={t("fullMarks")} />
      </div>
      <Check
        label={t("openLeaf")}
        checked={isOpen}
        onChange={(now) => set(open, now ? { from: line.fullMarks ?? "10", to: line.fullMarks ?? "10" } : undefined)}
      />
      {isOpen && (
        <div className={styles.pair}>
          <DraftField path={[...open, "from"]} label={t("openFrom")} />
          <DraftField path={[...open, "to"]} label={t("openTo")} />
        </div>
      )}
      {used && version !== null && numbers.includes(version) && (
        <IndicatorCard code={code} version={version} fields={used.fields} />
      )}
      {used && (
        <Link className="link" to="/board/indicators/$code/edit" params={{ code }} search={without("version")}>
          {t("editIndicator")}
        </Link>
      )}
    </>
  );
}
