import { recordsList } from "@dutyloop/contract/lists/records.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { usePages } from "../../app/api/queries.ts";
import { daysOf, wordDate } from "../../app/frame/months.ts";
import { useMayHere, useView, useViewedOrganization } from "../../app/frame/view.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { ListFrame } from "../../app/lists/ListFrame.tsx";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { NewRecord } from "../duties/NewRecord.tsx";
import { MakeBook } from "./books/MakeBook.tsx";
import { bookTexts } from "./books/texts.ts";
import { useMayEnter } from "./form/use-may-enter.ts";
import styles from "./Record.module.css";
import { RecordFilters, useRecordFilters } from "./RecordFilters.tsx";
import { RecordLinks } from "./RecordLinks.tsx";
import { recordTexts } from "./texts.ts";

const viewKeys = ["template", "state", "which"] as const;

/** 纪实 of the organisation in view and below, newest first; the address holds what they are narrowed to. */
export default function RecordsPage() {
  const t = useTexts(recordTexts);
  const books = useTexts(bookTexts);
  const [making, setMaking] = useState(false);
  const may = useMayHere();
  const { organizationId = "", period } = useView();
  const { query: organization, isBranch } = useViewedOrganization();
  const mayEnter = useMayEnter();
  const filters = useRecordFilters();
  const asked = { params: { organizationId }, query: { ...daysOf(period), ...filters.query } };
  const { query, items } = usePages("listRecords", asked, { keep: true });
  return (
    <Page
      title={t("title")}
      about={organization.data && t("about", { organization: organization.data.name })}
      action={
        <>
          {may("record.export") && isBranch && organization.data && (
            <Button onClick={() => setMaking(true)}>{books("make")}</Button>
          )}
          {mayEnter && <NewRecord />}
        </>
      }
    >
      <RecordLinks />
      <RecordFilters filters={filters} />
      <ListFrame
        name="listRecords"
        list={recordsList}
        asked={asked}
        query={query}
        items={items}
        keys={viewKeys}
        idOf={({ id, organizationId: host }) => `${id} ${host}`}
        cells={recordCells}
        card={(item) => <RecordRow item={item} showOrganization={isBranch === false} />}
        empty={
          filters.narrowed ? (
            <Empty title={t("noneFits")} text={t("noneFitsText")}>
              <Button onClick={filters.clear}>{t("allRecords")}</Button>
            </Empty>
          ) : (
            <Empty title={t("none_yet")} text={t("none_yetText")} />
          )
        }
      />
      {making && organization.data && <MakeBook organization={organization.data} onClose={() => setMaking(false)} />}
    </Page>
  );
}

type Item = ReturnType<typeof usePages<"listRecords">>["items"][number];

const recordCells = {
  title: (item: Item) => <RecordLink item={item} />,
  attendance: ({ present, expected }: Item) => (
    <Tag>
      {present} / {expected}
    </Tag>
  ),
  standard: (item: Item) => <StandardTag item={item} />,
  state: (item: Item) => <StateTags item={item} />,
};

function RecordLink({ item: { id, title } }: { item: Item }) {
  return (
    <Link to="/records/$recordId" params={{ recordId: id }} className="link">
      {title}
    </Link>
  );
}

function StandardTag({ item, words }: { item: Item; words?: string }) {
  const short = item.standardPassed < item.standardApplicable;
  return (
    <Tag tone={short ? "warn" : "good"} shape={short ? "diamond" : "tick"}>
      {words} {item.standardPassed} / {item.standardApplicable}
    </Tag>
  );
}

function StateTags({ item: { state, lateEntry } }: { item: Item }) {
  const t = useTexts(recordTexts);
  return (
    <span className={styles.states}>
      {state !== "corrected" && state !== "revoked" && !lateEntry && t("stateSubmitted")}
      {(state === "corrected" || state === "revoked") && (
        <Tag tone={state === "revoked" ? "warn" : "neutral"} shape="square">
          {t(state)}
        </Tag>
      )}
      {lateEntry && (
        <Tag tone="warn" shape="diamond">
          {t("lateEntry")}
        </Tag>
      )}
    </span>
  );
}

/** On a phone: title, whose and when, and what stands out. */
function RecordRow({ item, showOrganization }: { item: Item; showOrganization: boolean }) {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const words = useWords();
  const owner =
    item.subjectName === item.organizationName || !showOrganization
      ? item.subjectName
      : `${item.organizationName} · ${item.subjectName}`;
  return (
    <Link to="/records/$recordId" params={{ recordId: item.id }} className={styles.row}>
      <span className={styles.title}>
        <b>{item.title}</b>
        <span className="quiet">
          {item.templateNames.map(words).join(" · ")} · {owner}
        </span>
      </span>
      <span className={styles.when}>{wordDate(language, item.occurredOn)}</span>
      <span className={styles.tags}>
        <Tag>
          {t("attendanceShort")} {item.present} / {item.expected}
        </Tag>
        <StandardTag item={item} words={t("standardShort")} />
        {item.files > 0 && (
          <Tag>
            {t("photos")} {t("photoCount", { count: item.files })}
          </Tag>
        )}
        {item.hosts > 1 && <Tag>{t("hostsShort", { count: item.hosts })}</Tag>}
        {(item.state !== "submitted" || item.lateEntry) && <StateTags item={item} />}
      </span>
    </Link>
  );
}
