import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../../app/api/client.ts";
import { useEditing } from "../../../../app/drafts/DraftContext.ts";
import { type DraftBody, readDraft } from "../../../../app/drafts/draft-text.ts";
import { monthsUpTo, wordMonth } from "../../../../app/frame/months.ts";
import { useLanguage, useWords } from "../../../../app/language/language.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { useSession } from "../../../../app/session/session.ts";
import { Button } from "../../../../ui/Button.tsx";
import { SelectField } from "../../../../ui/Field.tsx";
import { Loading, Notice, useSentence } from "../../../../ui/States.tsx";
import { schemeLines } from "../scheme-tree.ts";
import styles from "./Editor.module.css";
import { Movers } from "./Movers.tsx";
import { editorTexts } from "./texts.ts";
import { useIndicators } from "./use-indicators.ts";

type Props = { organizationId: string; code: string; schemes: Answer<"listSchemes">["items"] };

/** What the draft would have done in past periods: who moves and why. Nothing is saved. */
export function TrialRun({ organizationId, code, schemes }: Props) {
  const t = useTexts(editorTexts);
  const words = useWords();
  const language = useLanguage();
  const sentence = useSentence();
  const { today } = useSession();
  const { body } = useEditing();
  const months = monthsUpTo(today.slice(0, 7), 25).slice(1);
  const [from, setFrom] = useState(months[2] ?? "");
  const [to, setTo] = useState(months[0] ?? "");
  const alike = schemes.filter(({ cadence }) => cadence === (body.cadence ?? "month"));
  const [standing, setStanding] = useState(code);
  const against = alike.some((one) => one.code === standing) ? standing : (alike[0]?.code ?? "");
  const draftedIndicators = useDraftedIndicators(organizationId);
  const trial = useMutation({
    mutationFn: async (tried: DraftBody) => {
      const indicators = await draftedIndicators(tried);
      const answer = await call("simulateScheme", {
        params: { organizationId },
        body: { scheme: against, body: { ...tried }, indicators, from, to },
      });
      return { answer, tried };
    },
  });
  const month = (label: string, value: string, choose: (month: string) => void) => (
    <SelectField label={label} value={value} onChange={(event) => choose(event.target.value)}>
      {months.map((one) => (
        <option key={one} value={one}>
          {wordMonth(language, one)}
        </option>
      ))}
    </SelectField>
  );
  const outdated = trial.data && JSON.stringify(trial.data.tried) !== JSON.stringify(body);
  return (
    <>
      <form
        className={styles.trial}
        onSubmit={(event) => {
          event.preventDefault();
          trial.mutate(body);
        }}
      >
        {month(t("trialFrom"), from, setFrom)}
        {month(t("trialTo"), to, setTo)}
        <SelectField label={t("trialAgainst")} value={against} onChange={(event) => setStanding(event.target.value)}>
          {alike.map((one) => (
            <option key={one.code} value={one.code}>
              {words(one.name)}
            </option>
          ))}
        </SelectField>
        <Button type="submit" busy={trial.isPending} disabled={against === "" || from > to}>
          {t("try")}
        </Button>
      </form>
      {from > to && <Notice>{t("trialOrder")}</Notice>}
      {trial.isError && <Notice>{sentence(trial.error, "writing")}</Notice>}
      {trial.isPending && <Loading rows={3} />}
      {outdated && <Notice tone="calm">{t("outdated")}</Notice>}
      {trial.data && !trial.isPending && <Movers result={trial.data.answer} />}
    </>
  );
}

/** Finds the drafts of indicators that a scheme names in a version that isn't published yet: they are tried with it. */
function useDraftedIndicators(organizationId: string) {
  const indicators = useIndicators();
  return async (body: DraftBody): Promise<Record<string, unknown>[]> => {
    const isPublished = (code: string, version: number | null) =>
      indicators.some((one) => one.code === code && one.versions.some((known) => known.version === version));
    const missing = schemeLines(body).filter(
      ({ kind, code, version }) => kind === "leaf" && code !== "" && !isPublished(code, version),
    );
    const drafts = missing.map(async ({ code, version }) => {
      const params = { organizationId, kind: "indicator" as const, code };
      const draft = await call("getDraft", { params }).catch(() => null);
      const read = draft && readDraft(draft.text);
      return read && "body" in read ? [{ ...read.body, version }] : [];
    });
    return (await Promise.all(drafts)).flat();
  };
}
