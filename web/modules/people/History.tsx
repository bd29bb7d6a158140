import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { memberStateTexts } from "../organization/texts.ts";
import type { Person } from "./Basics.tsx";
import { Line } from "./Line.tsx";
import { evidenceTexts } from "./member-texts.ts";
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
          <Line key={from} now={to === null} when={<Span from={from} to={to} />}>
            <span>{state(its)}</span>
            <span className="quiet">{[organizationName ?? t("outside"), groupName].filter(Boolean).join(" · ")}</span>
          </Line>
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
  if (person.acts.length === 0) return null;
  return (
    <Card title={t("acts")}>
      <ol>
        {person.acts.map(({ id, from, to, rule, strength, effectiveOn, decidedBy, papers, reason }) => (
          <Line
            key={id}
            when={
              <>
                <span className="note">
                  {wordDate(language, effectiveOn)} · {t("decidedBy", { by: decidedBy })}
                </span>
                {papers.length > 0 && (
                  <span className="note">
                    {t("papers", {
                      papers: papers.map((paper) => wordPaper(language, paper)).join(language === "zh" ? "、" : ", "),
                    })}
                  </span>
                )}
                {reason && <span>{t("ground", { reason })}</span>}
              </>
            }
          >
            <span>{from === null ? state(to) : `${state(from)} → ${state(to)}`}</span>
            <span className="note">
              {strength === "must" || strength === "general" ? t("statutory") : t("usual")} {rule}
            </span>
          </Line>
        ))}
      </ol>
    </Card>
  );
}

/** Papers of later versions of the rules may have no word yet. */
function wordPaper(language: "zh" | "en", paper: string): string {
  return (evidenceTexts[language] as Record<string, string>)[paper] ?? paper;
}
