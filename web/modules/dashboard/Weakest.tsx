import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { shortBranchName } from "@dutyloop/domain/organization/name-policy.ts";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { wordDay } from "../../app/frame/months.ts";
import { also } from "../../app/frame/search.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Shape } from "../../ui/Shape.tsx";
import { Empty } from "../../ui/States.tsx";
import styles from "./Leader.module.css";
import { mainReason, type Reason } from "./main-reason.ts";
import { percentOf } from "./shares.ts";
import { leaderTexts } from "./texts.ts";

type Weak = Answer<"getWorkbench">["weakest"][number];

/** The branches furthest from what they should be, each with what weighs most; the rest of it is one tap away. */
export function Weakest({ weakest }: { weakest: readonly Weak[] }) {
  const t = useTexts(leaderTexts);
  if (weakest.length === 0) return <Empty title={t("noWeak")} text={t("noWeakText")} />;
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{t("branch")}</th>
          <th>{t("where")}</th>
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
  const main = useMainReason();
  const [open, setOpen] = useState(false);
  const details = useId();
  const { organizationId, organizationName: name } = weak;
  return (
    <>
      <tr>
        <td>
          <Link to="/" search={also({ org: organizationId })} className="link" aria-label={name} title={name}>
            {shortBranchName(name)}
          </Link>
        </td>
        <td>
          <button
            type="button"
            className={styles.why}
            aria-expanded={open}
            aria-controls={open ? details : undefined}
            onClick={() => setOpen(!open)}
          >
            <Shape name="diamond" />
            <span>{main(weak.reasons)}</span>
            <Icon name={open ? "up" : "down"} size={16} />
          </button>
        </td>
      </tr>
      {open && (
        <tr id={details}>
          <td colSpan={2}>
            <Details weak={weak} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Everything that is missing, since when, and the way to the score. */
function Details({ weak: { organizationId, reasons, total } }: { weak: Weak }) {
  const t = useTexts(leaderTexts);
  const language = useLanguage();
  const reason = useReason();
  return (
    <ul className={styles.details}>
      {reasons.map((one) => (
        <li key={JSON.stringify(one)}>
          {reason(one)}
          {one.since && <span className="note"> {t("sinceDay", { date: wordDay(language, one.since) })}</span>}
        </li>
      ))}
      <li>
        <Link to="." search={also({ score: organizationId })} className="link">
          {total === null ? t("openScore") : t("openScoreOf", { total })}
        </Link>
      </li>
    </ul>
  );
}

function useMainReason(): (reasons: readonly Reason[]) => string {
  const t = useTexts(leaderTexts);
  const words = useWords();
  return (reasons) => {
    const main = mainReason(reasons);
    if (main === null) return t("whyPoints");
    if (main.kind !== "overdue") return t(main.kind === "attendance" ? "whyAttendance" : "whyStandard", main);
    const { count, templateName } = main;
    return templateName ? t("whyOverdueOf", { name: words(templateName), count }) : t("whyOverdue", { count });
  };
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
