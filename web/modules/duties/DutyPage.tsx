import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../app/api/queries.ts";
import { wordDate, wordInstant } from "../../app/frame/months.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { DutyActs } from "./DutyActs.tsx";
import { DutyFacts } from "./DutyFacts.tsx";
import { DecisionSheet, type Duty, type DutyRequest } from "./DutySheets.tsx";
import { dutyTexts } from "./duty-texts.ts";
import styles from "./Plans.module.css";

/** One duty: where it comes from, what counts as done, what became of it, what is asked, and what the caller may do. */
export default function DutyPage() {
  const t = useTexts(dutyTexts);
  const words = useWords();
  const { obligationId } = useParams({ from: "/duties/$obligationId" });
  const query = useQuery(ask("getObligation", { params: { obligationId } }));
  return (
    <Page
      title={query.data ? words(query.data.templateName) : t("duty")}
      about={query.data && `${query.data.organizationName} · ${query.data.sourceName}`}
      narrow
    >
      <Loaded query={query} rows={6}>
        {(duty) => (
          <>
            <Card>
              <div className={styles.part}>
                <DutyFacts duty={duty} />
                <DutyActs duty={duty} />
              </div>
            </Card>
            {duty.requests.length > 0 && (
              <Card title={t("requests")}>
                <ul className={styles.steps}>
                  {duty.requests.map((request) => (
                    <RequestRow key={request.id} duty={duty} request={request} />
                  ))}
                </ul>
              </Card>
            )}
            <Card title={t("history")}>
              <History duty={duty} />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function RequestRow({ duty, request }: { duty: Duty; request: DutyRequest }) {
  const t = useTexts(dutyTexts);
  const language = useLanguage();
  const [approve, setApprove] = useState<boolean | null>(null);
  const { state, askedTo, askedBy, reason, own, decidedBy, decisionReason } = request;
  const what = askedTo ? t("extendTo", { date: wordDate(language, askedTo) }) : t("waive");
  const waits = state === "open";
  return (
    <li>
      <span>
        {t("decideNote", { by: askedBy, what, reason })}{" "}
        <Tag tone={state === "approved" ? "good" : waits ? "warn" : "neutral"}>{t(waits ? "open_request" : state)}</Tag>
      </span>
      {decidedBy !== null && (
        <span className="note">{t("decision", { by: decidedBy, reason: decisionReason || "–" })}</span>
      )}
      {waits && duty.may.decide && own && <span className="note">{t("ownRequest")}</span>}
      {waits && duty.may.decide && !own && (
        <span className={styles.acts}>
          <Button kind="primary" onClick={() => setApprove(true)}>
            {t("approve")}
          </Button>
          <Button onClick={() => setApprove(false)}>{t("refuse")}</Button>
        </span>
      )}
      {approve !== null && (
        <DecisionSheet duty={duty} request={request} approve={approve} onClose={() => setApprove(null)} />
      )}
    </li>
  );
}

const known = ["start", "progress", "submit", "discharge", "return", "extend", "waive", "hand_over", "reopen"] as const;

function History({ duty }: { duty: Duty }) {
  const t = useTexts(dutyTexts);
  const language = useLanguage();
  if (duty.steps.length === 0) return <p className="quiet">{t("noHistory")}</p>;
  return (
    <ol className={styles.steps}>
      {duty.steps.map((step) => {
        const action = known.find((one) => one === step.action);
        return (
          <li key={step.doneAt}>
            <span>
              {action ? t(`s_${action}`) : step.action}
              {step.progress !== null && ` ${t("percent", { progress: step.progress })}`}
              {step.note && t("noted", { note: step.note })}
            </span>
            <span className="note">
              {step.doneBy} · {wordInstant(language, step.doneAt)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
