import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { usePages } from "../../app/api/queries.ts";
import { daysOf, wordDate } from "../../app/frame/months.ts";
import { useMayHere, useView, useViewedOrganization } from "../../app/frame/view.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { MorePages } from "../../ui/MorePages.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty, Failed, Loading } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { NewRecord } from "../duties/NewRecord.tsx";
import { MakeBook } from "./books/MakeBook.tsx";
import { bookTexts } from "./books/texts.ts";
import { useMayEnter } from "./form/use-may-enter.ts";
import styles from "./Record.module.css";
import { RecordFilters, useRecordFilters } from "./RecordFilters.tsx";
import { RecordLinks } from "./RecordLinks.tsx";
import { recordTexts } from "./texts.ts";

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
  const { query, items } = usePages(
    "listRecords",
    { params: { organizationId }, query: { ...daysOf(period), ...filters.query } },
    { keep: true },
  );
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
      <Card>
        {query.isPending && <Loading rows={8} />}
        {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
        {query.isSuccess && items.length === 0 && filters.narrowed && (
          <Empty title={t("noneFits")} text={t("noneFitsText")}>
            <Button onClick={filters.clear}>{t("allRecords")}</Button>
          </Empty>
        )}
        {query.isSuccess && items.length === 0 && !filters.narrowed && (
          <Empty title={t("none_yet")} text={t("none_yetText")} />
        )}
        <ul>
          {items.map((item) => (
            <RecordRow key={item.id} item={item} showOrganization={isBranch === false} />
          ))}
        </ul>
        <MorePages query={query} shown={items.length} />
      </Card>
      {making && organization.data && <MakeBook organization={organization.data} onClose={() => setMaking(false)} />}
    </Page>
  );
}

type Item = ReturnType<typeof usePages<"listRecords">>["items"][number];

function RecordRow({ item, showOrganization }: { item: Item; showOrganization: boolean }) {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const words = useWords();
  const short = item.standardPassed < item.standardApplicable;
  const owner =
    item.subjectName === item.organizationName || !showOrganization
      ? item.subjectName
      : `${item.organizationName} · ${item.subjectName}`;
  return (
    <li>
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
          <Tag tone={short ? "warn" : "good"} shape={short ? "diamond" : "tick"}>
            {t("standardShort")} {item.standardPassed} / {item.standardApplicable}
          </Tag>
          {item.files > 0 && (
            <Tag>
              {t("photos")} {t("photoCount", { count: item.files })}
            </Tag>
          )}
          {item.hosts > 1 && <Tag>{t("hostsShort", { count: item.hosts })}</Tag>}
          {(item.state === "corrected" || item.state === "revoked") && (
            <Tag tone={item.state === "revoked" ? "warn" : "neutral"} shape="square">
              {t(item.state === "revoked" ? "revoked" : "corrected")}
            </Tag>
          )}
          {item.lateEntry && (
            <Tag tone="warn" shape="diamond">
              {t("lateEntry")}
            </Tag>
          )}
        </span>
      </Link>
    </li>
  );
}
