import { type RemovalGround, removalGrounds } from "@dutyloop/domain/organization/member-things.ts";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { SelectField, TextArea, TextField } from "../../../ui/Field.tsx";
import { kindTexts } from "../../organization/texts.ts";
import type { Person } from "../Basics.tsx";
import { removalTexts } from "../member-texts.ts";
import { personTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";
import { Decision, undecided } from "./Decision.tsx";
import { type Disposed, neededEvidence, statesToDispose } from "./needed-evidence.ts";

const approvers = ["COMMITTEE", "OFFICE_COMMITTEE", "GENERAL_BRANCH"] as const;
type Approver = (typeof approvers)[number];

/**
 * Enters a disposition that a Party organisation has decided. What is typed as its ground stays in this sheet: the
 * browser keeps nothing of it.
 */
export function Dispose({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(personTexts);
  const ground = useTexts(removalTexts);
  const kind = useTexts(kindTexts);
  const { today } = useSession();
  const [form, setForm] = useState(() => ({
    ...undecided<Disposed>(today),
    removal: "" as RemovalGround | "",
    inactiveSince: "",
    correctionMonths: "6",
    approver: "COMMITTEE" as Approver,
    reason: "",
  }));
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const { to } = form;
  const approver = { kind: form.approver, authorised: form.approver === "GENERAL_BRANCH" };
  const body = {
    to: to as Disposed,
    on: form.on,
    evidence: form.evidence,
    decidedBy: form.decidedBy,
    removal: to === "REMOVED" ? form.removal || null : null,
    inactiveSince: to === "REMOVED" && form.removal === "SELF_QUIT_6M" ? form.inactiveSince || null : null,
    correctionMonths: to === "CORRECTING" ? Number(form.correctionMonths) : null,
    approver: to === "CANCELLED" ? approver : null,
    reason: form.reason,
  };
  const act = useAct(() => call("disposeOfMember", { params: { personId: person.id }, body }), onClose);
  const problems = problemsByField(act.error);
  return (
    <Decision
      title={t("disposeTitle", { name: person.name })}
      what={t("disposeWhat")}
      followers={statesToDispose(person.memberState)}
      form={form}
      needed={neededEvidence(person.memberState, to)}
      act={act}
      onChange={set}
      onClose={onClose}
      last={
        <TextArea
          label={t("reason")}
          required
          most={500}
          value={form.reason}
          error={problems.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
      }
    >
      {to === "CORRECTING" && (
        <TextField
          label={t("correctionMonths")}
          type="number"
          required
          min={1}
          max={12}
          value={form.correctionMonths}
          error={problems.correctionMonths}
          onChange={(event) => set({ correctionMonths: event.target.value })}
        />
      )}
      {to === "REMOVED" && (
        <SelectField
          label={t("removal")}
          required
          value={form.removal}
          error={problems.removal}
          onChange={(event) => set({ removal: event.target.value as RemovalGround })}
        >
          <option value="">{t("choose")}</option>
          {removalGrounds.map((one) => (
            <option key={one} value={one}>
              {ground(one)}
            </option>
          ))}
        </SelectField>
      )}
      {to === "REMOVED" && form.removal === "SELF_QUIT_6M" && (
        <TextField
          label={t("inactiveSince")}
          type="date"
          required
          max={today}
          value={form.inactiveSince}
          error={problems.inactiveSince}
          onChange={(event) => set({ inactiveSince: event.target.value })}
        />
      )}
      {to === "CANCELLED" && (
        <SelectField
          label={t("approver")}
          required
          value={form.approver}
          error={problems.approver}
          onChange={(event) => set({ approver: event.target.value as Approver })}
        >
          {approvers.map((one) => (
            <option key={one} value={one}>
              {one === "GENERAL_BRANCH" ? t("authorised") : kind(one)}
            </option>
          ))}
        </SelectField>
      )}
    </Decision>
  );
}
