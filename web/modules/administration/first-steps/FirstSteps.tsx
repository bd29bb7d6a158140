import type { FirstStep } from "@dutyloop/domain/operation/first-steps-things.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../../../app/api/queries.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./FirstSteps.module.css";
import { firstStepTexts } from "./texts.ts";

const places = {
  accounts: "/admin/accounts",
  grants: "/admin/grants",
  roster: "/imports",
  appointments: "/organizations",
  plan: "/duties/plans/new",
  scheme: "/board/schemes",
} as const satisfies Record<FirstStep, string>;

/** What a new group still has to do, on the first page of those who do it. It goes by itself when everything is there. */
export default function FirstSteps() {
  const t = useTexts(firstStepTexts);
  const { data } = useQuery({ ...ask("getFirstSteps", {}), staleTime: 0 });
  const steps = data?.steps ?? [];
  if (steps.length === 0) return null;
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done && step.mine)?.step;
  return (
    <Card title={t("title")} note={t("count", { done, of: steps.length })} className={styles.card}>
      <ol className={styles.steps}>
        {steps.map(({ step, done: isDone, mine }) => (
          <li key={step} aria-current={step === next ? "step" : undefined}>
            <span className={styles.words}>
              {isDone || !mine ? (
                <b>{t(step)}</b>
              ) : (
                <Link to={places[step]} className="link">
                  {t(step)}
                </Link>
              )}
              <span className="note">{t(`${step}_why`)}</span>
            </span>
            {isDone ? (
              <Tag tone="good" shape="tick">
                {t("done")}
              </Tag>
            ) : (
              <Tag tone={step === next ? "brand" : "neutral"}>{mine ? t("yours") : t(`${step}_who`)}</Tag>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
