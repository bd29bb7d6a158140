import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { ask } from "../../../app/api/queries.ts";
import { wordDate, wordInstant } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import rows from "../../../ui/ActRows.module.css";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { DeniedPage } from "../../../ui/DeniedPage.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { RefusalNotice } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Samples.module.css";
import { percentOf } from "./share.ts";
import { sampleTexts } from "./texts.ts";

type Sample = Answer<"getSample">;
type Item = Sample["items"][number];
type Outcome = "accept" | "to_correct" | "reverse";

/** One sample: each drawn record, to be read and judged. */
export default function SamplePage() {
  const t = useTexts(sampleTexts);
  const may = useMay();
  const { sampleId = "" } = useParams({ strict: false });
  const sample = useQuery({ ...ask("getSample", { params: { sampleId } }), enabled: may("record.sample") });
  if (!may("record.sample")) return <DeniedPage />;
  return (
    <Page
      title={t("title")}
      action={
        <Link to="/records/samples" className="link">
          {t("back")}
        </Link>
      }
    >
      <Loaded query={sample} rows={6}>
        {(data) => <Drawn sample={data} />}
      </Loaded>
    </Page>
  );
}

function Drawn({ sample }: { sample: Sample }) {
  const t = useTexts(sampleTexts);
  const language = useLanguage();
  const { from, to, drawn, open, population, seed, share, drawnBy, drawnAt, items } = sample;
  return (
    <Card
      title={t("period", { from: wordDate(language, from), to: wordDate(language, to) })}
      note={`${sample.organizationName} · ${t("progress")} ${t("progressOf", { done: drawn - open, drawn })}`}
    >
      <p className={styles.facts}>
        <span>{t("population", { population })}</span>
        <span>{t("shareIs", { share: percentOf(share) })}</span>
        <span className={styles.seed}>{t("seedIs", { seed })}</span>
        <span className="quiet">{t("drawnBy", { name: drawnBy, time: wordInstant(language, drawnAt) })}</span>
      </p>
      <ul>
        {items.map((item) => (
          <DrawnRecord key={item.recordId} sampleId={sample.id} item={item} />
        ))}
      </ul>
    </Card>
  );
}

const tones = { open: "brand", accepted: "good", to_correct: "warn", reversed: "warn" } as const;
const shapes = { open: "square", accepted: "tick", to_correct: "diamond", reversed: "diamond" } as const;

function DrawnRecord({ sampleId, item }: { sampleId: string; item: Item }) {
  const t = useTexts(sampleTexts);
  const language = useLanguage();
  const client = useQueryClient();
  const [asked, setAsked] = useState<"to_correct" | "reverse" | null>(null);
  const { recordId, title, state } = item;
  const check = useMutation({
    mutationFn: ({ outcome, reason }: { outcome: Outcome; reason: string }) =>
      call("checkSample", { params: { sampleId, recordId }, body: { outcome, reason } }),
    onSuccess: () => {
      setAsked(null);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
    },
  });
  const judged = state === "accepted" || state === "reversed";
  return (
    <li className={rows.item}>
      <span className={rows.words}>
        <Link to="/records/$recordId" params={{ recordId }} className="link">
          {title}
        </Link>
        <span className="quiet">
          {item.organizationName} · {wordDate(language, item.occurredOn)}
        </span>
        {item.reason && <span>{item.reason}</span>}
        {item.checkedBy && item.checkedAt && (
          <span className="note">
            {t("checkedBy", { name: item.checkedBy, time: wordInstant(language, item.checkedAt) })}
          </span>
        )}
      </span>
      <span className={rows.actions}>
        <Tag tone={tones[state]} shape={shapes[state]}>
          {t(state)}
        </Tag>
        {item.currentVersion > item.version && (
          <Tag tone="brand" shape="square">
            {t("changedSince", { version: item.currentVersion })}
          </Tag>
        )}
        {!judged && (
          <>
            <Button busy={check.isPending} onClick={() => check.mutate({ outcome: "accept", reason: "" })}>
              {t("accept")}
              <span className="sr"> {title}</span>
            </Button>
            {state === "open" && (
              <Button onClick={() => setAsked("to_correct")}>
                {t("correct")}
                <span className="sr"> {title}</span>
              </Button>
            )}
            <Button onClick={() => setAsked("reverse")}>
              {t("take")}
              <span className="sr"> {title}</span>
            </Button>
          </>
        )}
      </span>
      {check.isError && asked === null && (
        <div className={styles.below}>
          <RefusalNotice error={check.error} doing="writing" />
        </div>
      )}
      {asked && (
        <AskSheet
          title={t(asked === "reverse" ? "takeTitle" : "correctTitle", { title })}
          reason={{ label: t("reason"), hint: t("reasonHint") }}
          confirm={t(asked === "reverse" ? "take" : "correct")}
          cancel={t("cancel")}
          act={{ ...check, mutate: (reason) => check.mutate({ outcome: asked, reason }) }}
          onClose={() => setAsked(null)}
        >
          <p>{t(asked === "reverse" ? "takeText" : "correctText")}</p>
        </AskSheet>
      )}
    </li>
  );
}
