import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { plansList } from "@dutyloop/contract/lists/plans.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { useMay } from "../../app/session/session.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { DeniedPage } from "../../ui/DeniedPage.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty } from "../../ui/States.tsx";
import { planTexts } from "./plan-texts.ts";

type Plan = Answer<"listPlans">["items"][number];

const asked = {};
const cells = {
  plan: ({ id, name }: Plan) => (
    <Link to="/duties/plans/$planId" params={{ planId: id }} className="link">
      {name}
    </Link>
  ),
};

/** The plans that organisations in the account's scope have issued. */
export default function PlansPage() {
  const t = useTexts(planTexts);
  const may = useMay();
  const { query: viewed } = useViewedOrganization();
  const query = useQuery({ ...ask("listPlans", asked), enabled: may("plan.read") });
  if (!may("plan.read")) return <DeniedPage />;
  return (
    <Page
      title={t("plans")}
      about={viewed.data && t("plansAbout", { organization: viewed.data.name })}
      action={
        may("plan.issue") && (
          <Link to="/duties/plans/new" className={buttonClass("primary")}>
            {t("newPlan")}
          </Link>
        )
      }
    >
      <ListFrame
        name="listPlans"
        list={plansList}
        asked={asked}
        query={query}
        items={query.data?.items ?? []}
        idOf={({ id }) => id}
        cells={cells}
        empty={<Empty title={t("none")} text={t("noneText")} />}
      />
    </Page>
  );
}
