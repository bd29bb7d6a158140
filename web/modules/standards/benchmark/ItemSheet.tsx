import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { SelectField, TextArea, TextField } from "../../../ui/Field.tsx";
import type { BenchmarkItem } from "./PartCard.tsx";
import { benchmarkTexts } from "./texts.ts";
import { useBenchmarkAct } from "./use-benchmark-act.ts";

type Props = {
  act: "check" | "verify";
  item: BenchmarkItem;
  year: number;
  organizationId: string;
  onClose: () => void;
};

/** Says of one item whether it is met; what isn't gets a day until when it is put right. */
export function ItemSheet({ act, item, year, organizationId, onClose }: Props) {
  const t = useTexts(benchmarkTexts);
  const words = useWords();
  const { today } = useSession();
  const stood = act === "verify" ? (item.result?.verified?.met ?? item.result?.met) : item.result?.met;
  const [met, setMet] = useState(stood ?? true);
  const [dueOn, setDueOn] = useState(item.result?.dueOn ?? "");
  const [note, setNote] = useState("");
  const params = { organizationId };
  const items = [{ code: item.code, met, note, dueOn: met || dueOn === "" ? null : dueOn }];
  const writing = useBenchmarkAct(
    () => call(act === "check" ? "checkBenchmark" : "verifyBenchmark", { params, body: { year, items } }),
    onClose,
  );
  const problems = problemsByField(writing.error);
  return (
    <AskSheet
      title={t(act === "check" ? "checkTitle" : "verifyTitle", { item: words(item.name) })}
      confirm={t("send")}
      cancel={t("cancel")}
      act={writing}
      onClose={onClose}
    >
      <SelectField
        label={t("result")}
        value={met ? "yes" : "no"}
        onChange={(event) => setMet(event.target.value === "yes")}
      >
        <option value="yes">{t("yes")}</option>
        <option value="no">{t("no")}</option>
      </SelectField>
      {!met && (
        <TextField
          label={t("dueOn")}
          type="date"
          required
          min={today}
          value={dueOn}
          error={problems.items}
          onChange={(event) => setDueOn(event.target.value)}
        />
      )}
      <TextArea
        label={t("note")}
        optional
        most={500}
        value={note}
        error={problems.note}
        onChange={(event) => setNote(event.target.value)}
      />
    </AskSheet>
  );
}
