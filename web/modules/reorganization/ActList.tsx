import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { useState } from "react";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Shape } from "../../ui/Shape.tsx";
import { Notice } from "../../ui/States.tsx";
import type { RefusalOfPlan } from "./Preview.tsx";
import { without } from "./plan-edits.ts";
import type { Basis, PlanAct } from "./plan-tree.ts";
import styles from "./Studio.module.css";
import { actTexts, studioTexts } from "./texts.ts";
import { namesOf, useActWords } from "./use-act-words.ts";

type Props = {
  basis: Basis;
  acts: readonly PlanAct[];
  /** What the last look said against the plan as it stands. */
  refusals: readonly RefusalOfPlan[];
  onPlan: (acts: PlanAct[]) => void;
  onBack: (() => void) | null;
};
const most = 50;

/** The acts in their order, each with what speaks against it; any of them can be left out again. */
export function ActList({ basis, acts, refusals, onPlan, onBack }: Props) {
  const t = useTexts(studioTexts);
  const [all, setAll] = useState(false);
  const names = namesOf(basis, acts);
  const words = useActWords(names);
  const of = (number: number | null) =>
    refusals.filter(({ values }) => (typeof values.act === "number" ? values.act : null) === number);
  const shown = acts
    .map((act, at) => ({ act, at, against: of(at + 1) }))
    .filter(({ at, against }) => all || at < most || against.length > 0);
  const key = (act: PlanAct, at: number) => (act.act === "create" ? act.id : `${act.act} ${at}`);
  return (
    <Card
      title={t("acts")}
      note={t("actCount", { count: acts.length })}
      action={
        onBack && (
          <Button kind="text" onClick={onBack}>
            {t("back")}
          </Button>
        )
      }
    >
      {of(null).length > 0 && (
        <Notice>
          <RefusalList refusals={of(null)} names={names} />
        </Notice>
      )}
      {acts.length === 0 && <p className="quiet">{t("noActs")}</p>}
      <ol className={styles.actList}>
        {shown.map(({ act, at, against }) => (
          <li key={key(act, at)} data-refused={against.length > 0 ? "" : undefined}>
            <span className="note">{at + 1}</span>
            <span className={styles.actWords}>
              <span>{words(act)}</span>
              <RefusalList refusals={against} names={names} />
            </span>
            <Button
              kind="text"
              aria-label={t("leaveOut", { act: words(act) })}
              onClick={() => onPlan(without(acts, at))}
            >
              {t("remove")}
            </Button>
          </li>
        ))}
      </ol>
      {shown.length < acts.length && (
        <Button onClick={() => setAll(true)}>{t("allActs", { count: acts.length })}</Button>
      )}
    </Card>
  );
}

function RefusalList({ refusals, names }: { refusals: readonly RefusalOfPlan[]; names: ReadonlyMap<string, string> }) {
  const t = useTexts(actTexts);
  const language = useLanguage();
  if (refusals.length === 0) return null;
  return (
    <span className={styles.refusals}>
      {refusals.map(({ code, values }) => {
        const about = [values.organization, values.child, values.person, values.unit]
          .map((id) => (typeof id === "string" ? names.get(id) : undefined))
          .filter((name) => name !== undefined);
        return (
          <span key={`${code} ${JSON.stringify(values)}`} className={styles.refusal}>
            <Shape name="diamond" />
            <span>
              {wordRefusal(language, code, values)}
              {about.length > 0 && <span className="note"> {t("about", { names: about.join(" · ") })}</span>}
            </span>
          </span>
        );
      })}
    </span>
  );
}
