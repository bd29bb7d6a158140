import { reorganizationsList } from "@dutyloop/contract/lists/changes.ts";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../app/api/queries.ts";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useTexts } from "../../app/language/texts.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { useMay, useSession } from "../../app/session/session.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { DeniedPage } from "../../ui/DeniedPage.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { readStudioDraft, studioDraftName } from "./studio-draft.ts";
import { reorganizationTexts } from "./texts.ts";

type Item = ReturnType<typeof usePages<"listReorganizations">>["items"][number];

/** What was re-organised below the organisation in view, and the way to the next time. */
export default function ReorganizationsPage() {
  const t = useTexts(reorganizationTexts);
  const may = useMay();
  const { account } = useSession();
  const { query: viewed, enabled, organizationId } = useViewedOrganization();
  const allowed = may("organization.reorganize");
  const asked = { params: { organizationId } };
  const { query, items } = usePages("listReorganizations", asked, {
    enabled: enabled && allowed && organizationId !== "",
    keep: true,
  });
  if (!allowed) return <DeniedPage />;
  const drafted = organizationId !== "" && readStudioDraft(studioDraftName(account.id, organizationId)) !== null;
  const cells = {
    name: ({ id, name }: Item) => (
      <Link to="/reorganizations/$reorganizationId" params={{ reorganizationId: id }} className="link">
        {name}
      </Link>
    ),
    state: ({ undone }: Item) =>
      undone ? (
        <Tag shape="square">{t("undone")}</Tag>
      ) : (
        <Tag tone="good" shape="tick">
          {t("applied")}
        </Tag>
      ),
  };
  return (
    <Page
      title={t("title")}
      about={viewed.data && t("about", { organization: viewed.data.name })}
      action={
        <Link to="/reorganizations/new" className={buttonClass("primary")}>
          {t(drafted ? "goOn" : "plan")}
        </Link>
      }
    >
      <ListFrame
        name="listReorganizations"
        list={reorganizationsList}
        asked={asked}
        query={query}
        items={items}
        idOf={({ id }) => id}
        cells={cells}
        empty={<Empty title={t("none")} />}
      />
    </Page>
  );
}
