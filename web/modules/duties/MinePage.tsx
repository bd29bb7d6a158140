import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { DueTag } from "./DueTag.tsx";
import { dutyTexts } from "./duty-texts.ts";
import styles from "./Today.module.css";

/** What waits for the account, from every source, the most urgent first. */
export default function MinePage() {
  const t = useTexts(dutyTexts);
  const words = useWords();
  const query = useQuery(ask("listMyDuties", {}));
  return (
    <Page title={t("mine")} about={t("mineAbout")} narrow>
      <Loaded query={query} tall rows={4}>
        {({ items, today }) =>
          items.length === 0 ? (
            <Card>
              <Empty title={t("nothing")} text={t("nothingText")} />
            </Card>
          ) : (
            <ul className={styles.list}>
              {items.map((item) => (
                <li key={item.id}>
                  <Link className={styles.todo} to="/duties/$obligationId" params={{ obligationId: item.id }}>
                    <span className={styles.tags}>
                      <DueTag dueOn={item.extendedTo ?? item.dueOn} today={today} />
                      <Tag tone={item.why === "check" || item.why === "request" ? "brand" : "neutral"}>
                        {t(`why_${item.why}`)}
                      </Tag>
                      <span>{item.sourceName}</span>
                    </span>
                    <h3>
                      {words(item.templateName)} · {item.subjectName}
                    </h3>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
