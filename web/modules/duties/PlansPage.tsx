import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../../app/api/queries.ts";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { Denied, Empty } from "../../ui/States.tsx";
import { planTexts } from "./plan-texts.ts";

/** The plans that organisations in the account's scope have issued. */
export default function PlansPage() {
  const t = useTexts(planTexts);
  const may = useMay();
  const { query: viewed } = useViewedOrganization();
  const plans = useQuery({ ...ask("listPlans", {}), enabled: may("plan.read") });
  if (!may("plan.read")) return <Denied />;
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
      <Card>
        <Loaded query={plans} rows={6}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t("none")} text={t("noneText")} />
            ) : (
              <table className="table" aria-label={t("plans")}>
                <thead>
                  <tr>
                    <th>{t("plan")}</th>
                    <th className="wide-only">{t("issuer")}</th>
                    <th className="right wide-only">{t("lines")}</th>
                    <th className="right">{t("done")}</th>
                    <th className="right wide-only">{t("waived")}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((plan) => (
                    <tr key={plan.id}>
                      <td>
                        <Link to="/duties/plans/$planId" params={{ planId: plan.id }} className="link">
                          {plan.name}
                        </Link>
                      </td>
                      <td className="wide-only">{plan.organizationName}</td>
                      <td className="right wide-only">{plan.lines}</td>
                      <td className="right">{t("progressOf", { done: plan.discharged, total: plan.obligations })}</td>
                      <td className="right wide-only">{plan.waived}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Loaded>
      </Card>
    </Page>
  );
}
