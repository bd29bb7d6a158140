import { type Restriction, restrictions } from "@dutyloop/domain/organization/things.ts";
import { SelectField } from "../../ui/Field.tsx";
import { useTexts } from "../language/texts.ts";
import { frameTexts } from "./texts.ts";

const words = { OVERSEAS: "overseas", SECRET: "secret" } as const satisfies Record<Restriction, string>;

type Props = {
  value: Restriction | null;
  error: string | undefined;
  onChange: (restriction: Restriction | null) => void;
};

/** Whether an organisation or a unit is restricted, and why (PRV-22). */
export function RestrictionField({ value, error, onChange }: Props) {
  const t = useTexts(frameTexts);
  return (
    <SelectField
      label={t("restriction")}
      value={value ?? ""}
      error={error}
      onChange={(event) => onChange(restrictions.find((one) => one === event.target.value) ?? null)}
    >
      <option value="">{t("unrestricted")}</option>
      {restrictions.map((one) => (
        <option key={one} value={one}>
          {t(words[one])}
        </option>
      ))}
    </SelectField>
  );
}
