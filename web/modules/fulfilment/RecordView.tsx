import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { Link } from "@tanstack/react-router";
import { wordDate, wordDay, wordInstant } from "../../app/frame/months.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { awaitedNames } from "./awaited-names.ts";
import { Deviations } from "./Deviations.tsx";
import { Elections } from "./Elections.tsx";
import { RecordPapers } from "./files/RecordPapers.tsx";
import { HostCounts } from "./form/HostCounts.tsx";
import { Participants } from "./Participants.tsx";
import styles from "./Record.module.css";
import { RecordPhotos } from "./RecordPhotos.tsx";
import { Resolutions } from "./Resolutions.tsx";
import { Standards } from "./Standards.tsx";
import { recordTexts } from "./texts.ts";

/** A record as it was entered, and what it discharged; on its page and in the drawer over a score. */
export function RecordView({ record }: { record: Answer<"getRecord"> }) {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const words = useWords();
  const time = [record.startTime, record.endTime].filter(Boolean).join(" – ");
  const pairs: [
    "organization" | "time" | "place" | "chair" | "recorder" | "lecturer" | "lateReason" | "topics",
    string | null,
  ][] = [
    [
      "organization",
      record.subjectName === record.organizationName
        ? record.organizationName
        : `${record.organizationName} · ${record.subjectName}`,
    ],
    ["time", `${wordDate(language, record.occurredOn)} ${time}`],
    ["place", record.place],
    ["chair", record.chairName],
    ["recorder", record.recorderName],
    ["lecturer", record.lecturer],
    ["lateReason", record.lateReason],
    ["topics", record.topics.map(words).join(" · ")],
  ];
  return (
    <div className={styles.stack}>
      <Card>
        <dl className={styles.pairs}>
          {pairs.map(([label, value]) =>
            value ? (
              <div key={label} className={styles.pair}>
                <dt>{t(label)}</dt>
                <dd>{value}</dd>
              </div>
            ) : null,
          )}
        </dl>
        <p className={styles.tagline}>
          <span className="note">{t("recordedAt", { time: wordInstant(language, record.recordedAt) })}</span>
          {record.lateEntry && (
            <Tag tone="warn" shape="diamond">
              {t("lateEntry")}
            </Tag>
          )}
        </p>
      </Card>
      {record.satisfied.length > 0 && (
        <Card title={t("duties")}>
          <ul className={styles.stack}>
            {record.satisfied.map(({ obligationId, templateName, subjectName, dueOn, timeliness }) => (
              <li key={obligationId} className={styles.tagline}>
                <Tag
                  tone={timeliness === "on_time" ? "good" : "warn"}
                  shape={timeliness === "on_time" ? "tick" : "diamond"}
                >
                  {t(timeliness === "on_time" ? "onTime" : "late")}
                </Tag>
                <span>{words(templateName)}</span>
                <span className="quiet">
                  {subjectName} · {t("dueOn", { date: wordDay(language, dueOn) })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t("minutes")}>
        <p className={record.minutes ? styles.minutes : "quiet"}>{record.minutes || t("noMinutes")}</p>
      </Card>
      {record.awaited.length > 0 && record.state !== "revoked" && (
        <Notice
          tone="calm"
          action={record.awaited
            .filter(({ organizationId }) => record.acts.enter.includes(organizationId))
            .map(({ organizationId, subjectId }) => (
              <Link
                key={subjectId}
                to="/records/$recordId/parts/$organizationId"
                params={{ recordId: record.id, organizationId }}
                className={buttonClass("primary")}
              >
                {t("enterPart")}
              </Link>
            ))}
        >
          {t("awaited", { names: awaitedNames(language, record.awaited) })}
        </Notice>
      )}
      <HostCounts hosts={record.hosts} together={record.together} />
      <Participants record={record} />
      <Resolutions resolutions={record.resolutions} />
      <Elections elections={record.elections} />
      <Deviations deviations={record.deviations} />
      <Standards standards={record.standards} hosts={record.hosts} />
      <RecordPapers record={record} />
      <RecordPhotos record={record} />
    </div>
  );
}
