import { spans } from "@dutyloop/domain/assessment/period-things.ts";
import { useNavigate } from "@tanstack/react-router";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { parsePeriod, periodHolding } from "../../../app/frame/periods.ts";
import { also, type PageSearch, without } from "../../../app/frame/search.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { SelectField } from "../../../ui/Field.tsx";
import { ReportLink } from "./ReportLink.tsx";
import styles from "./Score.module.css";
import type { Score } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

/** Another scheme, period or version of the same organisation; what there is only one of isn't asked. Or as a document. */
export function ScorePickers({ score, inPage }: { score: Score; inPage: boolean }) {
  const t = useTexts(scoreTexts);
  const words = useWords();
  const wordPeriod = usePeriodWords();
  const navigate = useNavigate();
  const periods = score.periods.includes(score.period) ? score.periods : [score.period, ...score.periods];
  // A scheme of longer periods has no figure for this one: the period that holds it is shown.
  const chooseScheme = (code: string) => {
    const cadence = score.schemes.find((one) => one.code === code)?.cadence ?? score.span;
    const tooShort = spans.indexOf(score.span) < spans.indexOf(cadence);
    const month = parsePeriod(score.period)?.months[0] ?? "";
    const longer = inPage ? { span: cadence } : { of: periodHolding(cadence, month) };
    void navigate({ to: ".", search: also({ scheme: code, ...(tooShort ? longer : {}) }) });
  };
  return (
    <div className={styles.pickers}>
      {score.schemes.length > 1 && (
        <SelectField
          label={t("chooseScheme")}
          hideLabel
          value={score.scheme.code}
          onChange={(event) => chooseScheme(event.target.value)}
        >
          {score.schemes.map(({ code, name }) => (
            <option key={code} value={code}>
              {words(name)}
            </option>
          ))}
        </SelectField>
      )}
      {!inPage && periods.length > 1 && (
        <SelectField
          label={t("choosePeriod")}
          hideLabel
          value={score.period}
          onChange={(event) =>
            void navigate({
              to: ".",
              search: (now: PageSearch) => without("version")({ ...now, of: event.target.value }),
            })
          }
        >
          {periods.map((name) => (
            <option key={name} value={name}>
              {wordPeriod(name)}
            </option>
          ))}
        </SelectField>
      )}
      {score.versions > 1 && (
        <SelectField
          label={t("chooseVersion")}
          hideLabel
          value={score.periodVersion}
          onChange={(event) => void navigate({ to: ".", search: also({ version: event.target.value }) })}
        >
          {Array.from({ length: score.versions }, (_, at) => score.versions - at).map((version) => (
            <option key={version} value={version}>
              {t("version", { version })}
            </option>
          ))}
        </SelectField>
      )}
      <ReportLink score={score} />
    </div>
  );
}
