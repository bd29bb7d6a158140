import { type TemplateAct, templateActions, templateActs } from "@dutyloop/domain/standards/template-policy.ts";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { Button } from "../../ui/Button.tsx";
import { ReviewSheet } from "./ReviewSheet.tsx";
import styles from "./Standards.module.css";
import type { TemplateOfPage } from "./template-words.ts";
import { standardsTexts } from "./texts.ts";
import { useTemplateAct } from "./use-template-act.ts";

/** The reviews and stages of a version so far, and what can be done with it next. The library's own stay as they are. */
export function StageActs({ template }: { template: TemplateOfPage }) {
  const t = useTexts(standardsTexts);
  const may = useMay();
  const [doing, setDoing] = useState<TemplateAct | "review" | null>(null);
  const { ownerId, stage, reviews, acts } = template;
  const possible = templateActs.filter((act) => act in templateActions[stage]);
  const inReview = stage === "trial" || stage === "acceptance";
  const close = () => setDoing(null);
  return (
    <div className={styles.history}>
      {reviews.means && <p>{t("reviews", { ...reviews.means, reviewers: reviews.reviewers })}</p>}
      {acts.length > 0 && (
        <ul aria-label={t("history")}>
          {acts.map(({ act, doneAt, reason }) => (
            <li key={doneAt} className="note">
              {doneAt.slice(0, 10)} · {t(act)} · {reason}
            </li>
          ))}
        </ul>
      )}
      {ownerId !== null && (
        <div className={styles.tools}>
          {may("template.manage") &&
            possible.map((act) => (
              <Button key={act} kind={act === "withdraw" ? "text" : "quiet"} onClick={() => setDoing(act)}>
                {t(act)}
              </Button>
            ))}
          {may("template.review") && inReview && <Button onClick={() => setDoing("review")}>{t("review")}</Button>}
        </div>
      )}
      {ownerId !== null && doing === "review" && <ReviewSheet template={template} ownerId={ownerId} onClose={close} />}
      {ownerId !== null && doing !== null && doing !== "review" && (
        <MoveSheet template={template} ownerId={ownerId} act={doing} onClose={close} />
      )}
    </div>
  );
}

type Props = { template: TemplateOfPage; ownerId: string; act: TemplateAct; onClose: () => void };

function MoveSheet({ template, ownerId, act, onClose }: Props) {
  const t = useTexts(standardsTexts);
  const { code } = template.body;
  const params = { organizationId: ownerId, code, version: template.version };
  const moving = useTemplateAct((reason) => call("moveTemplate", { params, body: { act, reason } }), onClose);
  return (
    <AskSheet
      title={t(act)}
      reason={{ label: t("reason"), hint: t("reasonHint") }}
      confirm={t(act)}
      cancel={t("cancel")}
      act={moving}
      onClose={onClose}
    />
  );
}
