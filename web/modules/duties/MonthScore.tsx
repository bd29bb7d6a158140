import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { Refusal } from "../../app/api/refusal.ts";
import { wordMonth } from "../../app/frame/months.ts";
import { also } from "../../app/frame/search.ts";
import { useView } from "../../app/frame/view.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Tag } from "../../ui/Tag.tsx";
import styles from "./Today.module.css";
import { dutiesTexts } from "./texts.ts";

/** The branch's own points of the month; their rank is for the assessing organisation until publication. */
export function MonthScore({ organizationId }: { organizationId: string }) {
  const t = useTexts(dutiesTexts);
  const language = useLanguage();
  const { period } = useView();
  const score = useQuery(ask("getScore", { params: { organizationId, period } }));
  const none = score.error instanceof Refusal && score.error.code === "score.none_yet";
  const why = (
    <>
      <Link to="/board" className="link">
        {t("boards")}
      </Link>{" "}
      <Link to="." search={also({ score: organizationId })} className="link">
        {t("why")}
      </Link>
    </>
  );
  return (
    <Card title={t("monthScore")} note={wordMonth(language, period)} action={none ? undefined : why}>
      {none ? (
        <p className="quiet">{t("noScore")}</p>
      ) : (
        <Loaded query={score} rows={1}>
          {({ total, coverage, state }) => (
            <div className={styles.score}>
              <Link to="." search={also({ score: organizationId })} className={`figure-link ${styles.figure}`}>
                {total ?? "–"}
              </Link>
              {state === "trial" && <Tag>{t("trial")}</Tag>}
              <span className="note">{t("coverage", { percent: coverage })}</span>
            </div>
          )}
        </Loaded>
      )}
    </Card>
  );
}
