import { Link } from "@tanstack/react-router";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { DeniedPage } from "../../ui/DeniedPage.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Page } from "../../ui/Page.tsx";
import { Studio } from "./Studio.tsx";
import { studioTexts } from "./texts.ts";

/** Where the tree below the organisation in view is planned anew, looked at from all sides, and applied as one act. */
export default function StudioPage() {
  const t = useTexts(studioTexts);
  const may = useMay();
  const { query, enabled } = useViewedOrganization();
  if (!enabled || !may("organization.reorganize")) return <DeniedPage />;
  return (
    <Page
      title={t("title")}
      about={query.data && t("about", { organization: query.data.name })}
      action={
        <Link to="/reorganizations" className={buttonClass("quiet")}>
          {t("toList")}
        </Link>
      }
    >
      <Loaded query={query} tall rows={3}>
        {({ id }) => <Studio key={id} organizationId={id} />}
      </Loaded>
    </Page>
  );
}
