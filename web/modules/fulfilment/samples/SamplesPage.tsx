import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { samplesList } from "@dutyloop/contract/lists/checking.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { usePages } from "../../../app/api/queries.ts";
import { wordDate, wordInstant } from "../../../app/frame/months.ts";
import { useView, useViewedOrganization } from "../../../app/frame/view.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { ListFrame } from "../../../app/lists/ListFrame.tsx";
import { useMay } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { DeniedPage } from "../../../ui/DeniedPage.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Empty } from "../../../ui/States.tsx";
import { recordTexts } from "../texts.ts";
import { DrawSheet } from "./DrawSheet.tsx";
import styles from "./Samples.module.css";
import { sampleTexts } from "./texts.ts";

type Sample = Answer<"listSamples">["items"][number];

/** 抽查: what was drawn at the organisation in view and below, and how far the checking is. */
export default function SamplesPage() {
  const t = useTexts(sampleTexts);
  const records = useTexts(recordTexts);
  const language = useLanguage();
  const may = useMay();
  const [drawing, setDrawing] = useState(false);
  const organizationId = useView().organizationId ?? "";
  const { query: organization } = useViewedOrganization();
  const asked = { params: { organizationId }, query: {} };
  const { query, items } = usePages("listSamples", asked, { enabled: may("record.sample") });
  if (!may("record.sample")) return <DeniedPage />;
  const period = ({ from, to }: Sample) => t("period", { from: wordDate(language, from), to: wordDate(language, to) });
  const progress = ({ drawn, open }: Sample) => t("progressOf", { done: drawn - open, drawn });
  const link = (sample: Sample) => (
    <Link to="/records/samples/$sampleId" params={{ sampleId: sample.id }} className="link">
      {period(sample)}
    </Link>
  );
  return (
    <Page
      title={t("title")}
      about={organization.data && t("about", { organization: organization.data.name })}
      action={
        <>
          <Link to="/records" className="link">
            {records("backToList")}
          </Link>
          <Button kind="primary" onClick={() => setDrawing(true)}>
            {t("draw")}
          </Button>
        </>
      }
    >
      <ListFrame
        name="listSamples"
        list={samplesList}
        asked={asked}
        query={query}
        items={items}
        idOf={({ id }) => id}
        empty={<Empty title={t("none")} text={t("noneText")} />}
        cells={{
          sample: link,
          drawn: ({ drawn, population }) => t("drawnOf", { drawn, population }),
          progress,
          time: ({ drawnBy, drawnAt }) => t("drawnBy", { name: drawnBy, time: wordInstant(language, drawnAt) }),
        }}
        card={(sample) => (
          <span className={styles.card}>
            {link(sample)}
            <span className="quiet">{sample.organizationName}</span>
            <span className="note">
              {t("drawnOf", sample)} · {t("progress")} {progress(sample)}
            </span>
          </span>
        )}
      />
      {drawing && <DrawSheet organizationId={organizationId} onClose={() => setDrawing(false)} />}
    </Page>
  );
}
