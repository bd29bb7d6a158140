import { useState } from "react";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import type { Board, Row } from "./BoardTable.tsx";
import { DecideGrade } from "./DecideGrade.tsx";
import { DecideVeto } from "./DecideVeto.tsx";
import { boardTexts } from "./texts.ts";

/** Grade and vetoes are decided before a board is published. */
export function RowActions({ row, board }: { row: Row; board: Pick<Board, "grades" | "scheme" | "period"> }) {
  const t = useTexts(boardTexts);
  const words = useWords();
  const [asking, setAsking] = useState<string | null>(null);
  const close = () => setAsking(null);
  const veto = row.vetoes.find(({ code }) => code === asking);
  const name = row.organizationName;
  return (
    <>
      {board.grades.length > 0 && row.rank !== null && (
        <Button kind="text" aria-label={t("decideGradeOf", { name })} onClick={() => setAsking("")}>
          {t("decideGrade")}
        </Button>
      )}
      {row.vetoes.map((one) => (
        <Button
          key={one.code}
          kind="text"
          aria-label={t("decideVetoOf", { name, veto: words(one.name) })}
          onClick={() => setAsking(one.code)}
        >
          {t("decideVeto")}
        </Button>
      ))}
      {asking === "" && <DecideGrade row={row} board={board} onClose={close} />}
      {veto && <DecideVeto row={row} veto={veto} board={board} onClose={close} />}
    </>
  );
}
