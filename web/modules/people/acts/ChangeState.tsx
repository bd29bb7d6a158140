import {
  type MemberEvidence,
  type SuspensionGround,
  suspensionGrounds,
} from "@dutyloop/domain/organization/member-things.ts";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import { memberStateTexts } from "../../organization/texts.ts";
import type { Person } from "../Basics.tsx";
import { suspensionTexts } from "../member-texts.ts";
import { peopleTexts, personTexts } from "../texts.ts";
import { useAct } from "../use-act.ts";
import { Evidence } from "./Evidence.tsx";
import { followersOf, neededEvidence } from "./needed-evidence.ts";

const offered = ["SUSPENDED", "FULL", "DECEASED"] as const;
type To = (typeof offered)[number];

/** Suspends or restores a membership, or enters a death; asks for what the rule of the change asks for. */
export function ChangeState({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const state = useTexts(memberStateTexts);
  const ground = useTexts(suspensionTexts);
  const { today } = useSession();
  const followers = followersOf(person.memberState, offered);
  const [form, setForm] = useState({
    to: "" as To | "",
    on: today,
    evidence: [] as MemberEvidence[],
    decidedBy: "",
    suspension: "" as SuspensionGround | "",
    awaySince: "",
  });
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));
  const suspending = form.to === "SUSPENDED";
  const body = {
    ...form,
    to: form.to as To,
    suspension: suspending ? form.suspension || null : null,
    awaySince: suspending ? form.awaySince || null : null,
  };
  const act = useAct(() => call("changeMemberState", { params: { personId: person.id }, body }), onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("memberActTitle", { name: person.name })}
      confirm={t("confirm")}
      cancel={p("cancel")}
      act={act}
      onClose={onClose}
    >
      <SelectField
        label={t("toState")}
        required
        value={form.to}
        error={problems.to}
        onChange={(event) => set({ to: event.target.value as To, evidence: [] })}
      >
        <option value="">{t("chooseState")}</option>
        {followers.map((to) => (
          <option key={to} value={to}>
            {state(to)}
          </option>
        ))}
      </SelectField>
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
      <TextField
        label={t("on")}
        type="date"
        required
        max={today}
        value={form.on}
        error={problems.on}
        onChange={(event) => set({ on: event.target.value })}
      />
      <TextField
        label={t("by")}
        required
        most={100}
        value={form.decidedBy}
        error={problems.decidedBy}
        onChange={(event) => set({ decidedBy: event.target.value })}
      />
      <Evidence
        needed={neededEvidence(person.memberState, form.to, form.suspension)}
        given={form.evidence}
        error={problems.evidence}
        onChange={(evidence) => set({ evidence })}
      />
    </AskSheet>
  );
}
