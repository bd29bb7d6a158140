import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay, useSession } from "../../app/session/session.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Check } from "../../ui/Checks.tsx";
import { TextField } from "../../ui/Field.tsx";
import type { Case } from "./CasePage.tsx";
import styles from "./Development.module.css";
import { Withdraw } from "./StepActs.tsx";
import { startOf } from "./step-form.ts";
import { Approver } from "./TakeStep.tsx";
import { developmentTexts } from "./texts.ts";
import { useWrite } from "./use-write.ts";

type Doing = { what: "assess" | "extend" } | { what: "withdraw"; entryId: string };

/** What happens beside the steps: half-yearly assessments of an activist, and probation that is extended. */
export function BesideSteps({ found }: { found: Case }) {
  const t = useTexts(developmentTexts);
  const language = useLanguage();
  const may = useMay();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { person, assessments, extension, mayApprove, steps } = found;
  const isDone = (step: number) => steps[step - 1]?.state === "done";
  const manages = may("development.manage");
  const observed = isDone(3);
  const onProbation = isDone(17) && !isDone(24);
  if (!observed) return null;
  const close = () => setDoing(null);
  const withdraw = (entryId: string, words: string) =>
    manages && (
      <Button
        kind="text"
        aria-label={`${t("withdrawEntry")} ${words}`}
        onClick={() => setDoing({ what: "withdraw", entryId })}
      >
        {t("withdraw")}
      </Button>
    );
  const acts = manages && (
    <span className={styles.acts}>
      {!isDone(7) && <Button onClick={() => setDoing({ what: "assess" })}>{t("assess")}</Button>}
      {onProbation && extension === null && mayApprove && (
        <Button onClick={() => setDoing({ what: "extend" })}>{t("extend")}</Button>
      )}
    </span>
  );
  return (
    <Card title={t("assessments")} action={acts}>
      {assessments.length === 0 && <p className="quiet">{t("noAssessments")}</p>}
      <ul className={styles.entries}>
        {assessments.map(({ id, on }) => (
          <li key={id}>
            {wordDate(language, on)}
            {!isDone(7) && withdraw(id, wordDate(language, on))}
          </li>
        ))}
        {extension && (
          <li>
            {t("extended", { months: extension.months, date: wordDate(language, extension.on) })}
            {onProbation && withdraw(extension.id, t("extend"))}
          </li>
        )}
      </ul>
      {doing?.what === "assess" && <Assess personId={person.id} onClose={close} />}
      {doing?.what === "extend" && <Extend personId={person.id} onClose={close} />}
      {doing?.what === "withdraw" && (
        <Withdraw personId={person.id} entryId={doing.entryId} title={t("withdrawEntry")} onClose={close} />
      )}
    </Card>
  );
}

type ActProps = { personId: string; onClose: () => void };

function Assess({ personId, onClose }: ActProps) {
  const t = useTexts(developmentTexts);
  const { today } = useSession();
  const [on, setOn] = useState(today);
  const act = useWrite(() => call("addAssessment", { params: { personId }, body: { on } }), onClose);
  return (
    <AskSheet title={t("assess")} confirm={t("save")} cancel={t("cancel")} act={act} onClose={onClose}>
      <p className="quiet">{t("assessWhat")}</p>
      <TextField
        label={t("assessedOn")}
        type="date"
        required
        max={today}
        value={on}
        error={problemsByField(act.error).on}
        onChange={(event) => setOn(event.target.value)}
      />
    </AskSheet>
  );
}

function Extend({ personId, onClose }: ActProps) {
  const t = useTexts(developmentTexts);
  const { today } = useSession();
  const [form, setForm] = useState(() => startOf(today));
  const [months, setMonths] = useState("6");
  const [resolved, setResolved] = useState(false);
  const act = useWrite(() => {
    const approver = { by: form.approvedBy, authorised: form.authorised };
    const body = { on: form.on, months: Number(months), resolved, approver };
    return call("extendProbation", { params: { personId }, body });
  }, onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet title={t("extend")} confirm={t("save")} cancel={t("cancel")} act={act} onClose={onClose}>
      <p className="quiet">{t("extendWhat")}</p>
      <TextField
        label={t("resolvedOn")}
        type="date"
        required
        max={today}
        value={form.on}
        error={problems.on}
        onChange={(event) => setForm({ ...form, on: event.target.value })}
      />
      <TextField
        label={t("months")}
        type="number"
        required
        min={6}
        max={12}
        value={months}
        error={problems.months}
        onChange={(event) => setMonths(event.target.value)}
      />
      <Check label={t("resolved")} checked={resolved} onChange={setResolved} />
      <Approver form={form} error={problems.approver} onChange={(part) => setForm({ ...form, ...part })} />
    </AskSheet>
  );
}
