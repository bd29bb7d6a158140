import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { developmentStages, developmentSteps } from "@dutyloop/domain/organization/development-things.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DeniedPage } from "../../ui/DeniedPage.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { memberStateTexts } from "../organization/texts.ts";
import { BesideSteps } from "./BesideSteps.tsx";
import styles from "./Development.module.css";
import { StepItem } from "./StepItem.tsx";
import { developmentTexts } from "./texts.ts";

export type Case = Answer<"getDevelopment">;

/** The 25 steps of one person, from the application to the filed papers. */
export default function CasePage() {
  const t = useTexts(developmentTexts);
  const words = useWords();
  const may = useMay();
  const { personId = "" } = useParams({ strict: false });
  const query = useQuery({ ...ask("getDevelopment", { params: { personId } }), enabled: may("development.read") });
  if (!may("development.read")) return <DeniedPage />;
  const stage = query.data && developmentStages[query.data.stage - 1];
  const ways = (
    <>
      <Link to="/development" className={buttonClass("text")}>
        {t("back")}
      </Link>
      {may("person.read") && (
        <Link to="/people/$personId" params={{ personId }} className={buttonClass("text")}>
          {t("person")}
        </Link>
      )}
    </>
  );
  return (
    <Page
      title={query.data?.person.name ?? t("title")}
      about={query.data && stage && `${t("stage", { stage: query.data.stage })} · ${words(stage)}`}
      action={ways}
    >
      <Loaded query={query} tall rows={6}>
        {(found) => (
          <div className={styles.case}>
            <div className={styles.side}>
              <Facts found={found} />
              <BesideSteps found={found} />
            </div>
            <Card title={t("steps")}>
              {developmentStages.map((named, index) => (
                <section key={named.zh} className={styles.part} aria-labelledby={`stage-${index + 1}`}>
                  <h3 id={`stage-${index + 1}`}>{words(named)}</h3>
                  <ol className={styles.timeline}>
                    {stepsOf(found, index + 1).map((standing) => (
                      <StepItem key={standing.step} standing={standing} found={found} />
                    ))}
                  </ol>
                </section>
              ))}
            </Card>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function stepsOf({ steps }: Case, stage: number): Case["steps"] {
  return steps.filter(({ step }) => developmentSteps[step - 1]?.stage === stage);
}

function Facts({ found }: { found: Case }) {
  const t = useTexts(developmentTexts);
  const state = useTexts(memberStateTexts);
  const language = useLanguage();
  const { person, probationEndsOn, standingFrom } = found;
  const day = (date: string | null) => (date === null ? "–" : wordDate(language, date));
  return (
    <Card>
      <dl className={styles.facts}>
        <dt>{t("branch")}</dt>
        <dd>{person.organizationName}</dd>
        <dt>{t("state")}</dt>
        <dd>{person.state === null ? t("noLongerHere") : state(person.state)}</dd>
        <dt>{t("bornOn")}</dt>
        <dd>{day(person.bornOn)}</dd>
        {probationEndsOn && (
          <>
            <dt>{t("probationEndsOn")}</dt>
            <dd>{day(probationEndsOn)}</dd>
          </>
        )}
        {standingFrom && (
          <>
            <dt>{t("standingFrom")}</dt>
            <dd>{day(standingFrom)}</dd>
          </>
        )}
      </dl>
    </Card>
  );
}
