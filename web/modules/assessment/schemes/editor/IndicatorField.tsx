import { useWords } from "../../../../app/language/language.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { SelectField } from "../../../../ui/Field.tsx";
import { editorTexts } from "./texts.ts";
import { useIndicatorQuery } from "./use-indicators.ts";

type Props = {
  label: string;
  value: string;
  /** What it says where nothing is chosen. */
  none?: string;
  /** Codes that are no choice any more. */
  without?: readonly string[];
  error?: string | undefined;
  place?: string;
  onChange: (code: string) => void;
};

/** An indicator of the library, with what each makes a branch type. */
export function IndicatorField({ label, value, none, without = [], error, place, onChange }: Props) {
  const t = useTexts(editorTexts);
  const words = useWords();
  const query = useIndicatorQuery();
  const indicators = query.data ?? [];
  const offered = indicators.filter(({ code }) => code === value || !without.includes(code));
  return (
    <SelectField
      label={label}
      source={query}
      value={value}
      error={error}
      data-place={place}
      onChange={(event) => onChange(event.target.value)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {value !== "" && !indicators.some(({ code }) => code === value) && <option value={value}>{value}</option>}
      {offered.map(({ code, name, fields }) => (
        <option key={code} value={code}>
          {t("indicatorCosts", { name: words(name), fields })}
        </option>
      ))}
    </SelectField>
  );
}
