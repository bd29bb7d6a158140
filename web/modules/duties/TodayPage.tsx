import { usePages } from "../../app/api/queries.ts";
import { wordWeekday } from "../../app/frame/months.ts";
import { useMayHere, useView } from "../../app/frame/view.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import { MorePages } from "../../ui/MorePages.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty, Failed, Loading } from "../../ui/States.tsx";
import { AwaitedParts } from "./AwaitedParts.tsx";
import { MonthScore } from "./MonthScore.tsx";
import { NewRecord } from "./NewRecord.tsx";
import { inSections } from "./sections.ts";
import styles from "./Today.module.css";
import { TodoCard } from "./TodoCard.tsx";
import { dutiesTexts } from "./texts.ts";

/** The secretary's first page: what is owed, nearest first, and one button to record what was done. */
export default function TodayPage() {
  const t = useTexts(dutiesTexts);
  const language = useLanguage();
  const may = useMayHere();
  const session = useSession();
  const organizationId = useView().organizationId ?? "";
  const { query, items, first } = usePages("listObligations", { params: { organizationId }, query: { which: "open" } });
  const today = first?.today ?? session.today;
  const sections = inSections(items, today);
  const late = sections.find(({ name }) => name === "overdue")?.items.length ?? 0;
  const count = query.hasNextPage ? `${items.length}+` : items.length;
  return (
    <Page title={t("today")}>
      {/* Its line is kept free, and the score below waits, so that nothing moves when the list is there. */}
      {query.isPending && <p className={styles.summary}>{"\u00a0"}</p>}
      {query.isSuccess && items.length > 0 && (
        <p className={styles.summary}>
          {t("summary", { date: wordWeekday(language, today), count })}
          {late > 0 && <b className={styles.late}>{t("summaryOverdue", { count: late })}</b>}
        </p>
      )}
      <div className={styles.columns}>
        {may("record.draft") && (
          <div className={styles.main}>
            <NewRecord big />
          </div>
        )}
        <div className={classes(styles.list, styles.owed)}>
          {may("record.draft") && <AwaitedParts organizationId={organizationId} />}
          {query.isPending && <Loading tall rows={4} />}
          {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
          {query.isSuccess && items.length === 0 && (
            <Card>
              <Empty title={t("nothing")} text={t("nothingText")} />
            </Card>
          )}
          {sections.map((section) => (
            <section key={section.name} className={styles.list} aria-label={t(section.name)}>
              <h2 className={styles.section}>{t(section.name)}</h2>
              {section.items.map((item) => (
                <TodoCard key={item.id} item={item} today={today} />
              ))}
            </section>
          ))}
          <MorePages query={query} shown={items.length} />
        </div>
        {may("score.read") && !query.isPending && <MonthScore organizationId={organizationId} />}
      </div>
    </Page>
  );
}
