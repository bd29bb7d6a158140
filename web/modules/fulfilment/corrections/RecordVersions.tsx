import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../app/api/queries.ts";
import { wordInstant } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Notice } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Corrections.module.css";
import { correctionTexts } from "./texts.ts";

type Versions = Answer<"listRecordVersions">;
type Change = Versions["items"][number]["changes"][number];

/** Every wording of a record: who wrote it, when, why, and what it says otherwise than the one before it. */
export function RecordVersions({ recordId }: { recordId: string }) {
  const t = useTexts(correctionTexts);
  const language = useLanguage();
  const versions = useQuery(ask("listRecordVersions", { params: { recordId } }));
  return (
    <Card
      title={t("versions")}
      note={versions.data ? t("versionsNote", { count: versions.data.items.length }) : undefined}
    >
      <Loaded query={versions} rows={3}>
        {({ items, revoked, checks }) => (
          <ol className={styles.versions}>
            {revoked && (
              <li>
                <Notice>
                  {t("revoked", {
                    name: revoked.by,
                    time: wordInstant(language, revoked.at),
                    reason: revoked.reason,
                  })}
                </Notice>
              </li>
            )}
            {items.map(({ version, reason, recordedAt, recordedBy, changes }, at) => (
              <li key={version} className={styles.version}>
                <p className={styles.head}>
                  <b>{t("version", { version })}</b>
                  {at === 0 && !revoked && <Tag shape="tick">{t("current")}</Tag>}
                  <span className="quiet">
                    {t(version === 1 ? "entered" : "corrected", {
                      name: recordedBy,
                      time: wordInstant(language, recordedAt),
                    })}
                  </span>
                </p>
                {reason && <p>{t("why", { reason })}</p>}
                {changes.length > 0 && <Changes changes={changes} />}
                {checks
                  .filter((check) => check.version === version)
                  .map((check) => (
                    <p key={check.checkedAt} className={styles.head}>
                      <Tag
                        tone={check.state === "accepted" ? "good" : "warn"}
                        shape={check.state === "accepted" ? "tick" : "diamond"}
                      >
                        {t(check.state)}
                      </Tag>
                      <span className="quiet">{wordInstant(language, check.checkedAt)}</span>
                      {check.reason && <span>{check.reason}</span>}
                    </p>
                  ))}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Card>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useTexts(correctionTexts);
  const labelOf = (field: string) => t(`field_${field}` as "field_title");
  return (
    <dl className={styles.changes} aria-label={t("changed")}>
      {changes.map(({ field, before, after }) => (
        <div key={field} className={styles.change}>
          <dt>{labelOf(field)}</dt>
          <dd>
            {before === null && after === null ? (
              <span className="quiet">{t("changed")}</span>
            ) : (
              <>
                <del>
                  <span className="sr">{t("from")}</span>
                  {before || t("empty")}
                </del>
                <ins>
                  <span className="sr">{t("to")}</span>
                  {after || t("empty")}
                </ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
