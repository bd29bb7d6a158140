import { useViewedOrganization } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { DeniedPage } from "../../ui/DeniedPage.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { NewPlan } from "./NewPlan.tsx";
import { planTexts } from "./plan-texts.ts";

/** Where a year's plan for the organisation in view is written, looked at and issued. */
export default function NewPlanPage() {
  const t = useTexts(planTexts);
  const may = useMay();
  const { query, enabled } = useViewedOrganization();
  if (!enabled || !may("plan.issue")) return <DeniedPage />;
  return (
    <Page title={t("newPlan")} about={query.data && t("newAbout", { organization: query.data.name })}>
      <Loaded query={query} tall rows={3}>
        {({ id }) => <NewPlan key={id} organizationId={id} />}
      </Loaded>
    </Page>
  );
}
