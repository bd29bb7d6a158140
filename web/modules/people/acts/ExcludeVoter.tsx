import { type ExclusionGround, exclusionGrounds } from "@dutyloop/domain/organization/voter-things.ts";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import type { Person } from "../Basics.tsx";
import { peopleTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";
import { groundTexts, voterTexts } from "../voter-texts.ts";

/** Leaves a member out of those expected to vote: the superior agreed and the meeting resolved it (VOTE-08). */
export function ExcludeVoter({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(voterTexts);
  const p = useTexts(peopleTexts);
  const ground = useTexts(groundTexts);
  const { today } = useSession();
  const [form, setForm] = useState({
    ground: "BEDRIDDEN" as ExclusionGround,
    approvedBy: "",
    approvedOn: "",
    resolvedOn: "",
    validFrom: today,
  });
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const body = { ...form, approvedOn: form.approvedOn || null, resolvedOn: form.resolvedOn || null };
  const act = useAct(() => call("setVoterExclusion", { params: { personId: person.id }, body }), onClose);
  const problems = problemsByField(act.error);
  const day = (field: "approvedOn" | "resolvedOn" | "validFrom") => (
    <TextField
      label={t(field)}
      type="date"
      required
      max={field === "validFrom" ? undefined : today}
      value={form[field]}
      error={problems[field]}
      onChange={(event) => set({ [field]: event.target.value })}
    />
  );
  return (
    <AskSheet
      title={t("excludeTitle", { name: person.name })}
      confirm={t("exclude")}
      cancel={p("cancel")}
      act={act}
      onClose={onClose}
    >
      <SelectField
        label={t("ground")}
        required
        value={form.ground}
        error={problems.ground}
        onChange={(event) => set({ ground: event.target.value as ExclusionGround })}
      >
        {exclusionGrounds.map((each) => (
          <option key={each} value={each}>
            {ground(each)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("approvedBy")}
        required
        most={100}
        value={form.approvedBy}
        error={problems.approvedBy}
        onChange={(event) => set({ approvedBy: event.target.value })}
      />
      {day("approvedOn")}
      {day("resolvedOn")}
      {day("validFrom")}
    </AskSheet>
  );
}
