import { termsList } from "@dutyloop/contract/lists/terms.ts";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../../app/api/queries.ts";
import { wordDate } from "../../../app/frame/months.ts";
import { also } from "../../../app/frame/search.ts";
import { useViewedOrganization } from "../../../app/frame/view.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { ListFrame } from "../../../app/lists/ListFrame.tsx";
import { useChoice } from "../../../app/lists/use-choice.ts";
import { useMay } from "../../../app/session/session.ts";
import { Page } from "../../../ui/Page.tsx";
import { Empty, Notice } from "../../../ui/States.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { kindTexts } from "../texts.ts";
import { TermActs } from "./TermActs.tsx";
import { TermReminder, TermStanding } from "./TermStanding.tsx";
import styles from "./Terms.module.css";
import { termTexts } from "./texts.ts";

const viewKeys = ["which"] as const;
const filters = ["due", "all"] as const;
type Item = ReturnType<typeof usePages<"listTerms">>["items"][number];

/** 应换必换: the terms of the organisation in view and of all below it, soonest first. */
export default function TermsPage() {
  const t = useTexts(termTexts);
  const kind = useTexts(kindTexts);
  const language = useLanguage();
  const may = useMay();
  const [which, setWhich] = useChoice("which", filters);
  const { query: viewed, enabled, organizationId } = useViewedOrganization();
  const request = { params: { organizationId }, query: { which } };
  const { query, items, first } = usePages("listTerms", request, {
    enabled: enabled && organizationId !== "",
    keep: true,
  });
  const nameOf = ({ id, name, kind: itsKind }: Item) => (
    <span>
      <Link to="/organizations" search={also({ org: id })} className="link">
        {name}
      </Link>{" "}
      <span className="note">{kind(itsKind)}</span>
    </span>
  );
  const standingOf = ({ term }: Item) => (term ? <TermStanding term={term} /> : t("noTerm"));
  const actsOf = ({ id, name, term }: Item) => <TermActs organizationId={id} name={name} term={term} />;
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
        <ListFrame
          name="listTerms"
          list={termsList}
          asked={request}
          query={query}
          items={items}
          keys={viewKeys}
          idOf={({ id }) => id}
          cells={{
            organization: nameOf,
            standing: standingOf,
            reminder: ({ term }) => <TermReminder reminder={term?.reminder ?? null} />,
          }}
          doing={may("organization.manage") ? { title: t("act"), cell: actsOf } : undefined}
          card={(item) => (
            <>
              {nameOf(item)}
              <span>{standingOf(item)}</span>
              {item.term && (
                <span className="note">
                  {t("endsOn")} {wordDate(language, item.term.endsOn)}
                  {item.term.reminder && " · "}
                  {item.term.reminder && <TermReminder reminder={item.term.reminder} />}
                </span>
              )}
              {actsOf(item)}
            </>
          )}
          empty={<Empty title={t(which === "due" ? "nobody" : "noOrganizations")} />}
        />
      </div>
    </Page>
  );
}
