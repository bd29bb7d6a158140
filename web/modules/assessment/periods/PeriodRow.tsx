import { Link } from "@tanstack/react-router";
import { wordDay } from "../../../app/frame/months.ts";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { also } from "../../../app/frame/search.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import type { ShapeName } from "../../../ui/Shape.tsx";
import { Tag, type Tone } from "../../../ui/Tag.tsx";
import { PeriodActions } from "./PeriodActions.tsx";
import type { Period } from "./PeriodTable.tsx";
import { periodTexts } from "./texts.ts";

const looks: Record<Period["state"], { tone: Tone; shape?: ShapeName }> = {
  open: { tone: "neutral" },
  publicity: { tone: "warn", shape: "square" },
  closed: { tone: "good", shape: "tick" },
};

export function PeriodRow({ period, today, next }: { period: Period; today: string; next: boolean }) {
  const t = useTexts(periodTexts);
  const language = useLanguage();
  const wordPeriod = usePeriodWords();
  const { state, version, pendingLeaves, openDisputes, publicityFrom, publicityTo } = period;
  const ahead = period.from > today;
  const days =
    publicityFrom !== null && publicityTo !== null
      ? t("publicityDays", { from: wordDay(language, publicityFrom), to: wordDay(language, publicityTo) })
      : null;
  return (
    <tr>
      <td>
        {wordPeriod(period.period)}
        {version > 1 && <span className="note"> {t("version", { version })}</span>}
      </td>
      <td>
        {ahead ? <span className="faint">{t("ahead")}</span> : <Tag {...looks[state]}>{t(state)}</Tag>}
        {state === "publicity" && days && <div className="note">{days}</div>}
        {state === "open" && period.closableFrom > today && !ahead && (
          <div className="note">{t("closableFrom", { date: wordDay(language, period.closableFrom) })}</div>
        )}
      </td>
      <td className="right">
        {pendingLeaves !== null && pendingLeaves > 0 ? (
          <Link
            to="."
            search={also({ subject: period.period })}
            className="link"
            aria-label={t("settleCount", { count: pendingLeaves })}
          >
            {pendingLeaves}
          </Link>
        ) : (
          (pendingLeaves ?? "–")
        )}
      </td>
      <td className="right wide-only">
        {openDisputes > 0 ? (
          <Link to="/board/disputes" className="link">
            {openDisputes}
          </Link>
        ) : (
          "0"
        )}
      </td>
      <td className="right wide-only">{period.lateEntries}</td>
      <td>
        <PeriodActions period={period} today={today} next={next} />
      </td>
    </tr>
  );
}
