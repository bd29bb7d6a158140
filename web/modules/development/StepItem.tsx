import { wordFinding } from "@dutyloop/contract/messages/finding-words.ts";
import type { Strength } from "@dutyloop/domain/organization/basis-things.ts";
import { developmentSteps } from "@dutyloop/domain/organization/development-things.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { classes } from "../../ui/classes.ts";
import { Shape } from "../../ui/Shape.tsx";
import type { Case } from "./CasePage.tsx";
import styles from "./Development.module.css";
import { StepActs } from "./StepActs.tsx";
import { actorTexts, developmentTexts } from "./texts.ts";

export type Standing = Case["steps"][number];
type Bound = NonNullable<Standing["latest"]>;

/** One of the 25 steps: how it stands, from when to when it is to be taken, what was entered, what to look at. */
export function StepItem({ standing, found }: { standing: Standing; found: Case }) {
  const t = useTexts(developmentTexts);
  const actor = useTexts(actorTexts);
  const words = useWords();
  const { step, state } = standing;
  const named = developmentSteps.find(({ number }) => number === step);
  if (!named) return null;
  return (
    <li className={classes(styles.step, styles[state])} aria-current={found.current === step ? "step" : undefined}>
      <span className={styles.mark} aria-hidden="true">
        {state === "done" || state === "exempted" ? <Shape name="tick" /> : step}
      </span>
      <div className={styles.body}>
        <h4>
          <span className="sr">{t("stepNumber", { step })}</span> {words(named)} <span className="sr">{t(state)}</span>
        </h4>
        <span className="note">{actor(named.actor)}</span>
        <Window standing={standing} />
        <Entered standing={standing} />
        <Warnings standing={standing} />
      </div>
      <StepActs standing={standing} found={found} />
    </li>
  );
}

/** The earliest and the latest day with the rule each rests on and how binding it is. */
function Window({ standing }: { standing: Standing }) {
  const t = useTexts(developmentTexts);
  const language = useLanguage();
  const { state, on, earliest, latest, ruleset, exemption, entry } = standing;
  const day = (date: string) => wordDate(language, date);
  if (state === "exempted") return <p>{t("exemptedFor", { reason: exemption?.reason ?? "" })}</p>;
  if (state === "done" && on) {
    const year = ruleset === "v2014" ? 2014 : 2026;
    return (
      <p>
        {t("doneOn", { date: day(on) })} <span className="note">{t("byRules", { year })}</span>
      </p>
    );
  }
  return (
    <>
      {entry?.conclusion === "failed" && <p>{t("failedOn", { date: day(entry.on) })}</p>}
      {(earliest || latest) && (
        <ul className={styles.bounds}>
          {earliest && (
            <li>
              {t("from", { date: day(earliest.on) })} <Basis bound={earliest} />
            </li>
          )}
          {latest && (
            <li>
              {t("until", { date: day(latest.on) })} <Basis bound={latest} />
            </li>
          )}
        </ul>
      )}
    </>
  );
}

function Basis({ bound }: { bound: Bound }) {
  const t = useTexts(developmentTexts);
  return (
    <span className="note">
      {bound.rule} · <StrengthWord strength={bound.strength} />
      {bound.provisional && ` · ${t("provisional")}`}
    </span>
  );
}

function StrengthWord({ strength }: { strength: Strength }) {
  const t = useTexts(developmentTexts);
  return t(strength === "must" ? "statutory" : strength === "general" ? "general" : "practice");
}

/** What was entered beside the day. */
function Entered({ standing: { state, entry } }: { standing: Standing }) {
  const t = useTexts(developmentTexts);
  const language = useLanguage();
  if (state !== "done" || entry === null) return null;
  const { supporters, training, notice } = entry;
  const day = (date: string) => wordDate(language, date);
  const names = supporters.map(({ name }) => name ?? t("hiddenName")).join(language === "zh" ? "、" : ", ");
  return (
    <>
      {supporters.length > 0 && <p className="note">{t("supporters", { names })}</p>}
      {training && <p className="note">{t("training", training)}</p>}
      {notice && <p className="note">{t("notice", { from: day(notice.from), to: day(notice.to) })}</p>}
    </>
  );
}

function Warnings({ standing: { warnings } }: { standing: Standing }) {
  const language = useLanguage();
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.warnings}>
      {warnings.map(({ code, rule, strength, values }) => (
        <li key={`${code} ${JSON.stringify(values)}`}>
          <Shape name="diamond" />
          <span>
            {wordFinding(language, code, values)}{" "}
            <span className="note">
              {rule} · <StrengthWord strength={strength} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
