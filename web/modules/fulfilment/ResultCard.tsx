import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { wordDay } from "../../app/frame/months.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import pageStyles from "../../ui/Page.module.css";
import { Shape } from "../../ui/Shape.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { Deviations } from "./Deviations.tsx";
import { Elections } from "./Elections.tsx";
import { HostCounts } from "./form/HostCounts.tsx";
import { useMissingReason } from "./missing-reason.ts";
import { Resolutions } from "./Resolutions.tsx";
import styles from "./Result.module.css";
import { Standards } from "./Standards.tsx";
import { recordTexts } from "./texts.ts";

type Props = { result: Answer<"submitRecord">; name: string };

/** What the submission did: each duty it satisfied, what is missing against the standard, and why. */
export function ResultCard({ result, name }: Props) {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const words = useWords();
  const reason = useMissingReason();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);
  const { satisfied, unsatisfied, lateEntry } = result;
  return (
    <div className={`${pageStyles.page} ${pageStyles.narrow}`}>
      <Card>
        <div className={styles.head}>
          <span className={styles.done}>
            <Shape name="tick" />
          </span>
          <h1 ref={heading} tabIndex={-1}>
            {t("submitted")}
          </h1>
          <p className="quiet">{name}</p>
          {lateEntry && <Tag tone="warn">{t("lateEntry")}</Tag>}
          {lateEntry && <p className="note">{t("lateEntryAbout")}</p>}
        </div>
        <h2>{satisfied.length > 0 ? t("satisfied", { count: satisfied.length }) : t("none")}</h2>
        <ul className={styles.list}>
          {satisfied.map(({ obligationId, templateName, subjectName, sourceName, dueOn, timeliness }) => (
            <li key={obligationId}>
              <Tag
                tone={timeliness === "on_time" ? "good" : "warn"}
                shape={timeliness === "on_time" ? "tick" : "diamond"}
              >
                {t(timeliness === "on_time" ? "onTime" : "late")}
              </Tag>
              <b>{words(templateName)}</b>
              <span className="quiet">
                {[subjectName, sourceName, t("dueOn", { date: wordDay(language, dueOn) })].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ul>
        {unsatisfied.length > 0 && (
          <>
            <h2>{t("missing", { count: unsatisfied.length })}</h2>
            <ul className={styles.list}>
              {unsatisfied.map((one) => (
                <li key={`${one.organizationId} ${one.templateCode}`}>
                  <Tag tone="warn" shape="diamond">
                    {words(one.templateName)}
                  </Tag>
                  <span>
                    {result.hosts.length > 1 && `${one.organizationName} · `}
                    {reason(one.reason)}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
      <HostCounts hosts={result.hosts} together={result.together} />
      <Standards standards={result.standards} hosts={result.hosts} />
      <Resolutions resolutions={result.resolutions} />
      <Elections elections={result.elections} />
      <Deviations deviations={result.deviations} />
      <Link to="/" className={buttonClass("primary", true)}>
        {t("backToTodo")}
      </Link>
      <Link to="/records/$recordId" params={{ recordId: result.recordId }} className={buttonClass("quiet", true)}>
        {t("seeRecord")}
      </Link>
    </div>
  );
}
