import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { SelectField } from "../../../ui/Field.tsx";
import type { Board, Row } from "./BoardTable.tsx";
import { boardTexts } from "./texts.ts";

type Props = { row: Row; board: Pick<Board, "grades" | "scheme" | "period">; onClose: () => void };

/** A person decides the grade; what the bands said stays beside it. */
export function DecideGrade({ row, board, onClose }: Props) {
  const t = useTexts(boardTexts);
  const words = useWords();
  const client = useQueryClient();
  const [grade, setGrade] = useState(row.grade?.code ?? row.suggestedGrade?.code ?? board.grades[0]?.code ?? "");
  const decide = useMutation({
    mutationFn: (reason: string) =>
      call("decideGrade", {
        params: { organizationId: row.organizationId },
        body: { scheme: board.scheme.code, period: board.period, grade, reason },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["getBoard"] });
      onClose();
    },
  });
  return (
    <AskSheet
      title={t("gradeTitle", { name: row.organizationName })}
      confirm={t("decide")}
      cancel={t("cancel")}
      reason={{ label: t("reason"), hint: t("gradeReasonHint") }}
      act={decide}
      onClose={onClose}
    >
      {row.suggestedGrade && <p className="quiet">{t("suggested", { grade: words(row.suggestedGrade.name) })}</p>}
      <SelectField label={t("grade")} value={grade} onChange={(event) => setGrade(event.target.value)}>
        {board.grades.map(({ code, name }) => (
          <option key={code} value={code}>
            {words(name)}
          </option>
        ))}
      </SelectField>
    </AskSheet>
  );
}
