import { type SuspensionGround, suspensionGrounds } from "@dutyloop/domain/organization/member-things.ts";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import type { Person } from "../Basics.tsx";
import { suspensionTexts } from "../member-texts.ts";
import { personTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";
import { Decision, undecided } from "./Decision.tsx";
import { type Entered, neededEvidence, statesToEnter } from "./needed-evidence.ts";

/** Suspends or restores a membership, or enters a death; asks for what the rule of the change asks for. */
export function ChangeState({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(personTexts);
  const ground = useTexts(suspensionTexts);
  const { today } = useSession();
  const [form, setForm] = useState(() => ({
    ...undecided<Entered>(today),
    suspension: "" as SuspensionGround | "",
    awaySince: "",
  }));
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const suspending = form.to === "SUSPENDED";
  const body = {
    ...form,
    to: form.to as Entered,
    suspension: suspending ? form.suspension || null : null,
    awaySince: suspending ? form.awaySince || null : null,
  };
  const act = useAct(() => call("changeMemberState", { params: { personId: person.id }, body }), onClose);
  const problems = problemsByField(act.error);
  return (
    <Decision
      title={t("memberActTitle", { name: person.name })}
      followers={statesToEnter(person.memberState)}
      form={form}
      needed={neededEvidence(person.memberState, form.to, form.suspension)}
      act={act}
      onChange={set}
      onClose={onClose}
    >
      {suspending && (
        <>
          <SelectField
            label={t("suspension")}
            required
            value={form.suspension}
            error={problems.suspension}
            onChange={(event) => set({ suspension: event.target.value as SuspensionGround, evidence: [] })}
          >
            <option value="">{t("choose")}</option>
            {suspensionGrounds.map((one) => (
              <option key={one} value={one}>
                {ground(one)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t("awaySince")}
            type="date"
            required={form.suspension !== "SETTLED_ABROAD"}
            max={today}
            value={form.awaySince}
            error={problems.awaySince}
            onChange={(event) => set({ awaySince: event.target.value })}
          />
        </>
      )}
    </Decision>
  );
}
