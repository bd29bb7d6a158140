import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { usePages } from "../../../app/api/queries.ts";
import { wordDay } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Empty, Failed, Loading, Notice } from "../../../ui/States.tsx";
import { DisputeCard } from "../disputes/DisputeCard.tsx";
import { RaiseDispute } from "./RaiseDispute.tsx";
import styles from "./Score.module.css";
import type { Score } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

/** Disputes about this sheet with their answers; in 公示 the organisation raises its own here. */
export function DisputesTab({ score }: { score: Score }) {
  const t = useTexts(scoreTexts);
  const language = useLanguage();
  const may = useMay();
  const { fact } = useSearch({ from: "__root__" });
  const [raising, setRaising] = useState(fact !== undefined);
  const { organizationId, period, scheme } = score;
  const { query, items } = usePages("listDisputes", { params: { organizationId }, query: { period } });
  const own = items.filter((one) => one.organizationId === organizationId && one.scheme.code === scheme.code);
  const possible = score.periodState === "publicity" && may("dispute.raise");
  return (
    <div className={styles.stack}>
      {possible && !raising && (
        <Notice
          tone="calm"
          action={
            <Button kind="primary" onClick={() => setRaising(true)}>
              {t("raise")}
            </Button>
          }
        >
          {t("raiseUntil", { date: score.publicity ? wordDay(language, score.publicity.to) : "" })}
        </Notice>
      )}
      {possible && raising && <RaiseDispute score={score} onClose={() => setRaising(false)} />}
      {query.isPending && <Loading rows={3} />}
      {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && own.length === 0 && !raising && (
        <Empty title={t("noDisputes")} text={t(possible ? "noDisputesText" : "noDisputesClosed")} />
      )}
      {own.map((dispute) => (
        <DisputeCard key={dispute.id} dispute={dispute} />
      ))}
      <MorePages query={query} shown={own.length} />
    </div>
  );
}
