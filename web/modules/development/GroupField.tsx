import { useQuery } from "@tanstack/react-query";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { SelectField } from "../../ui/Field.tsx";
import { developmentTexts } from "./texts.ts";

type Props = { organizationId: string; value: string; error?: string | undefined; onChange: (id: string) => void };

/** The 党小组 of the branch that a new member joins. */
export function GroupField({ organizationId, value, error, onChange }: Props) {
  const t = useTexts(developmentTexts);
  const branch = useQuery(ask("getOrganization", { params: { organizationId } }));
  return (
    <SelectField
      label={t("group")}
      optional
      source={branch}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t("noGroup")}</option>
      {branch.data?.groups.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
