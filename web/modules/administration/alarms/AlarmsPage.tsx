import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { alarmsList, wordAlarm } from "@dutyloop/contract/lists/alarms.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { usePages } from "../../../app/api/queries.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { BatchSheet } from "../../../app/lists/BatchSheet.tsx";
import type { BatchAct } from "../../../app/lists/batch.ts";
import { ListFrame } from "../../../app/lists/ListFrame.tsx";
import { useChoice } from "../../../app/lists/use-choice.ts";
import { useMay } from "../../../app/session/session.ts";
import { OfficeTheme } from "../../../app/theme/OfficeTheme.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Denied, Empty } from "../../../ui/States.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { alarmTexts } from "./texts.ts";

type Alarm = Answer<"listAlarms">["items"][number];

const states = ["open", "handled"] as const;
const viewKeys = ["state"] as const;

/** What the security administrators are told of, and what they found (SEC-22). */
export default function AlarmsPage() {
  const t = useTexts(alarmTexts);
  const language = useLanguage();
  const may = useMay();
  const [state, setState] = useChoice("state", states);
  const [one, setOne] = useState<Alarm | null>(null);
  const asked = { query: { state } };
  const { query, items } = usePages("listAlarms", asked, { enabled: may("account.secure"), keep: true });
  if (!may("account.secure")) return <Denied />;
  const actOf = (alarm: Alarm) => {
    if (alarm.handledAt !== null) return alarm.note;
    if (alarm.own) return <span className="note">{t("own")}</span>;
    const said = { name: alarm.accountName, what: wordAlarm(alarm, language) };
    return (
      <Button kind="text" aria-label={t("handleOf", said)} onClick={() => setOne(alarm)}>
        {t("handle")}
      </Button>
    );
  };
  const stateOf = ({ handledAt }: Alarm) =>
    handledAt === null ? (
      <Tag tone="warn" shape="diamond">
        {t("open")}
      </Tag>
    ) : (
      <Tag tone="good" shape="tick">
        {t("handled")}
      </Tag>
    );
  const handleMany: BatchAct<Alarm> = {
    key: "handle",
    label: t("handle"),
    fits: ({ handledAt, own }) => handledAt === null && !own,
    sheet: (alarms, onClose) => <HandleAlarms alarms={alarms} onClose={onClose} />,
  };
  return (
    <OfficeTheme>
      <Page title={t("title")} about={t("about")}>
        <Choice
          label={t("state")}
          options={states.map((key) => ({ key, label: t(key) }))}
          value={state}
          onChange={setState}
        />
        <ListFrame
          name="listAlarms"
          list={alarmsList}
          asked={asked}
          query={query}
          items={items}
          keys={viewKeys}
          idOf={({ id }) => id}
          cells={{ state: stateOf }}
          doing={{ title: t("actions"), cell: actOf }}
          acts={state === "open" ? [handleMany] : []}
          empty={<Empty title={t(`none_${state}`)} {...(state === "open" ? { text: t("none_openText") } : {})} />}
        />
        {one && <HandleAlarms alarms={[one]} onClose={() => setOne(null)} />}
      </Page>
    </OfficeTheme>
  );
}

/** One or several that were found alike, each entered by itself. */
function HandleAlarms({ alarms, onClose }: { alarms: readonly Alarm[]; onClose: () => void }) {
  const t = useTexts(alarmTexts);
  const language = useLanguage();
  const client = useQueryClient();
  return (
    <BatchSheet
      title={t("handleMany", { count: alarms.length })}
      confirm={t("confirm")}
      reason={{ label: t("note"), hint: t("noteHint") }}
      items={alarms}
      nameOf={(alarm) => `${alarm.accountName} · ${wordAlarm(alarm, language)}`}
      write={({ id }, note) => call("handleAlarm", { params: { alarmId: id }, body: { note } })}
      onDone={() => client.invalidateQueries({ queryKey: ["listAlarms"] })}
      onClose={onClose}
    >
      <p>{t("handleWhat")}</p>
    </BatchSheet>
  );
}
