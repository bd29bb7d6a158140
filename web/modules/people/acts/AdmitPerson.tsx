import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Button } from "../../../ui/Button.tsx";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import { memberStateTexts } from "../../organization/texts.ts";
import { peopleTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";
import { type Basics, ExemptField, LifeFields, NameFields, nobody } from "./BasicFields.tsx";

type Organization = Pick<Answer<"getOrganization">, "id" | "name" | "groups">;
const states = ["FULL", "PROBATIONARY", "SUSPENDED"] as const;
type State = (typeof states)[number];

/** Enters a member into the branch in view. */
export function AdmitPerson({ organization }: { organization: Organization }) {
  const t = useTexts(peopleTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {t("admit")}
      </Button>
      {open && <Admission organization={organization} onClose={() => setOpen(false)} />}
    </>
  );
}

function Admission({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const t = useTexts(peopleTexts);
  const state = useTexts(memberStateTexts);
  const { today } = useSession();
  const [form, setForm] = useState(nobody);
  const [memberState, setMemberState] = useState<State>("FULL");
  const [groupId, setGroupId] = useState("");
  const [validFrom, setValidFrom] = useState(today);
  const body = {
    ...form,
    number: form.number.trim() || null,
    sex: form.sex || null,
    bornOn: form.bornOn || null,
    joinedOn: form.joinedOn || null,
    standingFrom: form.standingFrom || null,
    memberState,
    groupId: groupId || null,
    validFrom,
  };
  const params = { organizationId: organization.id };
  const act = useAct(() => call("admitPerson", { params, body }), onClose);
  const problems = problemsByField(act.error);
  const basics = {
    form,
    error: act.error,
    onChange: (part: Partial<Basics>) => setForm((now) => ({ ...now, ...part })),
  };
  return (
    <AskSheet
      title={t("admitTitle", { organization: organization.name })}
      confirm={t("admit")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{t("admitWhat")}</p>
      <NameFields {...basics} />
      <SelectField
        label={t("state")}
        value={memberState}
        error={problems.memberState}
        onChange={(event) => setMemberState(event.target.value as State)}
      >
        {states.map((one) => (
          <option key={one} value={one}>
            {state(one)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("group")}
        value={groupId}
        error={problems.groupId}
        onChange={(event) => setGroupId(event.target.value)}
      >
        <option value="">{t("noGroup")}</option>
        {organization.groups.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("from")}
        type="date"
        required
        value={validFrom}
        error={problems.validFrom}
        onChange={(event) => setValidFrom(event.target.value)}
      />
      <LifeFields {...basics} />
      <ExemptField {...basics} />
    </AskSheet>
  );
}
