import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { ask } from "../../../app/api/queries.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Check } from "../../../ui/Checks.tsx";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import type { Person } from "../Basics.tsx";
import { peopleTexts, personTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";

type Unit = Pick<Answer<"listUnits">["items"][number], "id" | "name" | "code">;

/** Enters in which unit the person works from a day on; the units are those of the organisation that answers for him. */
export function SetEmployment({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const { today } = useSession();
  const [sought, setSought] = useState("");
  const [chosen, setChosen] = useState<Unit | null>(null);
  const [form, setForm] = useState({ position: "", leadsUnit: false, validFrom: today, validTo: "" });
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const units = useQuery({
    ...ask("listUnits", {
      params: { organizationId: person.organizationId },
      query: { limit: 50, ...(sought.trim() ? { q: sought.trim() } : {}) },
    }),
    placeholderData: keepPreviousData,
  });
  const found = units.data?.items ?? [];
  // What is chosen stays, also where the search has gone on to others.
  const offered = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  const body = {
    ...form,
    unitId: chosen?.id ?? "",
    position: form.position.trim() || null,
    validTo: form.validTo || null,
  };
  const act = useAct(() => call("setEmployment", { params: { personId: person.id }, body }), onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("setWorkTitle", { name: person.name })}
      confirm={p("save")}
      cancel={p("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{t("setWorkWhat")}</p>
      <TextField
        label={t("findUnit")}
        hint={t("findUnitHint")}
        type="search"
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      <SelectField
        label={t("unit")}
        required
        source={units}
        value={chosen?.id ?? ""}
        error={problems.unitId}
        onChange={(event) => setChosen(offered.find(({ id }) => id === event.target.value) ?? null)}
      >
        <option value="">{t(units.isSuccess && offered.length === 0 ? "noUnit" : "chooseUnit")}</option>
        {offered.map(({ id, name, code }) => (
          <option key={id} value={id}>
            {name} {code}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("position")}
        optional
        most={60}
        value={form.position}
        error={problems.position}
        onChange={(event) => set({ position: event.target.value })}
      />
      <Check label={t("leadsUnit")} checked={form.leadsUnit} onChange={(leadsUnit) => set({ leadsUnit })} />
      <TextField
        label={p("from")}
        type="date"
        required
        value={form.validFrom}
        error={problems.validFrom}
        onChange={(event) => set({ validFrom: event.target.value })}
      />
      <TextField
        label={t("until")}
        type="date"
        optional
        min={form.validFrom}
        value={form.validTo}
        error={problems.validTo}
        onChange={(event) => set({ validTo: event.target.value })}
      />
    </AskSheet>
  );
}
