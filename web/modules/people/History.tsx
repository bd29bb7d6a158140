import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import { memberStateTexts } from "../organization/texts.ts";
import type { Person } from "./Basics.tsx";
import { evidenceTexts } from "./member-texts.ts";
import styles from "./People.module.css";
import { Span } from "./Span.tsx";
import { personTexts } from "./texts.ts";

/** States and branches in time, newest first. */
export function History({ person }: { person: Person }) {
  const t = useTexts(personTexts);
  const state = useTexts(memberStateTexts);
  return (
    <Card title={t("history")}>
      <ol>
        {person.states.map(({ state: its, organizationName, groupName, from, to }) => (
          <li key={from} className={classes(styles.line, to === null && styles.now)}>
            <span className={styles.what}>
              <span>{state(its)}</span>
              <span className="quiet">{[organizationName ?? t("outside"), groupName].filter(Boolean).join(" · ")}</span>
            </span>
            <Span from={from} to={to} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Changes of state with their rule and papers, as far as the reader may know of them. */
export function Acts({ person }: { person: Person }) {
  const t = useTexts(personTexts);
  const state = useTexts(memberStateTexts);
  const language = useLanguage();
  return (
    <Card title={t("acts")}>
      {person.acts.length === 0 && <p className="quiet">{t("noActs")}</p>}
      <ol>
        {person.acts.map(({ id, from, to, rule, strength, effectiveOn, decidedBy, papers, reason }) => (
          <li key={id} className={styles.line}>
            <span className={styles.what}>
              <span>{from === null ? state(to) : `${state(from)} → ${state(to)}`}</span>
              <span className="note">{wordDate(language, effectiveOn)}</span>
              <span className="note">
                {strength === "must" || strength === "general" ? t("statutory") : t("usual")} {rule}
              </span>
            </span>
            <span className="note">{t("decidedBy", { by: decidedBy })}</span>
            {papers.length > 0 && (
              <span className="note">
                {t("papers", {
                  papers: papers.map((paper) => wordPaper(language, paper)).join(language === "zh" ? "、" : ", "),
                })}
              </span>
            )}
            {reason && <span>{t("ground", { reason })}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Papers of later versions of the rules may have no word yet. */
function wordPaper(language: "zh" | "en", paper: string): string {
  return (evidenceTexts[language] as Record<string, string>)[paper] ?? paper;
}
