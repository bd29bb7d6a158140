import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { SelectField } from "../../../ui/Field.tsx";
import styles from "./Deliveries.module.css";
import { deliveryTexts } from "./texts.ts";

type Source = Answer<"listSources">["items"][number];
type Props = { sources: readonly Source[]; value: string; onChange: (code: string) => void };

/** Which business system's figures. */
export function SourcePicker({ sources, value, onChange }: Props) {
  const t = useTexts(deliveryTexts);
  const words = useWords();
  return (
    <div className={styles.source}>
      <SelectField label={t("source")} value={value} onChange={(event) => onChange(event.target.value)}>
        {sources.map(({ code, indicators }) => (
          <option key={code} value={code}>
            {code} · {indicators.map(words).join(t("and"))}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
