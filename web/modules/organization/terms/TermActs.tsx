import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { wordDate } from "../../../app/frame/months.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { BeginTerm } from "./BeginTerm.tsx";
import type { Term } from "./TermStanding.tsx";
import styles from "./Terms.module.css";
import { termTexts } from "./texts.ts";
import { useTermAct } from "./use-term-act.ts";

type Props = { organizationId: string; name: string; term: Term | null };

/** What may be done about a term: enter the election, or extend what stands. */
export function TermActs(props: Props) {
  const t = useTexts(termTexts);
  const may = useMay();
  const [doing, setDoing] = useState<"begin" | "extend" | null>(null);
  if (!may("organization.manage")) return null;
  const close = () => setDoing(null);
  const { name, term } = props;
  return (
    <span className={styles.acts}>
      <Button kind="text" aria-label={`${t("begin")} ${name}`} onClick={() => setDoing("begin")}>
        {t("begin")}
      </Button>
      {term && (
        <Button kind="text" aria-label={`${t("extend")} ${name}`} onClick={() => setDoing("extend")}>
          {t("extend")}
        </Button>
      )}
      {doing === "begin" && <BeginTerm {...props} onClose={close} />}
      {doing === "extend" && term && <ExtendTerm {...props} term={term} onClose={close} />}
    </span>
  );
}

function ExtendTerm({ organizationId, name, term, onClose }: Props & { term: Term; onClose: () => void }) {
  const t = useTexts(termTexts);
  const language = useLanguage();
  const [months, setMonths] = useState("6");
  const [approval, setApproval] = useState("");
  const body = { months: Number(months), approval };
  const act = useTermAct(() => call("extendTerm", { params: { organizationId }, body }), onClose);
  const problems = problemsByField(act.error);
  return (
    <AskSheet
      title={t("extendTitle", { organization: name })}
      confirm={t("extend")}
      cancel={t("cancel")}
      act={act}
      onClose={onClose}
    >
      <p className="quiet">{t("extendWhat")}</p>
      <TextField
        label={t("months")}
        hint={t("monthsHint", { date: wordDate(language, term.regularEndsOn) })}
        type="number"
        required
        min={1}
        max={12}
        value={months}
        error={problems.months}
        onChange={(event) => setMonths(event.target.value)}
      />
      <TextField
        label={t("approval")}
        hint={t("approvalHint")}
        required
        most={200}
        value={approval}
        error={problems.approval}
        onChange={(event) => setApproval(event.target.value)}
      />
    </AskSheet>
  );
}
