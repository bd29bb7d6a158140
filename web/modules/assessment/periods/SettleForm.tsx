import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Bar } from "../../../ui/Bar.tsx";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { useKeptText } from "../../../ui/kept-text.ts";
import { RefusalNotice } from "../../../ui/States.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import styles from "./Periods.module.css";
import { keyOf, type Leaf, type SettledLeaf } from "./pending-leaf.ts";
import { refreshSettled } from "./refresh-settled.ts";
import { periodTexts } from "./texts.ts";

const outcomes = ["not_applicable", "value", "zero"] as const;
type Props<L extends Leaf> = {
  period: string;
  leaves: readonly L[];
  /** How they were settled before, where that is to be replaced. */
  before?: Pick<SettledLeaf, "outcome" | "value" | "reason">;
  onSettled: (leaf: L) => void;
};

/** One outcome and one reason for all chosen leaves; each is settled and kept on its own. */
export function SettleForm<L extends Leaf>({ period, leaves, before, onSettled }: Props<L>) {
  const t = useTexts(periodTexts);
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>(before?.outcome ?? "not_applicable");
  const kept = before && leaves[0] ? `settle ${period} ${keyOf(leaves[0])}` : `settle ${period}`;
  const [value, setValue, forgetValue] = useKeptText(`${kept} value`, before?.value ?? "");
  const [reason, setReason, forgetReason] = useKeptText(`${kept} reason`, before?.reason);
  const [progress, setProgress] = useState({ done: 0, of: 0 });
  const settle = useMutation({
    mutationFn: async (asked: readonly L[]) => {
      setProgress({ done: 0, of: asked.length });
      for (const leaf of asked) {
        const { organizationId, scheme, line } = leaf;
        const body = { scheme: scheme.code, period, line, outcome, value: outcome === "value" ? value : null, reason };
        await call("settleLeaf", { params: { organizationId }, body });
        setProgress(({ done, of }) => ({ done: done + 1, of }));
        onSettled(leaf);
      }
    },
    onSuccess: () => {
      forgetValue();
      forgetReason();
    },
    // Those before a refused one are settled all the same.
    onSettled: () => refreshSettled(client),
  });
  const unchanged =
    before !== undefined &&
    before.outcome === outcome &&
    before.reason === reason.trim() &&
    (outcome !== "value" || before.value === value);
  const problems = problemsByField(settle.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    settle.mutate(leaves);
  };
  return (
    <form className={styles.settle} onSubmit={submit}>
      <Choice
        label={t("outcome")}
        options={outcomes.map((key) => ({ key, label: t(key) }))}
        value={outcome}
        onChange={setOutcome}
      />
      {outcome === "value" && (
        <TextField
          label={t("valueOf")}
          hint={t("valueHint")}
          required
          inputMode="decimal"
          pattern="-?\d{1,12}(\.\d{1,8})?"
          wrong={t("valueWrong")}
          value={value}
          error={problems.value}
          onChange={(event) => setValue(event.target.value.trim())}
        />
      )}
      <TextField
        label={t("reason")}
        required
        most={500}
        value={reason}
        error={problems.reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {settle.isError && <RefusalNotice error={settle.error} doing="writing" />}
      {settle.isPending && (
        <div className={styles.progress} role="status">
          <span className="note">{t("settledSoFar", progress)}</span>
          <Bar share={progress.of === 0 ? 1 : progress.done / progress.of} tone="info" />
        </div>
      )}
      <Button kind="primary" type="submit" busy={settle.isPending} disabled={leaves.length === 0 || unchanged}>
        {leaves.length === 0
          ? t("chooseFirst")
          : unchanged
            ? t("changeFirst")
            : t(before ? "settleNew" : "settle", { count: leaves.length, outcome: t(outcome) })}
      </Button>
    </form>
  );
}
