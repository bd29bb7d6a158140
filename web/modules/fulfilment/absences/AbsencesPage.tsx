import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { absencesList } from "@dutyloop/contract/lists/checking.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { usePages } from "../../../app/api/queries.ts";
import { wordDate } from "../../../app/frame/months.ts";
import { useMayHere, useView, useViewedOrganization } from "../../../app/frame/view.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { ListFrame } from "../../../app/lists/ListFrame.tsx";
import { useChoice } from "../../../app/lists/use-choice.ts";
import { useSession } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { DeniedPage } from "../../../ui/DeniedPage.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Empty } from "../../../ui/States.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "../samples/Samples.module.css";
import { recordTexts } from "../texts.ts";
import { MakeUpSheet } from "./MakeUpSheet.tsx";
import { absenceTexts } from "./texts.ts";

export type Absence = Answer<"listAbsences">["items"][number];

const viewKeys = ["which"] as const;
const filters = ["open", "all"] as const;

/** Who was away from what, until when it is to be made up for, and who did. */
export default function AbsencesPage() {
  const t = useTexts(absenceTexts);
  const records = useTexts(recordTexts);
  const language = useLanguage();
  const may = useMayHere();
  const { today } = useSession();
  const [which, setWhich] = useChoice("which", filters);
  const [entering, setEntering] = useState<Absence | null>(null);
  const organizationId = useView().organizationId ?? "";
  const { query: organization, isBranch } = useViewedOrganization();
  const asked = { params: { organizationId }, query: { which } };
  const { query, items } = usePages("listAbsences", asked, { enabled: may("record.read_names"), keep: true });
  if (!may("record.read_names")) return <DeniedPage />;
  const presence = ({ presence: how, reason }: Absence) => [t(how), reason].filter(Boolean).join(" · ");
  const event = ({ recordId, title, occurredOn, organizationName }: Absence) => (
    <>
      <Link to="/records/$recordId" params={{ recordId }} className="link">
        {title}
      </Link>{" "}
      <span className="quiet">
        {wordDate(language, occurredOn)}
        {isBranch === false && ` · ${organizationName}`}
      </span>
    </>
  );
  const until = ({ madeUpOn, way, until: last }: Absence) =>
    madeUpOn ? (
      <Tag tone="good" shape="tick">
        {t("madeUp", { date: wordDate(language, madeUpOn), way: way ? t(`way_${way}`) : "" })}
      </Tag>
    ) : (
      <>
        {t("untilDay", { date: wordDate(language, last) })}
        {last < today && (
          <>
            {" "}
            <Tag tone="warn" shape="diamond">
              {t("overdue")}
            </Tag>
          </>
        )}
      </>
    );
  const act = (absence: Absence) =>
    may("record.submit", absence.organizationId) &&
    !absence.madeUpOn && (
      <Button onClick={() => setEntering(absence)}>
        {t("enter")}
        <span className="sr">
          {" "}
          {absence.name} {absence.title}
        </span>
      </Button>
    );
  return (
    <Page
      title={t("title")}
      about={organization.data && t("about", { organization: organization.data.name })}
      action={
        <Link to="/records" className="link">
          {records("backToList")}
        </Link>
      }
    >
      <Choice
        label={t("filter")}
        value={which}
        onChange={setWhich}
        options={[
          { key: "open", label: t("open_") },
          { key: "all", label: t("all") },
        ]}
      />
      <ListFrame
        name="listAbsences"
        list={absencesList}
        asked={asked}
        query={query}
        items={items}
        keys={viewKeys}
        idOf={({ recordId, personId }) => `${recordId} ${personId}`}
        empty={<Empty title={t("none")} text={t("noneText")} />}
        cells={{ person: ({ name }) => <b>{name}</b>, event, presence, until }}
        doing={{ title: t("act"), cell: act }}
        card={(absence) => (
          <span className={styles.card}>
            <b>{absence.name}</b>
            <span>{event(absence)}</span>
            <span className="quiet">{presence(absence)}</span>
            <span>{until(absence)}</span>
            <span>{act(absence)}</span>
          </span>
        )}
      />
      {entering && <MakeUpSheet absence={entering} onClose={() => setEntering(null)} />}
    </Page>
  );
}
