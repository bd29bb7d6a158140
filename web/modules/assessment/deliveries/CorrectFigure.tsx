import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { daysOf } from "../../../app/frame/months.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { TextArea, TextField } from "../../../ui/Field.tsx";
import { useKeptText } from "../../../ui/kept-text.ts";
import { RefusalNotice } from "../../../ui/States.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { BeforeAfter } from "./BeforeAfter.tsx";
import { type DeliveredFigure, type Entries, insteadOf, typedOf } from "./correction.ts";
import styles from "./Figures.module.css";
import { figureTexts } from "./figure-texts.ts";
import { useFiguresRefresh } from "./refresh-figures.ts";

const ways = ["replace", "takeBack"] as const;
const number = String.raw`-?\d{1,12}(\.\d{1,8})?`;
type Props = {
  figure: DeliveredFigure;
  source: string;
  month: string;
  entries: Entries;
  onCancel: () => void;
  onDone: (sentence: string) => void;
};

/** Another value in the place of a wrong one, or none, with the reason; before and after are shown first. */
export function CorrectFigure({ figure, source, month, entries, onCancel, onDone }: Props) {
  const t = useTexts(figureTexts);
  const refresh = useFiguresRefresh();
  const { today } = useSession();
  const [way, setWay] = useState<(typeof ways)[number]>("replace");
  const { factId, organizationId } = figure;
  const delivered = typedOf(figure);
  const [quantity, setQuantity, forgetQuantity] = useKeptText(`figure ${factId} quantity`, delivered.quantity);
  const [base, setBase, forgetBase] = useKeptText(`figure ${factId} base`, delivered.base);
  const [occurredOn, setDay, forgetDay] = useKeptText(`figure ${factId} day`, delivered.occurredOn);
  const [reason, setReason, forgetReason] = useKeptText(`figure ${factId} reason`);
  const typed = { quantity, base, occurredOn };
  const instead = way === "replace" ? insteadOf(figure, typed) : null;
  const correct = useMutation({
    mutationFn: () =>
      call("correctFigure", { params: { organizationId }, body: { source, month, factId, instead, reason } }),
    onSuccess: async ({ afterClose }) => {
      for (const forget of [forgetQuantity, forgetBase, forgetDay, forgetReason]) forget();
      await refresh();
      onDone(t(afterClose ? "correctedLate" : "correctedNow"));
    },
  });
  const problems = problemsByField(correct.error);
  const { from, to } = daysOf(month);
  const days = [to, today].sort();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    correct.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {correct.isError && <RefusalNotice error={correct.error} doing="writing" />}
      <Choice
        label={t("how")}
        options={ways.map((key) => ({ key, label: t(key) }))}
        value={way}
        onChange={(key) => {
          setWay(key);
          correct.reset();
        }}
      />
      {way === "replace" && (
        <div className={styles.fields}>
          <TextField
            label={t("quantity")}
            required
            inputMode="decimal"
            pattern={number}
            wrong={t("numberWrong")}
            value={quantity}
            error={problems["instead.quantity"] ?? problems.instead}
            onChange={(event) => setQuantity(event.target.value.trim())}
          />
          {figure.base !== null && (
            <TextField
              label={t("base")}
              required
              inputMode="decimal"
              pattern={number}
              wrong={t("numberWrong")}
              value={base}
              error={problems["instead.base"]}
              onChange={(event) => setBase(event.target.value.trim())}
            />
          )}
          <TextField
            label={t("day")}
            type="date"
            required
            min={from}
            max={days[0]}
            value={occurredOn}
            error={problems["instead.occurredOn"]}
            onChange={(event) => setDay(event.target.value)}
          />
        </div>
      )}
      <TextArea
        label={t("why")}
        hint={t("whyHint")}
        required
        most={500}
        value={reason}
        error={problems.reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <BeforeAfter before={delivered} after={way === "replace" ? typed : null} />
      <p className="quiet">{t(entries === "closed" ? "effect_closed" : "effect_open")}</p>
      <div className={styles.actions}>
        <Button onClick={onCancel}>{t("cancel")}</Button>
        <Button kind="primary" type="submit" busy={correct.isPending}>
          {t(way === "replace" ? "sendCorrection" : "sendTakeBack")}
        </Button>
      </div>
    </form>
  );
}
