import { reviewCriteria } from "@dutyloop/domain/standards/template-policy.ts";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { useTexts } from "../../app/language/texts.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { TextArea, TextField } from "../../ui/Field.tsx";
import type { TemplateOfPage } from "./template-words.ts";
import { standardsTexts } from "./texts.ts";
import { useTemplateAct } from "./use-template-act.ts";

type Props = { template: TemplateOfPage; ownerId: string; onClose: () => void };

/** One reviewer's scores by the three criteria; sent again, they replace his own. */
export function ReviewSheet({ template, ownerId, onClose }: Props) {
  const t = useTexts(standardsTexts);
  const [scores, setScores] = useState({ practicality: "", conformity: "", relevance: "" });
  const [note, setNote] = useState("");
  const params = { organizationId: ownerId, code: template.body.code, version: template.version };
  const score = (text: string) => (/^\d{1,3}$/.test(text) ? Number(text) : Number.NaN);
  const body = {
    practicality: score(scores.practicality),
    conformity: score(scores.conformity),
    relevance: score(scores.relevance),
    note,
  };
  const act = useTemplateAct(() => call("reviewTemplate", { params, body }), onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet title={t("review")} confirm={t("send")} cancel={t("cancel")} act={act} onClose={onClose}>
      <p className="quiet">{t("reviewAbout")}</p>
      {reviewCriteria.map((criterion) => (
        <TextField
          key={criterion}
          label={t(criterion)}
          type="number"
          inputMode="numeric"
          required
          min={0}
          max={100}
          value={scores[criterion]}
          error={problems[criterion]}
          onChange={(event) => setScores((now) => ({ ...now, [criterion]: event.target.value }))}
        />
      ))}
      <TextArea
        label={t("note")}
        optional
        most={500}
        value={note}
        error={problems.note}
        onChange={(event) => setNote(event.target.value)}
      />
    </AskSheet>
  );
}
