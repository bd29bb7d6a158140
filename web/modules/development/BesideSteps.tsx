import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import type { Case } from "./CasePage.tsx";
import { DayAct } from "./DayAct.tsx";
import styles from "./Development.module.css";
import { Defer, Extend } from "./ProbationActs.tsx";
import { developmentTexts } from "./texts.ts";
import { Withdraw } from "./Withdraw.tsx";

type Doing = { what: "assess" | "extend" | "defer" } | { what: "withdraw"; entryId: string };

/** What happens beside the steps: half-yearly assessments, probation extended, the discussion of a newcomer put off. */
export function BesideSteps({ found }: { found: Case }) {
  const t = useTexts(developmentTexts);
  const language = useLanguage();
  const may = useMay();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { person, assessments, extension, deferral, mayApprove, mayDefer, steps } = found;
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
      {mayDefer && <Button onClick={() => setDoing({ what: "defer" })}>{t("defer")}</Button>}
    </span>
  );
  return (
    <Card title={t(onProbation ? "probation" : "assessments")} action={acts}>
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
        {deferral && (
          <li>
            {t("deferred", { months: deferral.months, date: wordDate(language, deferral.on) })}
            {!isDone(23) && withdraw(deferral.id, t("defer"))}
          </li>
        )}
      </ul>
      {doing?.what === "assess" && (
        <DayAct
          title={t("assess")}
          what={t("assessWhat")}
          confirm={t("save")}
          label={t("assessedOn")}
          write={(on) => call("addAssessment", { params: { personId: person.id }, body: { on } })}
          onClose={close}
        />
      )}
      {doing?.what === "defer" && <Defer personId={person.id} onClose={close} />}
      {doing?.what === "extend" && <Extend personId={person.id} onClose={close} />}
      {doing?.what === "withdraw" && (
        <Withdraw personId={person.id} entryId={doing.entryId} title={t("withdrawEntry")} onClose={close} />
      )}
    </Card>
  );
}
