import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { TextArea } from "../../../ui/Field.tsx";
import { useKeptText } from "../../../ui/kept-text.ts";
import { RefusalNotice } from "../../../ui/States.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { Corrections } from "./Corrections.tsx";
import { correctionOf, isEmpty, noEdits } from "./correction.ts";
import type { Dispute } from "./DisputeCard.tsx";
import styles from "./Disputes.module.css";
import { Replay } from "./Replay.tsx";
import { disputeTexts } from "./texts.ts";

const outcomes = ["upheld", "rejected"] as const;

/** Upholds with reversing entries after seeing the score before and after, or rejects with reasons. */
export function AnswerDispute({ dispute, onDone }: { dispute: Dispute; onDone: () => void }) {
  const t = useTexts(disputeTexts);
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>("upheld");
  const [edits, setEdits] = useState(noEdits);
  const [answer, setAnswer, forgetAnswer] = useKeptText(`dispute ${dispute.id}`);
  const send = useMutation({
    mutationFn: () =>
      call("answerDispute", {
        params: { disputeId: dispute.id },
        body: outcome === "upheld" ? { outcome, answer, ...correctionOf(edits) } : { outcome, answer },
      }),
    onSuccess: async () => {
      forgetAnswer();
      await Promise.all(
        ["listDisputes", "getScore", "getBoard", "listPeriods", "listScoreFacts"].map((name) =>
          client.invalidateQueries({ queryKey: [name] }),
        ),
      );
      onDone();
    },
  });
  const upholding = outcome === "upheld";
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <h2>{t("answerIt")}</h2>
      <Choice
        label={t("answerIt")}
        options={outcomes.map((key) => ({ key, label: t(key === "upheld" ? "uphold" : "reject") }))}
        value={outcome}
        onChange={setOutcome}
      />
      {upholding && (
        <>
          <Corrections dispute={dispute} edits={edits} onChange={setEdits} />
          <Replay dispute={dispute} edits={edits} />
        </>
      )}
      <TextArea
        label={t("answer")}
        hint={t("answerHint")}
        required
        most={500}
        value={answer}
        error={problemsByField(send.error).answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
      {send.isError && <RefusalNotice error={send.error} doing="writing" />}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" busy={send.isPending} disabled={upholding && isEmpty(edits)}>
          {t(upholding ? "sendUpheld" : "sendRejected")}
        </Button>
      </div>
    </form>
  );
}
