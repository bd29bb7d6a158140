import { Link } from "@tanstack/react-router";
import { usePages } from "../../app/api/queries.ts";
import { wordDate } from "../../app/frame/months.ts";
import { useViewedOrganization } from "../../app/frame/view.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Page } from "../../ui/Page.tsx";
import { type Column, PagedTable } from "../../ui/PagedTable.tsx";
import { Denied } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { memberStateTexts } from "../organization/texts.ts";
import { dispositionTexts } from "./member-texts.ts";

type Item = ReturnType<typeof usePages<"listDispositions">>["items"][number];

/** Dispositions of the organisation in view and all below it, for those whom MEM-12 names. */
export default function DispositionsPage() {
  const may = useMay();
  return may("member.read_dispositions") ? <Dispositions /> : <Denied />;
}

function Dispositions() {
  const t = useTexts(dispositionTexts);
  const state = useTexts(memberStateTexts);
  const language = useLanguage();
  const may = useMay();
  const { query: viewed } = useViewedOrganization();
  const organizationId = viewed.data?.id ?? "";
  const { query, items } = usePages(
    "listDispositions",
    { params: { organizationId } },
    { enabled: organizationId !== "" },
  );
  const columns: Column<Item>[] = [
    {
      title: t("name"),
      cell: ({ personId, personName }) =>
        may("person.read") ? (
          <Link to="/people/$personId" params={{ personId }} className="link">
            {personName}
          </Link>
        ) : (
          personName
        ),
    },
    {
      title: t("change"),
      cell: ({ from, to, endsOn, undecided }) => (
        <>
          {from === null ? state(to) : `${state(from)} → ${state(to)}`}{" "}
          {endsOn && <span className="note">{t("until", { date: wordDate(language, endsOn) })}</span>}{" "}
          {undecided && (
            <Tag tone="warn" shape="diamond">
              {t("undecided")}
            </Tag>
          )}
        </>
      ),
    },
    { title: t("on"), cell: ({ effectiveOn }) => wordDate(language, effectiveOn) },
    { title: t("rule"), cell: ({ rule, decidedBy }) => `${rule} · ${decidedBy}`, wide: true },
    { title: t("ground"), cell: ({ reason }) => reason ?? "–", wide: true },
    { title: t("belongs"), cell: ({ organizationName }) => organizationName, wide: true },
  ];
  return (
    <Page title={t("title")} about={viewed.data && t("about", { organization: viewed.data.name })}>
      <PagedTable label={t("list")} query={query} items={items} columns={columns} empty={t("nothing")} />
    </Page>
  );
}
