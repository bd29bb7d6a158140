import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { usePages } from "../../../app/api/queries.ts";
import { wordDate } from "../../../app/frame/months.ts";
import { also } from "../../../app/frame/search.ts";
import { useViewedOrganization } from "../../../app/frame/view.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { Page } from "../../../ui/Page.tsx";
import { type Column, PagedTable } from "../../../ui/PagedTable.tsx";
import { Notice } from "../../../ui/States.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { kindTexts } from "../texts.ts";
import { TermActs } from "./TermActs.tsx";
import { TermReminder, TermStanding } from "./TermStanding.tsx";
import styles from "./Terms.module.css";
import { termTexts } from "./texts.ts";

/** 应换必换: the terms of the organisation in view and of all below it, soonest first. */
export default function TermsPage() {
  const t = useTexts(termTexts);
  const kind = useTexts(kindTexts);
  const language = useLanguage();
  const may = useMay();
  const [which, setWhich] = useState<"due" | "all">("due");
  const { query: viewed, enabled } = useViewedOrganization();
  const organizationId = viewed.data?.id ?? "";
  const request = { params: { organizationId }, query: { which } };
  const { query, items, first } = usePages("listTerms", request, {
    enabled: enabled && organizationId !== "",
    keep: true,
  });
  const columns: Column<(typeof items)[number]>[] = [
    {
      title: t("organization"),
      cell: ({ id, name, kind: itsKind }) => (
        <>
          <Link to="/organizations" search={also({ org: id })} className="link">
            {name}
          </Link>{" "}
          <span className="note">{kind(itsKind)}</span>
        </>
      ),
    },
    { title: t("endsOn"), cell: ({ term }) => (term ? wordDate(language, term.endsOn) : "–") },
    { title: t("standing"), cell: ({ term }) => (term ? <TermStanding term={term} /> : t("noTerm")) },
    { title: t("reminder"), cell: ({ term }) => <TermReminder reminder={term?.reminder ?? null} /> },
    ...(may("organization.manage")
      ? [
          {
            title: t("act"),
            cell: ({ id, name, term }: (typeof items)[number]) => (
              <TermActs organizationId={id} name={name} term={term} />
            ),
          },
        ]
      : []),
  ];
  const counts = first?.counts;
  const near = counts ? counts.overdue + counts.due + counts.approaching : 0;
  const about = counts && viewed.data && t("about", { organization: viewed.data.name, count: near });
  return (
    <Page title={t("title")} about={about}>
      <div className={styles.list}>
        <Choice
          label={t("which")}
          options={[
            { key: "due", label: t("due") },
            { key: "all", label: t("all") },
          ]}
          value={which}
          onChange={setWhich}
        />
        {counts !== undefined && counts.unknown > 0 && which === "due" && (
          <Notice
            tone="calm"
            action={
              <button type="button" className="link" onClick={() => setWhich("all")}>
                {t("showAll")}
              </button>
            }
          >
            {t("unknownCount", { count: counts.unknown })}
          </Notice>
        )}
        <PagedTable
          label={t("list")}
          query={query}
          items={items}
          columns={columns}
          card={({ id, name, kind: itsKind, term }) => (
            <>
              <span>
                <Link to="/organizations" search={also({ org: id })} className="link">
                  {name}
                </Link>{" "}
                <span className="note">{kind(itsKind)}</span>
              </span>
              <span>{term ? <TermStanding term={term} /> : t("noTerm")}</span>
              {term && (
                <span className="note">
                  {t("endsOn")} {wordDate(language, term.endsOn)}
                  {term.reminder && " · "}
                  {term.reminder && <TermReminder reminder={term.reminder} />}
                </span>
              )}
              <TermActs organizationId={id} name={name} term={term} />
            </>
          )}
          empty={t(which === "due" ? "nobody" : "noOrganizations")}
        />
      </div>
    </Page>
  );
}
