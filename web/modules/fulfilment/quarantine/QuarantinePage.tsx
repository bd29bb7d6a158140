import { quarantineList } from "@dutyloop/contract/lists/checking.ts";
import { useState } from "react";
import { usePages } from "../../../app/api/queries.ts";
import { wordInstant } from "../../../app/frame/months.ts";
import { useViewedOrganization } from "../../../app/frame/view.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import type { BatchAct } from "../../../app/lists/batch.ts";
import { ListFrame } from "../../../app/lists/ListFrame.tsx";
import { useChoice } from "../../../app/lists/use-choice.ts";
import { useMay } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { DeniedPage } from "../../../ui/DeniedPage.tsx";
import { SelectField } from "../../../ui/Field.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Empty } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { wordSize } from "../files/file-names.ts";
import { QuarantineSteps } from "../files/QuarantineNotice.tsx";
import { HandleMany, HandleSheet, type Held } from "./HandleSheet.tsx";
import styles from "./Quarantine.module.css";
import { quarantineTexts } from "./texts.ts";

const viewKeys = ["state"] as const;
const states = ["open", "handled"] as const;
type State = (typeof states)[number];

/** Files that were kept apart because they are marked as secret: who sent them, and how they were handled. */
export default function QuarantinePage() {
  const t = useTexts(quarantineTexts);
  const language = useLanguage();
  const may = useMay();
  const [state, setState] = useChoice("state", states);
  const [handling, setHandling] = useState<Held | null>(null);
  const { query: viewed, enabled, organizationId } = useViewedOrganization();
  const asked = { params: { organizationId }, query: { state } };
  const { query, items } = usePages("listQuarantined", asked, {
    enabled: enabled && organizationId !== "" && may("file.quarantine"),
    keep: true,
  });
  if (!may("file.quarantine")) return <DeniedPage />;
  const actOf = (file: Held) => {
    if (file.outcome !== null)
      return (
        <span className={styles.words}>
          <Tag
            tone={file.outcome === "cleared" ? "good" : "neutral"}
            shape={file.outcome === "cleared" ? "tick" : "square"}
          >
            {t(file.outcome)}
          </Tag>
          <span>{file.note}</span>
          <span className="note">
            {t("handledBy", { name: file.handledBy ?? "", time: wordInstant(language, file.handledAt ?? "") })}
          </span>
        </span>
      );
    if (file.own) return <span className="note">{t("own")}</span>;
    return (
      <Button aria-label={t("handleOf", { name: file.name })} onClick={() => setHandling(file)}>
        {t("handle")}
      </Button>
    );
  };
  const nameOf = ({ name, size }: Held) => (
    <span className={styles.words}>
      <b>{name}</b>
      <span className="note">{wordSize(size)}</span>
    </span>
  );
  const markingOf = ({ marking, foundIn }: Held) => (
    <span className={styles.words}>
      <Tag tone="warn" shape="diamond">
        {marking}
      </Tag>
      <span className="note">{t(foundIn === "name" ? "inName" : "inContent")}</span>
    </span>
  );
  const sentOf = ({ sentBy, sentAt }: Held) => (
    <span className={styles.words}>
      <span>{sentBy}</span>
      <span className="note">{wordInstant(language, sentAt)}</span>
    </span>
  );
  const handleMany: BatchAct<Held> = {
    key: "handle",
    label: t("handle"),
    fits: ({ outcome, own }) => outcome === null && !own,
    sheet: (files, onClose) => <HandleMany files={files} onClose={onClose} />,
  };
  const cells = { file: nameOf, marking: markingOf, sent: sentOf, outcome: actOf };
  return (
    <Page title={t("title")} about={viewed.data && t("about", { organization: viewed.data.name })}>
      <div className={styles.page}>
        <Card title={t("procedure")}>
          <QuarantineSteps />
        </Card>
        <div className={styles.state}>
          <SelectField label={t("state")} value={state} onChange={(event) => setState(event.target.value as State)}>
            <option value="open">{t("open")}</option>
            <option value="handled">{t("handled")}</option>
          </SelectField>
        </div>
        <ListFrame
          name="listQuarantined"
          list={quarantineList}
          asked={asked}
          query={query}
          items={items}
          keys={viewKeys}
          idOf={({ id }) => id}
          cells={cells}
          acts={[handleMany]}
          empty={
            <Empty
              title={t(state === "open" ? "none_open" : "none_handled")}
              text={state === "open" ? t("none_openText") : undefined}
            />
          }
          card={(file) => (
            <div className={styles.card}>
              {nameOf(file)}
              {markingOf(file)}
              <span className="quiet">{file.organizationName}</span>
              {sentOf(file)}
              {actOf(file)}
            </div>
          )}
        />
      </div>
      {handling && <HandleSheet key={handling.id} file={handling} onClose={() => setHandling(null)} />}
    </Page>
  );
}
