import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { newId } from "../../app/api/new-id.ts";
import { ask } from "../../app/api/queries.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Notice, RefusalNotice } from "../../ui/States.tsx";
import { PlanCost } from "./PlanCost.tsx";
import { PlanLines } from "./PlanLines.tsx";
import { PlanProgress } from "./PlanProgress.tsx";
import styles from "./Plans.module.css";
import { emptyLine, isWhole, linesForYear, numbered, sentLines, type TypedLine } from "./plan-lines.ts";
import { planTexts } from "./plan-texts.ts";
import { useTemplateName } from "./template-name.ts";

/** A plan on its way: typed, looked at, issued. What was looked at is what is issued. */
export function NewPlan({ organizationId }: { organizationId: string }) {
  const t = useTexts(planTexts);
  const templateName = useTemplateName();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { today } = useSession();
  const plans = useQuery(ask("listPlans", {}));
  const own = plans.data?.items.filter((plan) => plan.organizationId === organizationId) ?? [];
  const [typedYear, setYear] = useState<string | null>(null);
  const year = typedYear ?? String(firstYearWithout(own, Number(today.slice(0, 4))));
  const [name, setName] = useState("");
  const [lines, setLines] = useState<readonly TypedLine[]>([emptyLine()]);
  const number = Number(year);
  const usual = t("usualName", { year });
  const body = { year: number, lines: sentLines(lines) };
  const preview = useMutation({
    mutationFn: (asked: typeof body) => call("previewPlan", { params: { organizationId }, body: asked }),
  });
  const issue = useMutation({
    mutationFn: (asked: typeof body & { name: string; progress: string }) =>
      call("issuePlan", { body: { organizationId, ...asked } }),
    onSuccess: async ({ planId }) => {
      await Promise.all(["listPlans", "listObligations"].map((key) => client.invalidateQueries({ queryKey: [key] })));
      void navigate({ to: "/duties/plans/$planId", params: { planId } });
    },
  });
  const earlier = own.find((plan) => plan.year < number);
  const copy = useMutation({
    mutationFn: (planId: string) => call("getPlan", { params: { planId } }),
    onSuccess: (plan) => change(linesForYear(plan.lines, number)),
  });
  const change = (next: readonly TypedLine[]) => {
    preview.reset();
    issue.reset();
    setLines(next);
  };
  const overdue = (preview.data?.cost ?? [])
    .filter(({ month }) => month < today.slice(0, 7))
    .reduce((sum, { duties }) => sum + duties, 0);
  const ready = lines.some(({ out }) => !out) && lines.every(isWhole) && number >= 2000 && number <= 2100;
  const error = issue.error ?? preview.error ?? copy.error;
  return (
    <>
      <Card>
        <div className={styles.part}>
          <div className={styles.fields}>
            <TextField
              label={t("year")}
              type="number"
              required
              min={2000}
              max={2100}
              value={year}
              onChange={(event) => {
                preview.reset();
                setYear(event.target.value);
              }}
            />
            <TextField
              label={t("name")}
              most={100}
              placeholder={usual}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          {earlier && lines.every(({ templateCode }) => templateCode === "") && (
            <div className={styles.acts}>
              <Button busy={copy.isPending} onClick={() => copy.mutate(earlier.id)}>
                {t("asLastYear", { year: earlier.year })}
              </Button>
            </div>
          )}
          <PlanLines lines={lines} year={number} onChange={change} />
          {error !== null && <RefusalNotice error={error} doing="writing" />}
          <div className={styles.acts}>
            <Button busy={preview.isPending} disabled={!ready || issue.isPending} onClick={() => preview.mutate(body)}>
              {t(preview.data ? "previewAgain" : "preview")}
            </Button>
            {preview.data && (
              <Button
                kind="primary"
                busy={issue.isPending}
                onClick={() => issue.mutate({ ...preview.variables, name: name.trim() || usual, progress: newId() })}
              >
                {t("issue")}
              </Button>
            )}
            {!ready && <span className="note">{t("notReady")}</span>}
          </div>
          {overdue > 0 && <Notice tone="warn">{t("overdueAtOnce", { count: overdue })}</Notice>}
          {issue.isPending && <PlanProgress id={issue.variables.progress} />}
        </div>
      </Card>
      {preview.data && (
        <Card title={t("makes", { duties: preview.data.duties, organizations: preview.data.organizations })}>
          <div className={styles.part}>
            <table className="table">
              <thead>
                <tr>
                  <th>{t("template")}</th>
                  <th className="right">{t("duties")}</th>
                  <th className="right">{t("organizations")}</th>
                  <th className="right">{t("fields")}</th>
                </tr>
              </thead>
              <tbody>
                {numbered(preview.data.lines).map((line) => (
                  <tr key={line.number}>
                    <td>{templateName(line.templateCode)}</td>
                    <td className="right">{line.duties}</td>
                    <td className="right">{line.organizations}</td>
                    <td className="right">{line.fields}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {preview.data.overlaps.length > 0 && (
              <Notice tone="calm">
                {t("overlaps")}{" "}
                {preview.data.overlaps
                  .map(({ planName, templateCode }) =>
                    t("overlap", { plan: planName, template: templateName(templateCode) }),
                  )
                  .join(t("separator"))}
              </Notice>
            )}
            <PlanCost cost={preview.data.cost} />
          </div>
        </Card>
      )}
    </>
  );
}

/** This year, or the first after it for which there is no plan yet. */
function firstYearWithout(plans: readonly { readonly year: number }[], thisYear: number): number {
  for (let year = thisYear; ; year += 1) if (!plans.some((plan) => plan.year === year)) return year;
}
