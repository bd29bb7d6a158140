import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { useTexts } from "../../../app/language/texts.ts";
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
      <p>{t("sheetText")}</p>
      <SelectField label={t("how")} value={outcome} onChange={(event) => setOutcome(event.target.value as Outcome)}>
        <option value="cleared">{t("howCleared")}</option>
        <option value="misjudged">{t("howMisjudged")}</option>
      </SelectField>
    </AskSheet>
  );
}
