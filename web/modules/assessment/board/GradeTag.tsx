import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { boardTexts } from "./texts.ts";

type Row = Answer<"getBoard">["items"][number];
type Props = { grade: Row["grade"]; suggested: Row["suggestedGrade"]; reason: string | null };

/** The grade a person decided; until then what the bands suggest, said as a suggestion. */
export function GradeTag({ grade, suggested, reason }: Props) {
  const t = useTexts(boardTexts);
  const words = useWords();
  if (grade) {
    const differs = suggested !== null && suggested.code !== grade.code;
    return (
      <span title={reason ?? undefined}>
        <Tag tone="brand">{words(grade.name)}</Tag>
        {differs && <span className="note"> {t("suggestedWas", { grade: words(suggested.name) })}</span>}
      </span>
    );
  }
  if (!suggested) return <span className="faint">–</span>;
  return <Tag>{t("suggested", { grade: words(suggested.name) })}</Tag>;
}
