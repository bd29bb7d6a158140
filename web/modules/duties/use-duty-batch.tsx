import { isStillOwed } from "@dutyloop/contract/messages/duty-words.ts";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { useMayHere } from "../../app/frame/view.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { BatchSheet } from "../../app/lists/BatchSheet.tsx";
import type { BatchAct } from "../../app/lists/batch.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { TextField } from "../../ui/Field.tsx";
import { dutyTexts } from "./duty-texts.ts";
import type { OwedItem } from "./sections.ts";
import { dutiesTexts } from "./texts.ts";
import { useDutyAct, useForgetDuties } from "./use-duty-act.ts";

/** As many as one waiver takes. */
const mostWaived = 500;

/** What may be done to many duties: those above waive them, those who owe them ask for more time. */
export function useDutyBatch(organizationId: string): readonly BatchAct<OwedItem>[] {
  const t = useTexts(dutiesTexts);
  const may = useMayHere();
  const waive: BatchAct<OwedItem> = {
    key: "waive",
    label: t("waiveMany"),
    fits: ({ state }) => isStillOwed(state) || state === "submitted",
    sheet: (items, onClose) => <WaiveMany organizationId={organizationId} items={items} onClose={onClose} />,
  };
  const ask: BatchAct<OwedItem> = {
    key: "extend",
    label: t("askTimeMany"),
    fits: ({ state }) => isStillOwed(state),
    sheet: (items, onClose) => <AskTimeForMany items={items} onClose={onClose} />,
  };
  return [...(may("obligation.decide") ? [waive] : []), ...(may("obligation.work") ? [ask] : [])];
}

type Props = { items: readonly OwedItem[]; onClose: () => void };

function WaiveMany({ organizationId, items, onClose }: Props & { organizationId: string }) {
  const t = useTexts(dutyTexts);
  const all = useTexts(dutiesTexts);
  const obligationIds = items.slice(0, mostWaived).map(({ id }) => id);
  const act = useDutyAct(
    (reason) => call("waiveObligations", { params: { organizationId }, body: { obligationIds, reason } }),
    onClose,
  );
  return (
    <AskSheet
      title={all("waiveManyTitle", { count: obligationIds.length })}
      reason={{ label: t("reason") }}
      confirm={t("waive")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p>{t("waiveNote")}</p>
      <p className="quiet">{all("allOrNone")}</p>
    </AskSheet>
  );
}

function AskTimeForMany({ items, onClose }: Props) {
  const t = useTexts(dutyTexts);
  const all = useTexts(dutiesTexts);
  const words = useWords();
  const forgetDuties = useForgetDuties();
  const [askedTo, setAskedTo] = useState("");
  const latest = items.map(({ extendedTo, dueOn }) => extendedTo ?? dueOn).toSorted();
  return (
    <BatchSheet
      title={all("askTimeManyTitle", { count: items.length })}
      confirm={t("askTime")}
      items={items}
      nameOf={({ templateName, subjectName, periodFrom }) => `${words(templateName)} · ${subjectName} · ${periodFrom}`}
      write={({ id }, reason) =>
        call("raiseRequest", { params: { obligationId: id }, body: { kind: "extend", askedTo, reason } })
      }
      reason={{ label: t("reason") }}
      blocked={askedTo === ""}
      onDone={forgetDuties}
      onClose={onClose}
    >
      <TextField
        label={t("askedTo")}
        type="date"
        required
        min={latest.at(-1)}
        value={askedTo}
        onChange={(event) => setAskedTo(event.target.value)}
      />
    </BatchSheet>
  );
}
