import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { TermState } from "@dutyloop/domain/organization/term-things.ts";
import { useTexts } from "../../../app/language/texts.ts";
import type { ShapeName } from "../../../ui/Shape.tsx";
import { Tag, type Tone } from "../../../ui/Tag.tsx";
import { termStateTexts, termTexts } from "./texts.ts";

export type Term = NonNullable<Answer<"getTerm">["current"]>;

const looks: Record<TermState, { tone: Tone; shape: ShapeName }> = {
  in_term: { tone: "good", shape: "tick" },
  approaching: { tone: "warn", shape: "diamond" },
  due: { tone: "warn", shape: "diamond" },
  overdue: { tone: "warn", shape: "diamond" },
};

/** How a term stands, with its countdown. */
export function TermStanding({ term }: { term: Term }) {
  const t = useTexts(termTexts);
  const state = useTexts(termStateTexts);
  const { daysLeft } = term;
  const days =
    daysLeft > 0 ? t("left", { days: daysLeft }) : daysLeft < 0 ? t("overBy", { days: -daysLeft }) : t("lastDay");
  return (
    <>
      <Tag {...looks[term.state]}>{state(term.state)}</Tag> <span className="note">{days}</span>
    </>
  );
}

/** The newest reminder that is due, with the rule it rests on. */
export function TermReminder({ reminder }: { reminder: Term["reminder"] }) {
  const t = useTexts(termTexts);
  if (reminder === null) return <>–</>;
  const { monthsBefore, overdue, rule } = reminder;
  const words =
    monthsBefore === null
      ? t("weekly", { count: overdue })
      : monthsBefore === 0
        ? t("onEnd")
        : t("before", { months: monthsBefore });
  return (
    <>
      {words} <span className="note">{rule}</span>
    </>
  );
}
