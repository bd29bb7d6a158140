import type { MemberEvidence } from "@dutyloop/domain/organization/member-things.ts";
import type { MemberState } from "@dutyloop/domain/organization/things.ts";
import type { ReactNode } from "react";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { SelectField, TextField } from "../../../ui/Field.tsx";
import { memberStateTexts } from "../../organization/texts.ts";
import { peopleTexts, personTexts } from "../texts.ts";
import type { useAct } from "../use-act.ts";
import { Evidence } from "./Evidence.tsx";

/** What is typed of every change of a membership. */
type Decided<To extends string> = {
  readonly to: To | "";
  readonly on: string;
  readonly decidedBy: string;
  readonly evidence: MemberEvidence[];
};

/** Nothing is assumed but the day: no state is chosen, no paper ticked. */
export function undecided<To extends string>(today: string): Decided<To> {
  return { to: "", on: today, decidedBy: "", evidence: [] };
}

type Props<To extends MemberState> = {
  title: string;
  what?: string;
  /** States that can follow. */
  followers: readonly To[];
  form: Decided<To>;
  needed: readonly MemberEvidence[];
  act: ReturnType<typeof useAct>;
  onChange: (part: Partial<Decided<To>>) => void;
  onClose: () => void;
  /** What the chosen state asks for besides. */
  children?: ReactNode;
  last?: ReactNode;
};

/** A change of a membership that somebody has decided: what to, what for, on which day, by whom, on which papers. */
export function Decision<To extends MemberState>(props: Props<To>) {
  const { title, what, followers, form, needed, act, onChange, onClose, children, last } = props;
  const t = useTexts(personTexts);
  const p = useTexts(peopleTexts);
  const state = useTexts(memberStateTexts);
  const { today } = useSession();
  const problems = problemsByField(act.error);
  return (
    <AskSheet title={title} confirm={t("confirm")} cancel={p("cancel")} act={act} onClose={onClose}>
      {what && <p className="quiet">{what}</p>}
      <SelectField
        label={t("toState")}
        required
        value={form.to}
        error={problems.to}
        onChange={(event) => onChange({ to: event.target.value as To, evidence: [] })}
      >
        <option value="">{t("chooseState")}</option>
        {followers.map((to: MemberState) => (
          <option key={to} value={to}>
            {state(to)}
          </option>
        ))}
      </SelectField>
      {children}
      <TextField
        label={t("on")}
        type="date"
        required
        max={today}
        value={form.on}
        error={problems.on}
        onChange={(event) => onChange({ on: event.target.value })}
      />
      <TextField
        label={t("by")}
        required
        most={100}
        value={form.decidedBy}
        error={problems.decidedBy}
        onChange={(event) => onChange({ decidedBy: event.target.value })}
      />
      <Evidence
        needed={needed}
        given={form.evidence}
        error={problems.evidence}
        onChange={(evidence) => onChange({ evidence })}
      />
      {last}
    </AskSheet>
  );
}
