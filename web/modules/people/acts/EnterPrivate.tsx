import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { TextField } from "../../../ui/Field.tsx";
import type { Person } from "../Basics.tsx";
import { peopleTexts, personTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";

/** Enters identity number and telephone; what is left empty stays as it is. */
export function EnterPrivate({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const [identityNumber, setIdentityNumber] = useState("");
  const [phone, setPhone] = useState("");
  const body = {
    ...(identityNumber.trim() ? { identityNumber: identityNumber.trim() } : {}),
    ...(phone.trim() ? { phone: phone.trim() } : {}),
  };
  const act = useAct(() => call("setPrivateFields", { params: { personId: person.id }, body }), onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("enterPrivateTitle", { name: person.name })}
      confirm={p("save")}
      cancel={p("cancel")}
      act={act}
      blocked={Object.keys(body).length === 0}
      onClose={onClose}
    >
      <p className="quiet">{t("enterPrivateWhat")}</p>
      <TextField
        label={t("identityNumber")}
        optional
        autoComplete="off"
        value={identityNumber}
        error={problems.identityNumber}
        onChange={(event) => setIdentityNumber(event.target.value)}
      />
      <TextField
        label={t("phone")}
        optional
        type="tel"
        autoComplete="off"
        value={phone}
        error={problems.phone}
        onChange={(event) => setPhone(event.target.value)}
      />
    </AskSheet>
  );
}
