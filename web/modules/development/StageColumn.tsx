import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { developmentStages, developmentSteps } from "@dutyloop/domain/organization/development-things.ts";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { MorePages } from "../../ui/MorePages.tsx";
import { Failed, Loading } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import styles from "./Development.module.css";
import { developmentTexts } from "./texts.ts";

/** One stage's people of a subtree. */
export function useStage(organizationId: string, stage: number) {
  const request = { params: { organizationId }, query: { stage, limit: 20 } };
  return usePages("listApplicants", request, { enabled: organizationId !== "", keep: true });
}

/** A stage with everybody in it; each leads to the 25 steps. */
export function StageColumn({ organizationId, stage }: { organizationId: string; stage: number }) {
  const t = useTexts(developmentTexts);
  const words = useWords();
  const { query, items, first } = useStage(organizationId, stage);
  const named = developmentStages[stage - 1];
  const count = first?.counts.find((each) => each.stage === stage)?.people;
  return (
    <section className={styles.stage} aria-labelledby={`stage-${stage}`}>
      <h2 id={`stage-${stage}`} className={styles.stageName}>
        <span className={styles.number} aria-hidden="true">
          {stage}
        </span>
        <span>{named && words(named)}</span>
        {count !== undefined && <span className="note">{t("people", { count })}</span>}
      </h2>
      {query.isPending && <Loading rows={2} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <p className={`quiet ${styles.nobody}`}>{t("nobody")}</p>}
      {items.length > 0 && (
        <ul className={styles.people}>
          {items.map((item) => (
            <li key={item.personId}>
              <Applicant item={item} />
            </li>
          ))}
        </ul>
      )}
      <MorePages query={query} shown={items.length} />
    </section>
  );
}

export type Item = Answer<"listApplicants">["items"][number];

/** One of them in a few lines. */
export function Applicant({ item }: { item: Item }) {
  const t = useTexts(developmentTexts);
  const words = useWords();
  const language = useLanguage();
  const step = developmentSteps.find(({ number }) => number === item.current);
  // Who was entered with a later state has no entries of the steps before it.
  const unentered = step !== undefined && step.stage < item.stage;
  const day = (date: string) => wordDate(language, date);
  return (
    <Link to="/development/$personId" params={{ personId: item.personId }} className={styles.person}>
      <span className={styles.personName}>{item.name}</span>
      <span className="note">{item.organizationName}</span>
      {unentered ? (
        <span className="quiet">{t("unentered")}</span>
      ) : (
        <span>{step ? `${t("stepNumber", { step: step.number })} ${words(step)}` : t("finished")}</span>
      )}
      {item.overdue && item.latest ? (
        <Tag tone="warn" shape="diamond">
          {t("overdue", { date: day(item.latest) })}
        </Tag>
      ) : item.latest ? (
        <span className="note">{t("latest", { date: day(item.latest) })}</span>
      ) : (
        item.earliest && <span className="note">{t("earliest", { date: day(item.earliest) })}</span>
      )}
      {item.warnings > 0 && <span className="note">{t("toCheck", { count: item.warnings })}</span>}
    </Link>
  );
}
