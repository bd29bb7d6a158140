import { Navigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { Page } from "../../ui/Page.tsx";
import { Empty, Failed, Loading } from "../../ui/States.tsx";
import { firstEntry } from "../frame/entries.ts";
import { frameTexts } from "../frame/texts.ts";
import { useView, useViewedOrganization } from "../frame/view.ts";
import { useTexts } from "../language/texts.ts";
import { useMay } from "../session/session.ts";
import styles from "./WorkbenchPage.module.css";

const TodayPage = lazy(() => import("../../modules/duties/TodayPage.tsx"));
const FirstSteps = lazy(() => import("../../modules/administration/first-steps/FirstSteps.tsx"));
const LeaderPage = lazy(() => import("../../modules/dashboard/LeaderPage.tsx"));

/** What I owe today, for those who do; where it is weak, for those who lead. */
export function WorkbenchPage() {
  const t = useTexts(frameTexts);
  const may = useMay();
  const { organizationId } = useView();
  const { query, isBranch } = useViewedOrganization();
  if (organizationId === null || !may("obligation.read")) {
    const to = firstEntry(may);
    if (to !== null && to !== "/") return <Navigate to={to} replace />;
    return (
      <Page title={t("workbench")}>
        <Empty title={t("noRoleTitle")} text={t("noRoleText")} />
      </Page>
    );
  }
  if (query.isError) {
    return (
      <Page title={t("workbench")}>
        <Failed error={query.error} retry={() => void query.refetch()} />
      </Page>
    );
  }
  const waiting = (
    <Page title={t("workbench")}>
      <Loading tall />
    </Page>
  );
  if (isBranch === null) return waiting;
  return (
    <>
      {may("plan.issue") && (
        <Suspense fallback={null}>
          <div className={styles.first}>
            <FirstSteps />
          </div>
        </Suspense>
      )}
      <Suspense fallback={waiting}>{!isBranch && may("dashboard.read") ? <LeaderPage /> : <TodayPage />}</Suspense>
    </>
  );
}
