import { type MemberFile, memberFiles } from "@dutyloop/domain/organization/member-things.ts";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { SelectField } from "../../../ui/Field.tsx";
import type { Person } from "../Basics.tsx";
import { fileTexts, peopleTexts, personTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";
import { type Basics, ExemptField, LifeFields, NameFields } from "./BasicFields.tsx";

/** Changes what is entered about a person; only what was changed is sent. */
export function ChangePerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const file = useTexts(fileTexts);
  const [fileKept, setFileKept] = useState<MemberFile | "">(person.fileKept ?? "");
  const before: Basics = {
    name: person.name,
    number: person.number ?? "",
    sex: person.sex ?? "",
    bornOn: person.bornOn ?? "",
    joinedOn: person.joinedOn ?? "",
    standingFrom: person.standingFrom ?? "",
    exemptFromAttendance: person.exemptFromAttendance,
  };
  const [form, setForm] = useState(before);
  // Only what was changed is sent, so that two who change different fields don't undo each other.
  const text = (now: string, then: string) => (now === then ? undefined : now.trim() || null);
  const body = {
    name: form.name === before.name ? undefined : form.name,
    number: text(form.number, before.number),
    sex: form.sex === before.sex ? undefined : form.sex || null,
    bornOn: text(form.bornOn, before.bornOn),
    joinedOn: text(form.joinedOn, before.joinedOn),
    fileKept: fileKept === (person.fileKept ?? "") ? undefined : fileKept || null,
    standingFrom: text(form.standingFrom, before.standingFrom),
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
      <SelectField
        label={t("file")}
        optional
        value={fileKept}
        error={problemsByField(act.error).fileKept}
        onChange={(event) => setFileKept(event.target.value as MemberFile | "")}
      >
        <option value="">{t("unknown")}</option>
        {memberFiles.map((one) => (
          <option key={one} value={one}>
            {file(one)}
          </option>
        ))}
      </SelectField>
      <ExemptField {...basics} />
    </AskSheet>
  );
}
