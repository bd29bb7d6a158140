import { Link } from "@tanstack/react-router";
import { usePages } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay, useSession } from "../../app/session/session.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { type Column, PagedTable } from "../../ui/PagedTable.tsx";
import { Denied } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { readStudioDraft, studioDraftName } from "./studio-draft.ts";
import { reorganizationTexts } from "./texts.ts";

/** What was re-organised below the organisation in view, and the way to the next time. */
export default function ReorganizationsPage() {
  const t = useTexts(reorganizationTexts);
  const language = useLanguage();
  const may = useMay();
  const { account } = useSession();
  const { query: viewed, enabled } = useViewedOrganization();
  const organizationId = viewed.data?.id ?? "";
  const allowed = may("organization.reorganize");
  const { query, items } = usePages(
    "listReorganizations",
    { params: { organizationId } },
    { enabled: enabled && allowed && organizationId !== "", keep: true },
  );
  if (!allowed) return <Denied />;
  const drafted = organizationId !== "" && readStudioDraft(studioDraftName(account.id, organizationId)) !== null;
  const columns: Column<(typeof items)[number]>[] = [
    {
      title: t("name"),
      cell: ({ id, name }) => (
        <Link to="/reorganizations/$reorganizationId" params={{ reorganizationId: id }} className="link">
          {name}
        </Link>
      ),
    },
    { title: t("effectiveOn"), cell: ({ effectiveOn }) => wordDate(language, effectiveOn) },
    { title: t("decision"), cell: ({ decision }) => decision, wide: true },
    { title: t("organization"), cell: ({ organization }) => organization.name, wide: true },
    { title: t("branches"), cell: ({ ended, begun }) => t("endedBegun", { ended, begun }), wide: true },
    { title: t("members"), cell: ({ membersMoved }) => membersMoved, wide: true, right: true },
    {
      title: t("state"),
      cell: ({ undone }) =>
        undone ? (
          <Tag shape="square">{t("undone")}</Tag>
        ) : (
          <Tag tone="good" shape="tick">
            {t("applied")}
          </Tag>
        ),
    },
  ];
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
      <PagedTable label={t("list")} query={query} items={items} columns={columns} empty={t("none")} />
    </Page>
  );
}
