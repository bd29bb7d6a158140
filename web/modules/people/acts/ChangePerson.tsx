import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { TextField } from "../../../ui/Field.tsx";
import type { Person } from "../Basics.tsx";
import { peopleTexts, personTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";
import { type Basics, ExemptField, LifeFields, NameFields } from "./BasicFields.tsx";

/** Changes what is entered about a person; only what was changed is sent. */
export function ChangePerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const { today } = useSession();
  const before: Basics = {
    name: person.name,
    number: person.number ?? "",
    sex: person.sex ?? "",
    bornOn: person.bornOn ?? "",
    joinedOn: person.joinedOn ?? "",
    exemptFromAttendance: person.exemptFromAttendance,
  };
  const [form, setForm] = useState(before);
  const [standingFrom, setStandingFrom] = useState(person.standingFrom ?? "");
  // Only what was changed is sent, so that two who change different fields don't undo each other.
  const text = (now: string, then: string) => (now === then ? undefined : now.trim() || null);
  const body = {
    name: form.name === before.name ? undefined : form.name,
    number: text(form.number, before.number),
    sex: form.sex === before.sex ? undefined : form.sex || null,
    bornOn: text(form.bornOn, before.bornOn),
    joinedOn: text(form.joinedOn, before.joinedOn),
    standingFrom: text(standingFrom, person.standingFrom ?? ""),
    exemptFromAttendance:
      form.exemptFromAttendance === before.exemptFromAttendance ? undefined : form.exemptFromAttendance,
  };
  const act = useAct(() => call("changePerson", { params: { personId: person.id }, body }), onClose);
  const basics = {
    form,
    error: act.error,
    onChange: (part: Partial<Basics>) => setForm((now) => ({ ...now, ...part })),
  };
  return (
    <AskSheet
      title={t("changeTitle", { name: person.name })}
      confirm={p("save")}
      cancel={p("cancel")}
      act={act}
      onClose={onClose}
    >
      <NameFields {...basics} />
      <LifeFields {...basics} />
      <TextField
        label={t("standingFrom")}
        type="date"
        optional
        max={today}
        value={standingFrom}
        error={problemsByField(act.error).standingFrom}
        onChange={(event) => setStandingFrom(event.target.value)}
      />
      <ExemptField {...basics} />
    </AskSheet>
  );
}
