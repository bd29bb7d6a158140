import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { wordMonth } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { TextField } from "../../../ui/Field.tsx";
import type { Entries } from "./correction.ts";
import { figureTexts } from "./figure-texts.ts";
import type { DeliveryProps } from "./Receipts.tsx";
import { useFiguresRefresh } from "./refresh-figures.ts";

type Props = DeliveryProps & {
  name: string;
  entries: Entries;
  /** Whether a dispute has booked some that count. */
  disputed: boolean;
  onClose: () => void;
  onDone: (sentence: string) => void;
};

/** Takes back all that a source delivered for an organisation and month, once its word was typed and the reason given. */
export function WithdrawDelivery({ organizationId, source, month, name, entries, disputed, onClose, onDone }: Props) {
  const t = useTexts(figureTexts);
  const language = useLanguage();
  const refresh = useFiguresRefresh();
  const [typed, setTyped] = useState("");
  const word = t("word");
  const act = useMutation({
    mutationFn: (reason: string) =>
      call("withdrawDelivery", { params: { organizationId }, body: { source, month, reason } }),
    onSuccess: async ({ deliveries, figures, afterClose }) => {
      await refresh();
      onDone(t(afterClose ? "withdrawnLate" : "withdrawnNow", { deliveries, figures }));
    },
  });
  return (
    <AskSheet
      title={t("withdrawOf", { name, month: wordMonth(language, month) })}
      reason={{ label: t("why"), hint: t("whyHint") }}
      confirm={t("withdraw")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p>{t("withdrawWhat")}</p>
      <p>{t(entries === "closed" ? "effect_closed" : "effect_open")}</p>
      {disputed && <p className="quiet">{t("disputesStay")}</p>}
      <TextField
        label={t("typeWord", { word })}
        required
        autoComplete="off"
        pattern={word}
        wrong={t("wordWrong", { word })}
        value={typed}
        onChange={(event) => setTyped(event.target.value.trim())}
      />
    </AskSheet>
  );
}
