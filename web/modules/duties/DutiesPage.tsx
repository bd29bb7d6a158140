import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { usePages } from "../../app/api/queries.ts";
import { daysOf, wordDate, wordDay } from "../../app/frame/months.ts";
import { also, without } from "../../app/frame/search.ts";
import { useMayHere, useView, useViewedOrganization } from "../../app/frame/view.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { MorePages } from "../../ui/MorePages.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty, Failed, Loading } from "../../ui/States.tsx";
import { Choice } from "../../ui/Tabs.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { AwaitedParts } from "./AwaitedParts.tsx";
import { useCadence } from "./cadence.ts";
import { DueTag } from "./DueTag.tsx";
import type { OwedItem } from "./sections.ts";
import { dutiesTexts } from "./texts.ts";

const filters = ["open", "overdue", "all"] as const;

/** 责任清单 of the organisation in view. */
export default function DutiesPage() {
  const t = useTexts(dutiesTexts);
  const may = useMayHere();
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const which = filters.find((filter) => filter === search.which) ?? "open";
  const { organizationId = "", period } = useView();
  // What is still to be done has no month; what was due belongs to the one in the top bar.
  const { from: dueFrom, to: dueTo } = daysOf(period);
  const owed = which === "open" ? { which } : { which, dueFrom, dueTo };
  const { query: organization } = useViewedOrganization();
  const { query, items } = usePages("listObligations", { params: { organizationId }, query: owed });
  return (
    <Page
      title={t("title")}
      about={organization.data && t("about", { organization: organization.data.name })}
      action={
        <>
          {may("plan.read") && (
            <Link to="/duties/plans" className={buttonClass("quiet")}>
              {t("plans")}
            </Link>
          )}
          <Link to="/duties/matrix" search={without("which")} className={buttonClass("quiet")}>
            {t("matrix")}
          </Link>
          <Link to="/duties/mine" className={buttonClass("quiet")}>
            {t("mine")}
          </Link>
        </>
      }
    >
      <Choice
        label={t("filter")}
        options={filters.map((key) => ({ key, label: t(key) }))}
        value={which}
        onChange={(key) => void navigate({ to: ".", search: also({ which: key }) })}
      />
      {may("record.draft") && <AwaitedParts organizationId={organizationId} />}
      <Card>
        {query.isPending && <Loading rows={8} />}
        {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
        {query.isSuccess && items.length === 0 && <Empty title={t("none")} text={t("noneText")} />}
        {items.length > 0 && (
          <table className="table">
            <thead>
              <tr>
                <th>{t("item")}</th>
                <th>{t("owner")}</th>
                <th className="wide-only">{t("source")}</th>
                <th className="wide-only">{t("period")}</th>
                <th className="wide-only">{t("due")}</th>
                <th>{t("state")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <DutyRow key={item.id} item={item} />
              ))}
            </tbody>
          </table>
        )}
        <MorePages query={query} shown={items.length} />
      </Card>
    </Page>
  );
}

function DutyRow({ item }: { item: OwedItem }) {
  const t = useTexts(dutiesTexts);
  const language = useLanguage();
  const words = useWords();
  const { today } = useSession();
  const cadence = useCadence();
  const day = (date: string) => (date.slice(0, 4) === today.slice(0, 4) ? wordDay : wordDate)(language, date);
  const open = item.state !== "discharged" && item.state !== "waived" && item.state !== "submitted";
  return (
    <tr>
      <td>
        <Link to="/duties/$obligationId" params={{ obligationId: item.id }} className="link">
          {words(item.templateName)}
        </Link>
      </td>
      <td>
        {item.subjectId === item.organizationId
          ? item.organizationName
          : `${item.organizationName} · ${item.subjectName}`}
      </td>
      <td className="wide-only quiet">
        {item.sourceName} · {cadence(item.cadence)}
      </td>
      <td className="wide-only quiet">
        {day(item.periodFrom)} – {day(item.periodTo)}
      </td>
      <td className="wide-only">{day(item.dueOn)}</td>
      <td>
        {open ? (
          <DueTag dueOn={item.extendedTo ?? item.dueOn} today={today} />
        ) : (
          <Tag
            tone={item.state === "waived" ? "neutral" : "good"}
            {...(item.state === "waived" ? {} : { shape: "tick" })}
          >
            {t(item.state)}
          </Tag>
        )}
      </td>
    </tr>
  );
}
