import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import type { Person } from "../Basics.tsx";
import styles from "../People.module.css";
import { peopleTexts, personTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";

const days = ["bornOn", "joinedOn", "standingFrom"] as const;

/** Changes what is entered about a person; only what was changed is sent. */
export function ChangePerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const { today } = useSession();
  const before = {
    name: person.name,
    number: person.number ?? "",
    sex: (person.sex ?? "") as "" | "F" | "M",
    bornOn: person.bornOn ?? "",
    joinedOn: person.joinedOn ?? "",
    standingFrom: person.standingFrom ?? "",
    exemptFromAttendance: person.exemptFromAttendance,
  };
  const [form, setForm] = useState(before);
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  // Only what was changed is sent, so that two who change different fields don't undo each other.
  const text = (now: string, then: string) => (now === then ? undefined : now.trim() || null);
  const body = {
    name: form.name === before.name ? undefined : form.name,
    number: text(form.number, before.number),
    sex: form.sex === before.sex ? undefined : form.sex || null,
    bornOn: text(form.bornOn, before.bornOn),
    joinedOn: text(form.joinedOn, before.joinedOn),
    standingFrom: text(form.standingFrom, before.standingFrom),
    exemptFromAttendance:
      form.exemptFromAttendance === before.exemptFromAttendance ? undefined : form.exemptFromAttendance,
  };
  const act = useAct(() => call("changePerson", { params: { personId: person.id }, body }), onClose);
  const problems = problemsByField(act.error);
  const labels = { bornOn: t("bornOn"), joinedOn: p("joinedOn"), standingFrom: t("standingFrom") };
  return (
    <AskSheet
      title={t("changeTitle", { name: person.name })}
      confirm={p("save")}
      cancel={p("cancel")}
      act={act}
      onClose={onClose}
    >
      <TextField
        label={p("name")}
        required
        most={100}
        value={form.name}
        error={problems.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        label={p("number")}
        optional
        most={40}
        value={form.number}
        error={problems.number}
        onChange={(event) => set({ number: event.target.value })}
      />
      <SelectField
        label={t("sex")}
        optional
        value={form.sex}
        error={problems.sex}
        onChange={(event) => set({ sex: event.target.value as "" | "F" | "M" })}
      >
        <option value="">{t("unknown")}</option>
        <option value="F">{t("female")}</option>
        <option value="M">{t("male")}</option>
      </SelectField>
      {days.map((day) => (
        <TextField
          key={day}
          label={labels[day]}
          type="date"
          optional
          max={today}
          value={form[day]}
          error={problems[day]}
          onChange={(event) => set({ [day]: event.target.value } as Pick<typeof form, typeof day>)}
        />
      ))}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={form.exemptFromAttendance}
          onChange={(event) => set({ exemptFromAttendance: event.target.checked })}
        />
        {p("exemptFromAttendance")}
      </label>
    </AskSheet>
  );
}
