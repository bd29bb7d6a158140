import type { Body } from "@dutyloop/contract/endpoints.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { daysBetween, wordDate } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { SelectField, TextArea, TextField } from "../../../ui/Field.tsx";
import type { Absence } from "./AbsencesPage.tsx";
import { absenceTexts } from "./texts.ts";

type Way = Body<"makeUp">["way"];
const ways: readonly Way[] = ["alone", "lesson", "at_home"];

/** 补课 of one person for one event; the absence itself stays as it is. */
export function MakeUpSheet({ absence, onClose }: { absence: Absence; onClose: () => void }) {
  const t = useTexts(absenceTexts);
  const language = useLanguage();
  const client = useQueryClient();
  const { today } = useSession();
  const { recordId, personId, name, title, occurredOn, until } = absence;
  const [madeUpOn, setMadeUpOn] = useState(today);
  const [way, setWay] = useState<Way>("alone");
  const [note, setNote] = useState("");
  const [lateReason, setLateReason] = useState("");
  const makeUp = useMutation({
    mutationFn: () => call("makeUp", { params: { recordId }, body: { personId, madeUpOn, way, note, lateReason } }),
    onSuccess: () => {
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
      onClose();
    },
  });
  const problems = problemsByField(makeUp.error);
  const late = madeUpOn > until || problems.lateReason !== undefined || lateReason !== "";
  return (
    <AskSheet
      title={t("enterTitle", { name })}
      confirm={t("save")}
      cancel={t("cancel")}
      act={{ ...makeUp, mutate: () => makeUp.mutate() }}
      onClose={onClose}
    >
      <p className="quiet">{t("enterText", { title, date: wordDate(language, occurredOn) })}</p>
      <TextField
        label={t("on")}
        type="date"
        required
        min={occurredOn}
        max={today}
        value={madeUpOn}
        error={problems.madeUpOn}
        onChange={(event) => setMadeUpOn(event.target.value)}
      />
      <SelectField
        label={t("way")}
        value={way}
        error={problems.way}
        onChange={(event) => setWay(event.target.value as Way)}
      >
        {ways.map((one) => (
          <option key={one} value={one}>
            {t(`way_${one}`)}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={t("note")}
        optional
        most={500}
        value={note}
        error={problems.note}
        onChange={(event) => setNote(event.target.value)}
      />
      {late && (
        <TextArea
          label={t("lateReason")}
          hint={t("lateReasonHint", { days: daysBetween(occurredOn, until) })}
          most={500}
          value={lateReason}
          error={problems.lateReason}
          onChange={(event) => setLateReason(event.target.value)}
        />
      )}
    </AskSheet>
  );
}
