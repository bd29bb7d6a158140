import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { OrganizationFinder } from "../../../app/frame/OrganizationFinder.tsx";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import { memberStateTexts } from "../../organization/texts.ts";
import type { Person } from "../Basics.tsx";
import { transferTexts } from "../member-texts.ts";
import { useAct } from "../use-act.ts";
import { LifeFields, NameFields, nobody } from "./BasicFields.tsx";
import { GroupOfBranch } from "./GroupOfBranch.tsx";
import { LetterFields } from "./LetterFields.tsx";

type Props = {
  /** The branch that receives. */
  branch: { id: string; name: string };
  /** Who comes back; without it somebody the register doesn't know. */
  former?: Person;
  onClose: () => void;
};

/** Takes in a member from outside the group by the letter of transfer; the receipt is given with it. */
export function ReceiveFromOutside({ branch: first, former, onClose }: Props) {
  const t = useTexts(transferTexts);
  const state = useTexts(memberStateTexts);
  const { today } = useSession();
  const [branch, setBranch] = useState(first);
  const [basics, setBasics] = useState(nobody);
  const [form, setForm] = useState({
    from: "",
    letterNumber: "",
    issuedOn: today,
    validDays: "30",
    on: today,
    memberState: "FULL" as "FULL" | "PROBATIONARY",
    groupId: "",
  });
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const newcomer = {
    name: basics.name,
    number: basics.number.trim() || null,
    sex: basics.sex || null,
    bornOn: basics.bornOn || null,
    joinedOn: basics.joinedOn || null,
    standingFrom: basics.standingFrom || null,
  };
  const body = {
    ...form,
    letterNumber: form.letterNumber.trim() || null,
    validDays: Number(form.validDays),
    groupId: form.groupId || null,
    person: former ? { personId: former.id } : newcomer,
  };
  const params = { organizationId: branch.id };
  const act = useAct(() => call("receiveFromOutside", { params, body }), onClose);
  const problems = problemsByField(act.error);
  const typed = {
    form: basics,
    error: act.error,
    onChange: (part: Partial<typeof basics>) => setBasics((now) => ({ ...now, ...part })),
  };
  return (
    <AskSheet
      title={former ? t("returnTitle", { name: former.name }) : t("arriveTitle", { organization: branch.name })}
      confirm={t("arrive")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{t("arriveWhat")}</p>
      {former && (
        <OrganizationFinder
          label={t("findBranch")}
          chosen={branch}
          error={problems.organizationId}
          onChoose={(organization) => {
            setBranch(organization);
            set({ groupId: "" });
          }}
        />
      )}
      {!former && <NameFields {...typed} />}
      <TextField
        label={t("outsideFrom")}
        required
        most={100}
        value={form.from}
        error={problems.from}
        onChange={(event) => set({ from: event.target.value })}
      />
      <LetterFields form={form} error={act.error} onChange={set} />
      <TextField
        label={t("receiveOn")}
        type="date"
        required
        min={form.issuedOn}
        max={today}
        value={form.on}
        error={problems.on}
        onChange={(event) => set({ on: event.target.value })}
      />
      <SelectField
        label={t("letterState")}
        value={form.memberState}
        error={problems.memberState}
        onChange={(event) => set({ memberState: event.target.value as typeof form.memberState })}
      >
        <option value="FULL">{state("FULL")}</option>
        <option value="PROBATIONARY">{state("PROBATIONARY")}</option>
      </SelectField>
      <GroupOfBranch
        organizationId={branch.id}
        value={form.groupId}
        error={problems.groupId}
        onChange={(groupId) => set({ groupId })}
      />
      {!former && <LifeFields {...typed} joiningNeeded={form.memberState === "PROBATIONARY"} />}
    </AskSheet>
  );
}
