import type { PeriodAction } from "@dutyloop/domain/assessment/period-things.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { call } from "../../../app/api/client.ts";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { also } from "../../../app/frame/search.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Notice } from "../../../ui/States.tsx";
import type { Period } from "./PeriodTable.tsx";
import { useScoresCatchingUp } from "./refresh-settled.ts";
import { periodTexts } from "./texts.ts";

type Props = { period: Period; action: PeriodAction; onClose: () => void };
const changed = ["listPeriods", "listPendingLeaves", "getBoard", "getScore", "listAdjustments", "getWorkbench"];

/** Says what the change does, then does it; it may take a while, as the structure and every sheet are fixed. */
export function ChangePeriod({ period, action, onClose }: Props) {
  const t = useTexts(periodTexts);
  const client = useQueryClient();
  const wordPeriod = usePeriodWords();
  const params = { period: period.period };
  const act = useMutation({
    mutationFn: async (reason: string) => {
      if (action === "start_publicity") await call("startPublicity", { params });
      else if (action === "close") await call("closePeriod", { params });
      else await call("reopenPeriod", { params, body: { reason } });
    },
    onSuccess: async () => {
      await Promise.all(changed.map((name) => client.invalidateQueries({ queryKey: [name] })));
      onClose();
    },
  });
  const pending = action === "reopen" ? 0 : (period.pendingLeaves ?? 0);
  // What was settled a moment ago may still be counted.
  useScoresCatchingUp(pending > 0);
  return (
    <AskSheet
      title={t("changeTitle", { action: t(action), period: wordPeriod(period.period) })}
      confirm={t(action)}
      cancel={t("cancel")}
      {...(action === "reopen" ? { reason: { label: t("reason"), hint: t("reopenReasonHint") } } : {})}
      act={act}
      blocked={pending > 0}
      onClose={onClose}
    >
      {pending > 0 && (
        <Notice
          action={
            <Link to="." search={also({ subject: period.period })} className="link" onClick={onClose}>
              {t("settleNow")}
            </Link>
          }
        >
          {t("pendingFirst", { count: pending })}
        </Notice>
      )}
      <p>{t(`${action}What`)}</p>
      {action === "close" && period.state === "open" && <p className="quiet">{t("closeWithoutPublicity")}</p>}
      {act.isPending && <Notice tone="calm">{t("working")}</Notice>}
    </AskSheet>
  );
}
