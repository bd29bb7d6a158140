import { useState } from "react";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import styles from "./Deliveries.module.css";
import type { Sources } from "./sources.ts";
import { deliveryTexts } from "./texts.ts";

type Props = { sources: Sources; value: string; onChange: (code: string) => void };

/** Which business system's figures. */
export function SourcePicker({ sources, value, onChange }: Props) {
  const t = useTexts(deliveryTexts);
  const words = useWords();
  const [typed, setTyped] = useState(value);
  if (!sources.readable) {
    return (
      <div className={styles.source}>
        <TextField
          label={t("source")}
          hint={t("sourceHint")}
          value={typed}
          autoCapitalize="none"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => onChange(typed.trim())}
        />
      </div>
    );
  }
  if (sources.items.length === 0) return null;
  return (
    <div className={styles.source}>
      <SelectField label={t("source")} value={value} onChange={(event) => onChange(event.target.value)}>
        {sources.items.map(({ code, indicators }) => (
          <option key={code} value={code}>
            {code} · {indicators.map(words).join(t("and"))}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
