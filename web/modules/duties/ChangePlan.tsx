import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { newId } from "../../app/api/new-id.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { TextArea, TextField } from "../../ui/Field.tsx";
import { RefusalNotice } from "../../ui/States.tsx";
import { PlanDifference } from "./PlanDifference.tsx";
import { PlanLines } from "./PlanLines.tsx";
import { PlanProgress } from "./PlanProgress.tsx";
import styles from "./Plans.module.css";
import { isWhole, sentLines, type TypedLine, typedLine } from "./plan-lines.ts";
import { planTexts } from "./plan-texts.ts";

type Plan = Answer<"getPlan">;

/** A change of an issued plan on its way: typed, its difference looked at, issued with a reason. */
export function ChangePlan({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const t = useTexts(planTexts);
  const client = useQueryClient();
  const standing = plan.lines.filter(({ retiredAt }) => retiredAt === null);
  const [lines, setLines] = useState<readonly TypedLine[]>(() => standing.map(typedLine));
  const [from, setFrom] = useState(() => firstDay(plan));
  const [reason, setReason] = useState("");
  const params = { planId: plan.id };
  const body = { lines: sentLines(lines), from };
  const preview = useMutation({
    mutationFn: (asked: typeof body) => call("previewPlanChange", { params, body: asked }),
  });
  const change = useMutation({
    mutationFn: (asked: typeof body & { reason: string; digest: string; progress: string }) =>
      call("changePlan", { params, body: asked }),
    onSuccess: async () => {
      const shown = ["getPlan", "listPlans", "listObligations"];
      await Promise.all(shown.map((key) => client.invalidateQueries({ queryKey: [key] })));
      onClose();
    },
  });
  const forget = () => {
    preview.reset();
    change.reset();
  };
  const ready = lines.some(({ out }) => !out) && lines.every((line) => line.out || isWhole(line)) && from !== "";
  const problems = problemsByField(preview.error);
  const error = change.error ?? (problems.from ? null : preview.error);
  return (
    <Card title={t("change")} note={t("changeAbout")}>
      <div className={styles.part}>
        <PlanLines
          lines={lines}
          year={plan.year}
          onChange={(next) => {
            forget();
            setLines(next);
          }}
        />
        <div className={styles.fields}>
          <TextField
            label={t("from")}
            hint={t("fromHint")}
            type="date"
            required
            min={firstDay(plan)}
            max={`${plan.year}-12-31`}
            value={from}
            error={problems.from}
            onChange={(event) => {
              forget();
              setFrom(event.target.value);
            }}
          />
        </div>
        {error !== null && <RefusalNotice error={error} doing="writing" />}
        <div className={styles.acts}>
          <Button busy={preview.isPending} disabled={!ready || change.isPending} onClick={() => preview.mutate(body)}>
            {t(preview.data ? "previewAgain" : "preview")}
          </Button>
          <Button kind="text" onClick={onClose}>
            {t("cancel")}
          </Button>
        </div>
        {preview.data && (
          <>
            <PlanDifference lines={preview.data.lines} />
            <TextArea
              label={t("reason")}
              required
              most={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <div className={styles.acts}>
              <Button
                kind="primary"
                busy={change.isPending}
                disabled={reason.trim() === ""}
                onClick={() => {
                  const { digest } = preview.data;
                  change.mutate({ ...preview.variables, reason: reason.trim(), digest, progress: newId() });
                }}
              >
                {t("changeNow")}
              </Button>
            </div>
            {change.isPending && <PlanProgress id={change.variables.progress} />}
          </>
        )}
      </div>
    </Card>
  );
}

/** A change begins with the present month at the earliest. */
function firstDay({ year, today }: Plan): string {
  const month = today.slice(0, 7) > `${year}-01` ? today.slice(0, 7) : `${year}-01`;
  return `${month}-01`;
}
