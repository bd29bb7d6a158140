import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import type { Board, Row } from "./BoardTable.tsx";
import { boardTexts } from "./texts.ts";

type Props = {
  row: Row;
  veto: Row["vetoes"][number];
  board: Pick<Board, "scheme" | "period">;
  onClose: () => void;
};

/** Facts call for a 一票否决; a person says whether they bear it. */
export function DecideVeto({ row, veto, board, onClose }: Props) {
  const t = useTexts(boardTexts);
  const words = useWords();
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<"confirmed" | "dismissed">("confirmed");
  const decide = useMutation({
    mutationFn: (reason: string) =>
      call("decideVeto", {
        params: { organizationId: row.organizationId },
        body: {
          scheme: board.scheme.code,
          period: board.period,
          veto: veto.code,
          confirmed: outcome === "confirmed",
          reason,
        },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["getBoard"] });
      await client.invalidateQueries({ queryKey: ["getScore"] });
      onClose();
    },
  });
  return (
    <AskSheet
      title={t("vetoTitle", { name: row.organizationName, veto: words(veto.name) })}
      confirm={t("decide")}
      cancel={t("cancel")}
      reason={{ label: t("reason") }}
      act={decide}
      onClose={onClose}
    >
      <p className="quiet">{t("vetoExplained")}</p>
      <Choice
        label={t("decide")}
        options={[
          { key: "confirmed", label: t("confirmVeto") },
          { key: "dismissed", label: t("dismissVeto") },
        ]}
        value={outcome}
        onChange={setOutcome}
      />
    </AskSheet>
  );
}
