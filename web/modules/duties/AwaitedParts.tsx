import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { wordDay } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import styles from "./Today.module.css";
import { dutiesTexts } from "./texts.ts";

/** Joint events that wait for who was there of this branch; nothing where none does. */
export function AwaitedParts({ organizationId }: { organizationId: string }) {
  const t = useTexts(dutiesTexts);
  const language = useLanguage();
  const { data } = useQuery(ask("listAwaitedParts", { params: { organizationId } }));
  if (!data || data.items.length === 0) return null;
  return (
    <section className={styles.list} aria-label={t("awaitedParts")}>
      <h2 className={styles.section}>{t("awaitedParts")}</h2>
      {data.items.map((part) => (
        <Link
          key={`${part.recordId} ${part.subjectId}`}
          className={styles.todo}
          to="/records/$recordId/parts/$organizationId"
          params={{ recordId: part.recordId, organizationId: part.organizationId }}
          search={{ org: part.organizationId }}
        >
          <span className={styles.tags}>
            {t("awaitedFrom", { lead: part.leadName, date: wordDay(language, part.occurredOn) })}
          </span>
          <h3>{part.title}</h3>
          <p>{t("awaitedText", { organization: part.subjectName })}</p>
        </Link>
      ))}
    </section>
  );
}
