import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { BatchSheet } from "../../../app/lists/BatchSheet.tsx";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { SelectField } from "../../../ui/Field.tsx";
import { quarantineTexts } from "./texts.ts";

export type Held = Answer<"listQuarantined">["items"][number];
type Outcome = Body<"handleQuarantined">["outcome"];

/** How a marked file was handled; with that its content is erased. */
export function HandleSheet({ file, onClose }: { file: Held; onClose: () => void }) {
  const t = useTexts(quarantineTexts);
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome>("cleared");
  const handle = useMutation({
    mutationFn: (note: string) =>
      call("handleQuarantined", { params: { quarantinedId: file.id }, body: { outcome, note } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["listQuarantined"] });
      onClose();
    },
  });
  return (
    <AskSheet
      title={`${t("sheet")} · ${file.name}`}
      reason={{ label: t("note"), hint: t("noteHint") }}
      confirm={t("confirm")}
      cancel={t("cancel")}
      act={handle}
      onClose={onClose}
    >
      <Outcomes value={outcome} onChange={setOutcome} />
    </AskSheet>
  );
}

type ManyProps = { files: readonly Held[]; onClose: () => void };

/** Several files that were handled alike, each entered by itself. */
export function HandleMany({ files, onClose }: ManyProps) {
  const t = useTexts(quarantineTexts);
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome>("cleared");
  return (
    <BatchSheet
      title={t("handleMany", { count: files.length })}
      confirm={t("confirm")}
      reason={{ label: t("note"), hint: t("noteHint") }}
      items={files}
      nameOf={({ name, organizationName }) => `${name} · ${organizationName}`}
      write={({ id }, note) => call("handleQuarantined", { params: { quarantinedId: id }, body: { outcome, note } })}
      onDone={() => client.invalidateQueries({ queryKey: ["listQuarantined"] })}
      onClose={onClose}
    >
      <Outcomes value={outcome} onChange={setOutcome} />
    </BatchSheet>
  );
}

type OutcomesProps = { value: Outcome; onChange: (outcome: Outcome) => void };

function Outcomes({ value, onChange }: OutcomesProps) {
  const t = useTexts(quarantineTexts);
  return (
    <>
      <p>{t("sheetText")}</p>
      <SelectField label={t("how")} value={value} onChange={(event) => onChange(event.target.value as Outcome)}>
        <option value="cleared">{t("howCleared")}</option>
        <option value="misjudged">{t("howMisjudged")}</option>
      </SelectField>
    </>
  );
}
