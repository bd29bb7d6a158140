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
import styles from "../People.module.css";
import { peopleTexts, personTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";

type Organization = Pick<Answer<"getOrganization">, "id" | "name" | "groups">;
const states = ["FULL", "PROBATIONARY", "SUSPENDED"] as const;

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
  const p = useTexts(personTexts);
  const state = useTexts(memberStateTexts);
  const { today } = useSession();
  const [form, setForm] = useState({
    name: "",
    number: "",
    memberState: "FULL" as (typeof states)[number],
    groupId: "",
    validFrom: today,
    sex: "" as "" | "F" | "M",
    bornOn: "",
    joinedOn: "",
    exemptFromAttendance: false,
  });
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const body = {
    ...form,
    number: form.number.trim() || null,
    groupId: form.groupId || null,
    sex: form.sex || null,
    bornOn: form.bornOn || null,
    joinedOn: form.joinedOn || null,
  };
  const params = { organizationId: organization.id };
  const act = useAct(() => call("admitPerson", { params, body }), onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("admitTitle", { organization: organization.name })}
      confirm={t("admit")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{t("admitWhat")}</p>
      <TextField
        label={t("name")}
        required
        most={100}
        value={form.name}
        error={problems.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        label={t("number")}
        optional
        most={40}
        value={form.number}
        error={problems.number}
        onChange={(event) => set({ number: event.target.value })}
      />
      <SelectField
        label={t("state")}
        value={form.memberState}
        error={problems.memberState}
        onChange={(event) => set({ memberState: event.target.value as (typeof states)[number] })}
      >
        {states.map((one) => (
          <option key={one} value={one}>
            {state(one)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("group")}
        value={form.groupId}
        error={problems.groupId}
        onChange={(event) => set({ groupId: event.target.value })}
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
        value={form.validFrom}
        error={problems.validFrom}
        onChange={(event) => set({ validFrom: event.target.value })}
      />
      <SelectField
        label={p("sex")}
        optional
        value={form.sex}
        error={problems.sex}
        onChange={(event) => set({ sex: event.target.value as "" | "F" | "M" })}
      >
        <option value="">{p("unknown")}</option>
        <option value="F">{p("female")}</option>
        <option value="M">{p("male")}</option>
      </SelectField>
      <TextField
        label={p("bornOn")}
        type="date"
        optional
        max={today}
        value={form.bornOn}
        error={problems.bornOn}
        onChange={(event) => set({ bornOn: event.target.value })}
      />
      <TextField
        label={t("joinedOn")}
        type="date"
        optional
        max={today}
        value={form.joinedOn}
        error={problems.joinedOn}
        onChange={(event) => set({ joinedOn: event.target.value })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={form.exemptFromAttendance}
          onChange={(event) => set({ exemptFromAttendance: event.target.checked })}
        />
        {t("exemptFromAttendance")}
      </label>
    </AskSheet>
  );
}
