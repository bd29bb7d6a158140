import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { TextField } from "../../../ui/Field.tsx";
import type { Judge } from "./Judges.tsx";
import { lastDayOffered } from "./judge-time.ts";
import { judgingTexts } from "./texts.ts";

/** The last day on which somebody judges; what he gave until then stands. */
export function EndJudge({ judge, onClose }: { judge: Judge; onClose: () => void }) {
  const t = useTexts(judgingTexts);
  const words = useWords();
  const client = useQueryClient();
  const { today } = useSession();
  const [lastDay, setLastDay] = useState(lastDayOffered(judge, today));
  const { organizationId, indicatorCode, accountId } = judge;
  const end = useMutation({
    mutationFn: () => call("endJudge", { params: { organizationId }, body: { indicatorCode, accountId, lastDay } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["listJudges"] });
      onClose();
    },
  });
  return (
    <AskSheet
      title={t("endOf", { name: judge.accountName, indicator: words(judge.indicatorName) })}
      confirm={t("end")}
      cancel={t("cancel")}
      act={{ mutate: () => end.mutate(), isPending: end.isPending, error: end.error }}
      onClose={onClose}
    >
      <p>{t("endWhat")}</p>
      <TextField
        label={t("lastDay")}
        type="date"
        required
        min={judge.validFrom}
        value={lastDay}
        error={problemsByField(end.error).lastDay}
        onChange={(event) => setLastDay(event.target.value)}
      />
    </AskSheet>
  );
}
