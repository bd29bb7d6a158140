import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { SelectField } from "../../../ui/Field.tsx";
import { transferTexts } from "../member-texts.ts";

type Props = {
  organizationId: string;
  value: string;
  error: string | undefined;
  onChange: (groupId: string) => void;
};

/** The 党小组 of a branch into which somebody comes; none is a choice as well. */
export function GroupOfBranch({ organizationId, value, error, onChange }: Props) {
  const t = useTexts(transferTexts);
  const branch = useQuery(ask("getOrganization", { params: { organizationId } }));
  return (
    <SelectField
      label={t("group")}
      source={branch}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t("noGroup")}</option>
      {branch.data?.groups.map((group) => (
        <option key={group.id} value={group.id}>
          {group.name}
        </option>
      ))}
    </SelectField>
  );
}
