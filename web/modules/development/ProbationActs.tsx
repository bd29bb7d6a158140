import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Check } from "../../ui/Checks.tsx";
import { TextField } from "../../ui/Field.tsx";
import { DayAct } from "./DayAct.tsx";
import { type StepForm, startOf } from "./step-form.ts";
import { Approver } from "./TakeStep.tsx";
import { developmentTexts } from "./texts.ts";

type Props = { personId: string; onClose: () => void };

/** Extends probation, by the branch meeting and the committee above (DEV-T8, DEV-C2). */
export function Extend({ personId, onClose }: Props) {
  const t = useTexts(developmentTexts);
  const [months, setMonths] = useState("6");
  const [resolved, setResolved] = useState(false);
  const [form, setForm] = useState<StepForm>(() => startOf(""));
  const write = (on: string) => {
    const approver = { by: form.approvedBy, authorised: form.authorised };
    const body = { on, months: Number(months), resolved, approver };
    return call("extendProbation", { params: { personId }, body });
  };
  const about = { title: t("extend"), what: t("extendWhat"), label: t("resolvedOn"), confirm: t("save") };
  return (
    <DayAct {...about} write={write} onClose={onClose}>
      {(error) => (
        <>
          <Months least={6} most={12} value={months} error={error} onChange={setMonths} />
          <Check label={t("resolved")} checked={resolved} onChange={setResolved} />
          <Approver
            form={form}
            error={problemsByField(error).approver}
            onChange={(part) => setForm({ ...form, ...part })}
          />
        </>
      )}
    </DayAct>
  );
}

/** Puts off the discussion of somebody who was transferred in on probation (MEM-11). */
export function Defer({ personId, onClose }: Props) {
  const t = useTexts(developmentTexts);
  const [months, setMonths] = useState("3");
  const write = (on: string) => call("deferDiscussion", { params: { personId }, body: { on, months: Number(months) } });
  const about = { title: t("defer"), what: t("deferWhat"), label: t("deferredOn"), confirm: t("save") };
  return (
    <DayAct {...about} write={write} onClose={onClose}>
      {(error) => <Months least={1} most={6} value={months} error={error} onChange={setMonths} />}
    </DayAct>
  );
}

type MonthsProps = {
  least: number;
  most: number;
  value: string;
  error: unknown;
  onChange: (value: string) => void;
};

function Months({ least, most, value, error, onChange }: MonthsProps) {
  const t = useTexts(developmentTexts);
  return (
    <TextField
      label={t("months")}
      type="number"
      required
      min={least}
      max={most}
      value={value}
      error={problemsByField(error).months}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
