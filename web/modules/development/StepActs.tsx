import { approvedSteps, developmentSteps, isIndispensable } from "@dutyloop/domain/organization/development-things.ts";
import { useState } from "react";
import { call } from "../../app/api/client.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Button } from "../../ui/Button.tsx";
import type { Case } from "./CasePage.tsx";
import { DayAct } from "./DayAct.tsx";
import styles from "./Development.module.css";
import type { Standing } from "./StepItem.tsx";
import { TakeStep } from "./TakeStep.tsx";
import { developmentTexts } from "./texts.ts";
import { Withdraw } from "./Withdraw.tsx";

type Props = { standing: Standing; found: Case };

/** What may be done about a step now: enter it, let it be left out, or take a wrong entry back. */
export function StepActs({ standing, found }: Props) {
  const t = useTexts(developmentTexts);
  const words = useWords();
  const may = useMay();
  const [doing, setDoing] = useState<"take" | "exempt" | "withdraw" | null>(null);
  const { step, state } = standing;
  const named = developmentSteps.find(({ number }) => number === step);
  if (!may("development.manage") || !named || state === "locked") return null;
  if (state === "open" && approvedSteps.includes(step) && !found.mayApprove) {
    return <p className={`note ${styles.acts}`}>{t("onlySuperior")}</p>;
  }
  const title = { step, name: words(named) };
  const entryId = standing.exemption?.id ?? (state === "done" ? standing.entry?.id : undefined);
  const isLast = !found.steps.some(
    (later) =>
      (later.state === "done" || later.state === "exempted") &&
      developmentSteps.find(({ number }) => number === later.step)?.after.includes(step),
  );
  const take = t(standing.entry ? "takeAgain" : "take");
  const close = () => setDoing(null);
  return (
    <span className={styles.acts}>
      {state === "open" && (
        <Button
          kind={found.current === step ? "primary" : "quiet"}
          aria-label={`${take} ${t("takeTitle", title)}`}
          onClick={() => setDoing("take")}
        >
          {take}
        </Button>
      )}
      {state === "open" && found.mayApprove && !isIndispensable(step) && (
        <Button kind="text" aria-label={t("exemptTitle", title)} onClick={() => setDoing("exempt")}>
          {t("exempt")}
        </Button>
      )}
      {entryId !== undefined && isLast && step > 1 && (
        <Button kind="text" aria-label={t("withdrawTitle", { step })} onClick={() => setDoing("withdraw")}>
          {t("withdraw")}
        </Button>
      )}
      {doing === "take" && <TakeStep standing={standing} found={found} onClose={close} />}
      {doing === "exempt" && (
        <DayAct
          title={t("exemptTitle", title)}
          what={t("exemptWhat")}
          confirm={t("exempt")}
          label={t("decidedOn")}
          reasoned
          write={(on, reason) =>
            call("exemptStep", { params: { personId: found.person.id, step }, body: { on, reason } })
          }
          onClose={close}
        />
      )}
      {doing === "withdraw" && entryId !== undefined && (
        <Withdraw personId={found.person.id} entryId={entryId} title={t("withdrawTitle", { step })} onClose={close} />
      )}
    </span>
  );
}
