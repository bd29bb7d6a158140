import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { call } from "../../../app/api/client.ts";
import { usePages } from "../../../app/api/queries.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { wordDay } from "../../../app/frame/months.ts";
import { without } from "../../../app/frame/search.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { SelectField, TextArea } from "../../../ui/Field.tsx";
import { RefusalNotice } from "../../../ui/States.tsx";
import { useFactTitle } from "./fact-title.ts";
import styles from "./Score.module.css";
import type { Score } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

/** Which line, which fact if one, and why: what an organisation says against its own score. */
export function RaiseDispute({ score, onClose }: { score: Score; onClose: () => void }) {
  const t = useTexts(scoreTexts);
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const leaves = score.lines.filter(({ kind }) => kind === "leaf");
  const [line, setLine] = useState(leaves.find(({ code }) => code === search.line)?.code ?? leaves[0]?.code ?? "");
  const [factId, setFactId] = useState(search.fact ?? "");
  const [reason, setReason] = useState("");
  const close = () => {
    void navigate({ to: ".", search: without("fact"), replace: true });
    onClose();
  };
  const raise = useMutation({
    mutationFn: () =>
      call("raiseDispute", {
        params: { organizationId: score.organizationId },
        body: { scheme: score.scheme.code, period: score.period, line, factId: factId || null, reason },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["listDisputes"] });
      close();
    },
  });
  const problems = problemsByField(raise.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    raise.mutate();
  };
  return (
    <form className={styles.stack} onSubmit={submit}>
      <h2>{t("raise")}</h2>
      {raise.isError && <RefusalNotice error={raise.error} doing="writing" />}
      <SelectField
        label={t("disputedLine")}
        value={line}
        error={problems.line}
        onChange={(event) => {
          setLine(event.target.value);
          setFactId("");
        }}
      >
        {leaves.map((leaf) => (
          <option key={leaf.code} value={leaf.code}>
            {words(leaf.name)} {leaf.points ?? "–"} / {leaf.fullMarks}
          </option>
        ))}
      </SelectField>
      <FactSelect score={score} line={line} value={factId} error={problems.factId} onChange={setFactId} />
      <TextArea
        label={t("disputeReason")}
        hint={t("disputeReasonHint")}
        required
        most={500}
        value={reason}
        error={problems.reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.actions}>
        <Button onClick={close}>{t("cancel")}</Button>
        <Button kind="primary" type="submit" busy={raise.isPending}>
          {t("sendDispute")}
        </Button>
      </div>
    </form>
  );
}

type FactProps = {
  score: Score;
  line: string;
  value: string;
  error: string | undefined;
  onChange: (id: string) => void;
};

function FactSelect({ score, line, value, error, onChange }: FactProps) {
  const t = useTexts(scoreTexts);
  const language = useLanguage();
  const titleOf = useFactTitle();
  const { organizationId, period, scheme, periodVersion } = score;
  const { query, items } = usePages("listScoreFacts", {
    params: { organizationId, period, lineCode: line },
    query: { scheme: scheme.code, version: periodVersion },
  });
  return (
    <SelectField
      label={t("disputedFact")}
      hint={t("disputedFactHint")}
      optional
      source={query}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t("wholeLine")}</option>
      {items
        .filter(({ sign }) => sign > 0)
        .map((fact) => {
          const { title, kind } = titleOf(fact);
          return (
            <option key={fact.id} value={fact.id}>
              {wordDay(language, fact.occurredOn)} {title === kind ? title : `${title} · ${kind}`}
            </option>
          );
        })}
    </SelectField>
  );
}
