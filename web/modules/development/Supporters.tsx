import { useQuery } from "@tanstack/react-query";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Check } from "../../ui/Checks.tsx";
import { SelectField } from "../../ui/Field.tsx";
import type { Case } from "./CasePage.tsx";
import type { StepForm } from "./step-form.ts";
import { developmentTexts } from "./texts.ts";

type Props = {
  step: number;
  found: Case;
  form: StepForm;
  error?: string | undefined;
  onChange: (part: Partial<StepForm>) => void;
};

/** Contacts (one or two) or introducers (two), chosen from the full members of the branch. */
export function Supporters({ step, found, form, error, onChange }: Props) {
  const t = useTexts(developmentTexts);
  const introducers = step === 9;
  const params = { organizationId: found.person.organizationId };
  const people = useQuery(ask("listPeople", { params, query: { states: "FULL", limit: 200 } }));
  const [first, second] = form.people;
  const choice = (own: string, other: string) => (
    <>
      <option value="">{t("choosePerson")}</option>
      {(people.data?.items ?? [])
        .filter(({ id }) => id === own || id !== other)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </>
  );
  return (
    <>
      <SelectField
        label={t(introducers ? "introducer" : "contact")}
        required
        value={first}
        source={people}
        error={error}
        onChange={(event) => onChange({ people: [event.target.value, second] })}
      >
        {choice(first, second)}
      </SelectField>
      <SelectField
        label={t(introducers ? "secondIntroducer" : "secondContact")}
        required={introducers}
        optional={!introducers}
        value={second}
        onChange={(event) => onChange({ people: [first, event.target.value] })}
      >
        {choice(second, first)}
      </SelectField>
      {introducers && <Check label={t("rights")} checked={form.rights} onChange={(rights) => onChange({ rights })} />}
    </>
  );
}
