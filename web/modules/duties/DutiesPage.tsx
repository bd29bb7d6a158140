import { dutiesList } from "@dutyloop/contract/lists/duties.ts";
import { isStillOwed } from "@dutyloop/contract/messages/duty-words.ts";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { usePages } from "../../app/api/queries.ts";
import { daysOf, wordDate, wordDay } from "../../app/frame/months.ts";
import { also, without } from "../../app/frame/search.ts";
import { useMayHere, useView, useViewedOrganization } from "../../app/frame/view.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { useSession } from "../../app/session/session.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty } from "../../ui/States.tsx";
import { Choice } from "../../ui/Tabs.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { AwaitedParts } from "./AwaitedParts.tsx";
import { DueTag } from "./DueTag.tsx";
import type { OwedItem } from "./sections.ts";
import { dutiesTexts } from "./texts.ts";
import { useDutyBatch } from "./use-duty-batch.tsx";

const filters = ["open", "overdue", "all"] as const;
const viewKeys = ["which"] as const;

/** 责任清单 of the organisation in view. */
export default function DutiesPage() {
  const t = useTexts(dutiesTexts);
  const may = useMayHere();
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const which = filters.find((filter) => filter === search.which) ?? "open";
  const language = useLanguage();
  const { today } = useSession();
  const day = (date: string) => (date.slice(0, 4) === today.slice(0, 4) ? wordDay : wordDate)(language, date);
  const { organizationId = "", period } = useView();
  // What is still to be done has no month; what was due belongs to the one in the top bar.
  const { from: dueFrom, to: dueTo } = daysOf(period);
  const { query: organization } = useViewedOrganization();
  const asked = {
    params: { organizationId },
    query: which === "open" ? { which } : { which, dueFrom, dueTo },
  };
  const { query, items } = usePages("listObligations", asked);
  const acts = useDutyBatch(organizationId);
  const cells = {
    item: (item: OwedItem) => <DutyLink item={item} />,
    period: ({ periodFrom, periodTo }: OwedItem) => `${day(periodFrom)} – ${day(periodTo)}`,
    due: ({ dueOn }: OwedItem) => day(dueOn),
    state: (item: OwedItem) => <DutyState item={item} />,
  };
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
      <ListFrame
        name="listObligations"
        list={dutiesList}
        asked={asked}
        query={query}
        items={items}
        keys={viewKeys}
        idOf={({ id }) => id}
        cells={cells}
        card={(item) => <DutyCard item={item} />}
        empty={<Empty title={t("none")} text={t("noneText")} />}
        acts={acts}
      />
    </Page>
  );
}

function DutyLink({ item }: { item: OwedItem }) {
  const words = useWords();
  return (
    <Link to="/duties/$obligationId" params={{ obligationId: item.id }} className="link">
      {words(item.templateName)}
    </Link>
  );
}

function DutyState({ item: { state, dueOn, extendedTo } }: { item: OwedItem }) {
  const t = useTexts(dutiesTexts);
  const { today } = useSession();
  if (isStillOwed(state)) return <DueTag dueOn={extendedTo ?? dueOn} today={today} />;
  return (
    <Tag tone={state === "waived" ? "neutral" : "good"} {...(state === "waived" ? {} : { shape: "tick" })}>
      {t(state)}
    </Tag>
  );
}

/** On a phone: what, who and how near. */
function DutyCard({ item }: { item: OwedItem }) {
  const { organizationName, subjectId, subjectName, organizationId } = item;
  return (
    <>
      <b>
        <DutyLink item={item} />
      </b>
      <span className="note">
        {subjectId === organizationId ? organizationName : `${organizationName} · ${subjectName}`}
      </span>
      <DutyState item={item} />
    </>
  );
}
