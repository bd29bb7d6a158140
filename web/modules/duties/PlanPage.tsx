import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DeniedPage } from "../../ui/DeniedPage.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { ChangePlan } from "./ChangePlan.tsx";
import { PlanDifference } from "./PlanDifference.tsx";
import { PlanLinesTable } from "./PlanLinesTable.tsx";
import styles from "./Plans.module.css";
import { planTexts } from "./plan-texts.ts";

/** One plan: what it asks, how far that is, how it was changed, and the way to change it. */
export default function PlanPage() {
  const t = useTexts(planTexts);
  const language = useLanguage();
  const may = useMay();
  const { planId } = useParams({ from: "/duties/plans/$planId" });
  const [changing, setChanging] = useState(false);
  const query = useQuery({ ...ask("getPlan", { params: { planId } }), enabled: may("plan.read") });
  if (!may("plan.read")) return <DeniedPage />;
  const plan = query.data;
  const ended = plan?.lines.filter(({ retiredAt }) => retiredAt !== null) ?? [];
  return (
    <Page
      title={plan?.name ?? t("plan")}
      about={plan && `${plan.organizationName} · ${plan.year}`}
      action={
        plan?.mayChange && !changing ? (
          <Button kind="primary" onClick={() => setChanging(true)}>
            {t("change")}
          </Button>
        ) : (
          <Link to="/duties/plans" className={buttonClass("quiet")}>
            {t("plans")}
          </Link>
        )
      }
    >
      <Loaded query={query} rows={6}>
        {(shown) => (
          <>
            {changing && <ChangePlan plan={shown} onClose={() => setChanging(false)} />}
            <Card title={t("lines")}>
              <PlanLinesTable lines={shown.lines.filter(({ retiredAt }) => retiredAt === null)} label={t("lines")} />
            </Card>
            {ended.length > 0 && (
              <Card title={t("endedLines")}>
                <PlanLinesTable lines={ended} label={t("endedLines")} />
              </Card>
            )}
            {shown.changes.length > 0 && (
              <Card title={t("changes")}>
                <div className={styles.part}>
                  {shown.changes.map((change) => (
                    <div key={change.version} className={styles.part}>
                      <h3>
                        {t("changeBy", {
                          version: change.version,
                          from: wordDate(language, change.from),
                          by: change.changedBy,
                        })}
                      </h3>
                      <p>{change.reason}</p>
                      <PlanDifference lines={change.lines} />
                    </div>
                  ))}
                </div>
              </Card>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
