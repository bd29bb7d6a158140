import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { useTexts } from "../../app/language/texts.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice, RefusalNotice } from "../../ui/States.tsx";
import { EffectsView } from "./EffectsView.tsx";
import styles from "./Studio.module.css";
import type { DraftOfStudio } from "./Studio.tsx";
import type { StudioDraft } from "./studio-draft.ts";
import { studioTexts } from "./texts.ts";
import { useForgetTree } from "./use-forget-tree.ts";

type Previewed = Answer<"previewReorganization">;
export type RefusalOfPlan = Previewed["refusals"][number];

/** What the plan would do, as it was last asked; another plan has to be asked about anew. */
export function usePreview(organizationId: string, draft: StudioDraft) {
  const [seen, setSeen] = useState<{ draft: StudioDraft; answer: Previewed } | null>(null);
  const look = useMutation({
    mutationFn: (asked: StudioDraft) =>
      call("previewReorganization", { params: { organizationId }, body: bodyOf(asked) }),
    onSuccess: (answer, asked) => setSeen({ draft: asked, answer }),
  });
  const answer = seen?.draft === draft ? seen.answer : null;
  return {
    look: () => look.mutate(draft),
    isPending: look.isPending,
    error: look.error,
    answer,
    outdated: seen !== null && answer === null,
    refusals: answer?.refusals ?? [],
  };
}

function bodyOf({ name, decision, effectiveOn, acts }: StudioDraft) {
  return { name: name.trim(), decision: decision.trim(), effectiveOn, acts };
}

type Props = { organizationId: string; studio: DraftOfStudio; preview: ReturnType<typeof usePreview> };

/** Everything that would follow, then the one act that does it. */
export function Preview({ organizationId, studio, preview }: Props) {
  const t = useTexts(studioTexts);
  const [asking, setAsking] = useState(false);
  const { draft } = studio;
  const { answer, error, outdated, refusals } = preview;
  const named = draft.name.trim() !== "" && draft.decision.trim() !== "";
  const digest = answer?.digest ?? null;
  return (
    <Card
      title={t("preview")}
      action={
        <Button
          kind={digest === null ? "primary" : "quiet"}
          busy={preview.isPending}
          disabled={!named || draft.acts.length === 0}
          onClick={preview.look}
        >
          {t("look")}
        </Button>
      }
    >
      {!named && <p className="quiet">{t("nameFirst")}</p>}
      {named && answer === null && !outdated && error === null && <p className="quiet">{t("lookFirst")}</p>}
      {outdated && <Notice tone="calm">{t("outdated")}</Notice>}
      {error !== null && !answer && <RefusalNotice error={error} />}
      {refusals.length > 0 && <Notice>{t("refused", { count: refusals.length })}</Notice>}
      {answer?.effects && (
        <div className={styles.effects}>
          <EffectsView effects={answer.effects} />
          <div className={styles.acts}>
            <Button kind="primary" onClick={() => setAsking(true)}>
              {t("apply")}
            </Button>
          </div>
        </div>
      )}
      {asking && digest !== null && answer?.effects && (
        <Apply
          organizationId={organizationId}
          studio={studio}
          digest={digest}
          effects={answer.effects}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}

type ApplyProps = {
  organizationId: string;
  studio: DraftOfStudio;
  digest: string;
  effects: NonNullable<Previewed["effects"]>;
  onClose: () => void;
};

/** Names decision and extent once more, and applies exactly what was shown. */
function Apply({ organizationId, studio, digest, effects, onClose }: ApplyProps) {
  const t = useTexts(studioTexts);
  const navigate = useNavigate();
  const forgetTree = useForgetTree();
  const { draft, forget } = studio;
  const apply = useMutation({
    mutationFn: () => call("applyReorganization", { params: { organizationId }, body: { ...bodyOf(draft), digest } }),
    onSuccess: async ({ id }) => {
      forget();
      await navigate({ to: "/reorganizations/$reorganizationId", params: { reorganizationId: id } });
      await forgetTree();
    },
  });
  return (
    <AskSheet
      title={t("applyTitle", { name: draft.name })}
      confirm={t("apply")}
      cancel={t("cancel")}
      act={{ mutate: () => apply.mutate(), isPending: apply.isPending, error: apply.error }}
      onClose={onClose}
    >
      <p>{t("applyBy", { decision: draft.decision })}</p>
      <p>
        {t("applyWhat", {
          ended: effects.ended.length,
          begun: effects.begun.length,
          members: effects.membersMoved.length,
          waived: effects.dutiesWaived,
        })}
      </p>
      <p className="quiet">{t("applyOne")}</p>
    </AskSheet>
  );
}
