import { addressOf } from "../../../app/api/client.ts";
import { usePages } from "../../../app/api/queries.ts";
import { wordInstant } from "../../../app/frame/months.ts";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { Card } from "../../../ui/Card.tsx";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Empty, Failed, Loading } from "../../../ui/States.tsx";
import styles from "./Bulletin.module.css";
import { bulletinTexts } from "./texts.ts";

/** Every 通报 that the organisation in view made, to be downloaded as it was. */
export function MadeBulletins({ organizationId }: { organizationId: string }) {
  const t = useTexts(bulletinTexts);
  const language = useLanguage();
  const may = useMay();
  const wordPeriod = usePeriodWords();
  const params = { organizationId };
  const { query, items } = usePages(
    "listBulletins",
    { params, query: { limit: 12 } },
    { enabled: organizationId !== "" },
  );
  return (
    <Card title={t("history")} note={t("historyNote")}>
      {query.isPending && <Loading rows={3} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && (
        <Empty title={t("none")} text={t(may("board.prepare") ? "noneText" : "noneYours")} />
      )}
      <ul className={styles.made}>
        {items.map(({ id, month, title, madeAt, madeBy }) => {
          const at = wordInstant(language, madeAt);
          return (
            <li key={id}>
              <span>
                <b>{title}</b>
                <span className="note">
                  {wordPeriod(month)} · {t("by", { who: madeBy, at })}
                </span>
              </span>
              <a
                className="link"
                href={addressOf("getBulletinFile", { organizationId, bulletinId: id })}
                aria-label={t("downloadOf", { title, at })}
                download
              >
                {t("download")}
              </a>
            </li>
          );
        })}
      </ul>
      <MorePages query={query} shown={items.length} />
    </Card>
  );
}
