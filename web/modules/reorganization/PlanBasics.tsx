import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Notice, RefusalNotice } from "../../ui/States.tsx";
import styles from "./Studio.module.css";
import type { DraftOfStudio } from "./Studio.tsx";
import { studioTexts } from "./texts.ts";

type Props = { organizationId: string; studio: DraftOfStudio };

/** What the plan is called, on which decision it rests, from which day on; and a plan to begin with. */
export function PlanBasics({ organizationId, studio }: Props) {
  const t = useTexts(studioTexts);
  const { draft, change, restored, kept, startAnew } = studio;
  return (
    <Card title={t("plan")}>
      {restored && (
        <Notice
          tone="calm"
          action={
            <button type="button" className="link" onClick={startAnew}>
              {t("startAnew")}
            </button>
          }
        >
          {t("restored")}
        </Notice>
      )}
      {kept === false && <Notice>{t("notKept")}</Notice>}
      <div className={styles.basics}>
        <TextField
          label={t("name")}
          required
          most={200}
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <TextField
          label={t("decision")}
          hint={t("decisionHint")}
          required
          most={200}
          value={draft.decision}
          onChange={(event) => change({ decision: event.target.value })}
        />
        <TextField
          label={t("effectiveOn")}
          hint={t("effectiveHint")}
          type="date"
          required
          value={draft.effectiveOn}
          onChange={(event) => change({ effectiveOn: event.target.value })}
        />
      </div>
      <Suggestion organizationId={organizationId} studio={studio} />
    </Card>
  );
}

/** 一部门一支部 as a plan to begin with; it takes the place of what was planned. */
function Suggestion({ organizationId, studio }: Props) {
  const t = useTexts(studioTexts);
  const client = useQueryClient();
  const { draft, plan } = studio;
  const [asking, setAsking] = useState(false);
  const [state, setState] = useState<"idle" | "busy" | "none">("idle");
  const [error, setError] = useState<unknown>(null);
  const suggest = async () => {
    setState("busy");
    setError(null);
    try {
      const request = { params: { organizationId }, query: { on: draft.effectiveOn } };
      const { acts } = await client.fetchQuery({ ...ask("suggestReorganization", request), staleTime: 0 });
      setState(acts.length === 0 ? "none" : "idle");
      if (acts.length > 0) plan(acts);
    } catch (failure) {
      setState("idle");
      setError(failure);
    }
    setAsking(false);
  };
  return (
    <div className={styles.suggestion}>
      <Button
        busy={state === "busy"}
        disabled={draft.effectiveOn === ""}
        onClick={() => (draft.acts.length > 0 ? setAsking(true) : void suggest())}
      >
        {t("suggest")}
      </Button>
      <span className="note">{t("suggestHint")}</span>
      {state === "none" && <p role="status">{t("suggestNone")}</p>}
      {error !== null && <RefusalNotice error={error} />}
      {asking && (
        <AskSheet
          title={t("suggest")}
          confirm={t("replace")}
          cancel={t("cancel")}
          act={{ mutate: () => void suggest(), isPending: state === "busy", error: null }}
          onClose={() => setAsking(false)}
        >
          <p>{t("replaceWhat", { count: draft.acts.length })}</p>
        </AskSheet>
      )}
    </div>
  );
}
