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
import { awaitedNames } from "./awaited-names.ts";
import { Deviations } from "./Deviations.tsx";
import { Elections } from "./Elections.tsx";
import { HostCounts } from "./form/HostCounts.tsx";
import { isOnOccasion, useMissingReason } from "./missing-reason.ts";
import { Resolutions } from "./Resolutions.tsx";
import styles from "./Result.module.css";
import { Standards } from "./Standards.tsx";
import { recordTexts } from "./texts.ts";

type Submitted = Answer<"submitRecord">;
type Part = Omit<Answer<"enterHostPart">, "version">;
type Props = {
  /** Of a record, or of the part of one host alone. */
  result: Part & Partial<Submitted>;
  recordId: string;
  name: string;
};

/** What the submission did: each duty it satisfied, what is missing against the standard, and why. */
export function ResultCard({ result, recordId, name }: Props) {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);
  const { satisfied, lateEntry, hosts, together, awaited = [] } = result;
  const lacking = result.unsatisfied.filter((one) => !isOnOccasion(one));
  const onOccasion = result.unsatisfied.filter(isOnOccasion);
  const nothingOwed = satisfied.length + lacking.length === 0;
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
        <h2>
          {satisfied.length > 0 ? t("satisfied", { count: satisfied.length }) : t(nothingOwed ? "noneOwed" : "none")}
        </h2>
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
        <Missing title={t("missing", { count: lacking.length })} lines={lacking} joint={hosts.length > 1} />
        <Missing title={nothingOwed ? null : t("otherwise")} lines={onOccasion} joint={hosts.length > 1} />
        {awaited.length > 0 && <p className="note">{t("awaited", { names: awaitedNames(language, awaited) })}</p>}
      </Card>
      {together && <HostCounts hosts={hosts} together={together} />}
      <Standards standards={result.standards} hosts={hosts} />
      <Resolutions resolutions={result.resolutions ?? []} />
      <Elections elections={result.elections ?? []} />
      <Deviations deviations={result.deviations ?? []} />
      <Link to="/" className={buttonClass("primary", true)}>
        {t("backToTodo")}
      </Link>
      <Link to="/records/$recordId" params={{ recordId }} className={buttonClass("quiet", true)}>
        {t("seeRecord")}
      </Link>
    </div>
  );
}

type MissingProps = { title: string | null; lines: Submitted["unsatisfied"]; joint: boolean };

/** Types that discharged nothing, each with why. */
function Missing({ title, lines, joint }: MissingProps) {
  const words = useWords();
  const reason = useMissingReason();
  if (lines.length === 0) return null;
  return (
    <>
      {title !== null && <h2>{title}</h2>}
      <ul className={styles.list}>
        {lines.map((one) => (
          <li key={`${one.organizationId} ${one.templateCode}`}>
            <Tag {...(isOnOccasion(one) ? {} : { tone: "warn" as const, shape: "diamond" as const })}>
              {words(one.templateName)}
            </Tag>
            <span>
              {joint && `${one.organizationName} · `}
              {reason(one.reason)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
