import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { ReactNode } from "react";
import { wordInstant } from "../../../app/frame/months.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import type { ShapeName } from "../../../ui/Shape.tsx";
import { Tag, type Tone } from "../../../ui/Tag.tsx";
import styles from "./Disputes.module.css";
import { disputeTexts } from "./texts.ts";

export type Dispute = Answer<"listDisputes">["items"][number];

const looks: Record<Dispute["state"], { tone: Tone; shape: ShapeName }> = {
  open: { tone: "warn", shape: "diamond" },
  upheld: { tone: "good", shape: "tick" },
  rejected: { tone: "neutral", shape: "square" },
};

export function DisputeState({ state }: { state: Dispute["state"] }) {
  const t = useTexts(disputeTexts);
  return <Tag {...looks[state]}>{t(state)}</Tag>;
}

/** What was objected to and why, and what was answered; upheld, the total before and after. */
export function DisputeCard({ dispute, children }: { dispute: Dispute; children?: ReactNode }) {
  const t = useTexts(disputeTexts);
  const language = useLanguage();
  const words = useWords();
  const { answer, answeredAt } = dispute;
  return (
    <article className={styles.dispute}>
      <p className={styles.head}>
        <b>{words(dispute.lineName)}</b>
        <DisputeState state={dispute.state} />
        <span className="note">
          {t("raisedBy", { name: dispute.openedBy, time: wordInstant(language, dispute.openedAt) })}
        </span>
      </p>
      <p className={styles.words}>{dispute.reason}</p>
      {answer !== null && answeredAt !== null && (
        <div className={styles.answer}>
          <p className="note">
            {t("answeredBy", { name: dispute.answeredBy ?? "", time: wordInstant(language, answeredAt) })}
          </p>
          <p className={styles.words}>{answer}</p>
          {dispute.totalBefore !== null && dispute.totalAfter !== null && (
            <p>
              {t("totalWas")} <b>{dispute.totalBefore}</b> <span aria-hidden="true">→</span>
              <span className="sr">{t("became")}</span> <b>{dispute.totalAfter}</b>
            </p>
          )}
        </div>
      )}
      {children}
    </article>
  );
}
