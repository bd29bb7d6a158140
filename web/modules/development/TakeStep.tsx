import { asksOf, developmentSteps, type StepMaterial } from "@dutyloop/domain/organization/development-things.ts";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { Check } from "../../ui/Checks.tsx";
import { SelectField, TextField } from "../../ui/Field.tsx";
import type { Case } from "./CasePage.tsx";
import { GroupField } from "./GroupField.tsx";
import { Papers } from "./Papers.tsx";
import { Scans } from "./Scans.tsx";
import type { Standing } from "./StepItem.tsx";
import { Supporters } from "./Supporters.tsx";
import { bodyOf, type StepForm, startOf } from "./step-form.ts";
import { developmentTexts } from "./texts.ts";
import { useWrite } from "./use-write.ts";

type Props = { standing: Standing; found: Case; onClose: () => void };

/** The form of one step: its day and papers, and only what else this step asks for. */
export function TakeStep({ standing: { step, earliest, latest }, found, onClose }: Props) {
  const t = useTexts(developmentTexts);
  const words = useWords();
  const language = useLanguage();
  const { today } = useSession();
  const [form, setForm] = useState<StepForm>(() => startOf(today));
  const change = (part: Partial<StepForm>) => setForm((now) => ({ ...now, ...part }));
  const params = { personId: found.person.id, step };
  const act = useWrite(() => call("takeStep", { params, body: bodyOf(step, form) }), onClose);
  const problems = problemsByField(act.error);
  const asks = asksOf(step);
  const named = developmentSteps.find(({ number }) => number === step);
  const day = (date: string) => wordDate(language, date);
  const window =
    earliest && latest
      ? t("between", { from: day(earliest.on), to: day(latest.on) })
      : earliest
        ? t("from", { date: day(earliest.on) })
        : latest && t("until", { date: day(latest.on) });
  return (
    <AskSheet
      title={t("takeTitle", { step, name: named ? words(named) : "" })}
      confirm={t("save")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <TextField
        label={t("on")}
        hint={window ?? undefined}
        type="date"
        required
        max={today}
        value={form.on}
        error={problems.on}
        onChange={(event) => change({ on: event.target.value })}
      />
      {asks.includes("supporters") && (
        <Supporters step={step} found={found} form={form} error={problems.people} onChange={change} />
      )}
      {asks.includes("training") && <Training form={form} error={problems.training} onChange={change} />}
      {asks.includes("notice") && <Notice form={form} error={problems.notice} today={today} onChange={change} />}
      {asks.includes("approver") && <Approver form={form} error={problems.approver} onChange={change} />}
      {asks.includes("special") && (
        <Check label={t("special")} checked={form.special} onChange={(special) => change({ special })} />
      )}
      {asks.includes("conclusion") && (
        <SelectField
          label={t("conclusion")}
          hint={t("conclusionHint")}
          required
          value={form.conclusion}
          error={problems.conclusion}
          onChange={(event) => change({ conclusion: event.target.value as StepForm["conclusion"] })}
        >
          <option value="">{t("chooseConclusion")}</option>
          <option value="passed">{t("passed")}</option>
          <option value="failed">{t("failed")}</option>
        </SelectField>
      )}
      {asks.includes("group") && (
        <GroupField
          organizationId={found.person.organizationId}
          value={form.groupId}
          error={problems.groupId}
          onChange={(groupId) => change({ groupId })}
        />
      )}
      <Papers
        step={step}
        papers={form.papers}
        error={problems.papers}
        onChange={(papers: StepMaterial[]) => change({ papers })}
      />
      <Scans scans={form.scans} onChange={(scans) => change({ scans })} />
    </AskSheet>
  );
}

type PartProps = { form: StepForm; error?: string | undefined; onChange: (part: Partial<StepForm>) => void };

function Training({ form, error, onChange }: PartProps) {
  const t = useTexts(developmentTexts);
  return (
    <>
      <TextField
        label={t("days")}
        hint={t("trainingHint")}
        type="number"
        required
        min={0}
        max={365}
        value={form.days}
        error={error}
        onChange={(event) => onChange({ days: event.target.value })}
      />
      <TextField
        label={t("hours")}
        type="number"
        required
        min={0}
        max={1000}
        value={form.hours}
        onChange={(event) => onChange({ hours: event.target.value })}
      />
    </>
  );
}

function Notice({ form, error, today, onChange }: PartProps & { today: string }) {
  const t = useTexts(developmentTexts);
  return (
    <>
      <TextField
        label={t("noticeFrom")}
        hint={t("noticeHint")}
        type="date"
        max={today}
        value={form.noticeFrom}
        error={error}
        onChange={(event) => onChange({ noticeFrom: event.target.value })}
      />
      <TextField
        label={t("noticeTo")}
        type="date"
        max={today}
        value={form.noticeTo}
        onChange={(event) => onChange({ noticeTo: event.target.value })}
      />
    </>
  );
}

/** Which organisation above approved; its name isn't needed, there is one nearest. */
export function Approver({ form, error, onChange }: PartProps) {
  const t = useTexts(developmentTexts);
  return (
    <>
      <SelectField
        label={t("approver")}
        value={form.approvedBy}
        error={error}
        onChange={(event) => onChange({ approvedBy: event.target.value as StepForm["approvedBy"] })}
      >
        <option value="committee">{t("committee")}</option>
        <option value="general_branch">{t("generalBranch")}</option>
      </SelectField>
      {form.approvedBy === "general_branch" && (
        <Check label={t("authorised")} checked={form.authorised} onChange={(authorised) => onChange({ authorised })} />
      )}
    </>
  );
}
