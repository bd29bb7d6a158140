import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { Link } from "@tanstack/react-router";
import { wordDay } from "../../app/frame/months.ts";
import { also } from "../../app/frame/search.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Empty } from "../../ui/States.tsx";
import { percentOf } from "./shares.ts";
import { leaderTexts } from "./texts.ts";

type Weak = Answer<"getWorkbench">["weakest"][number];
type Reason = Weak["reasons"][number];

/** The branches furthest from what they should be, with the reason in words. */
export function Weakest({ weakest }: { weakest: readonly Weak[] }) {
  const t = useTexts(leaderTexts);
  if (weakest.length === 0) return <Empty title={t("noWeak")} text={t("noWeakText")} />;
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{t("branch")}</th>
          <th>{t("where")}</th>
          <th className="wide-only">{t("since")}</th>
          <th className="right">{t("month")}</th>
        </tr>
      </thead>
      <tbody>
        {weakest.map((one) => (
          <WeakRow key={one.organizationId} weak={one} />
        ))}
      </tbody>
    </table>
  );
}

function WeakRow({ weak }: { weak: Weak }) {
  const t = useTexts(leaderTexts);
  const language = useLanguage();
  const reason = useReason();
  const since = weak.reasons
    .flatMap((one) => one.since ?? [])
    .sort()
    .at(0);
  return (
    <tr>
      <td>
        <Link to="/" search={also({ org: weak.organizationId })} className="link">
          {weak.organizationName}
        </Link>
      </td>
      <td>{weak.reasons.map(reason).join(t("and"))}</td>
      <td className="wide-only faint">{since ? t("sinceDay", { date: wordDay(language, since) }) : "–"}</td>
      <td className="right">
        <Link to="." search={also({ score: weak.organizationId })} className="link">
          {weak.total ?? "–"}
        </Link>
      </td>
    </tr>
  );
}

function useReason(): (reason: Reason) => string {
  const t = useTexts(leaderTexts);
  const words = useWords();
  return (reason) => {
    const { kind, done, of, templateName } = reason;
    const figures = { done, of, percent: percentOf(reason) };
    if (kind === "attendance") return t("reasonAttendance", figures);
    const name = templateName && words(templateName);
    if (kind === "overdue") return name ? t("reasonOverdue", { name, done, of }) : t("reasonOverdueAny", { done, of });
    return name ? t("reasonStandardOf", { ...figures, name }) : t("reasonStandard", figures);
  };
}
