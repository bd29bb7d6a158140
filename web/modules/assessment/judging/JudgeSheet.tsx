import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { call } from "../../../app/api/client.ts";
import { problemsByField } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { TextArea, TextField } from "../../../ui/Field.tsx";
import { useKeptText } from "../../../ui/kept-text.ts";
import { RefusalNotice } from "../../../ui/States.tsx";
import styles from "./Judging.module.css";
import { judgingTexts } from "./texts.ts";

type Props = {
  organization: { readonly id: string; readonly name: string };
  indicatorCode: string;
  period: string;
  /** The most that can be given; null where no line asks for it in a period of this length. */
  most: string | null;
  given: Answer<"listJudgements">["items"];
  onClose: () => void;
};

/** Points and a reason for one organisation; a changed mind replaces the earlier points and stays traceable. */
export function JudgeSheet({ organization, indicatorCode, period, most, given, onClose }: Props) {
  const t = useTexts(judgingTexts);
  const client = useQueryClient();
  const { account } = useSession();
  const own = given.find(({ accountId }) => accountId === account.id);
  const kept = `judge ${indicatorCode} ${period} ${organization.id}`;
  const [points, setPoints, forgetPoints] = useKeptText(`${kept} points`, own?.points);
  const [reason, setReason, forgetReason] = useKeptText(`${kept} reason`, own?.reason);
  const params = { organizationId: organization.id };
  const give = useMutation({
    mutationFn: () => call("judge", { params, body: { indicatorCode, period, points, reason } }),
    onSuccess: async () => {
      forgetPoints();
      forgetReason();
      await Promise.all(
        ["listJudgements", "getScore", "getBoard"].map((name) => client.invalidateQueries({ queryKey: [name] })),
      );
      onClose();
    },
  });
  const problems = problemsByField(give.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate();
  };
  return (
    <Dialog kind="sheet" title={<h2>{organization.name}</h2>} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        {give.isError && <RefusalNotice error={give.error} doing="writing" />}
        <TextField
          label={t("points")}
          hint={most === null ? t("pointsHint") : t("pointsUpTo", { most })}
          required
          inputMode="decimal"
          pattern="\d{1,12}(\.\d{1,8})?"
          wrong={most === null ? t("pointsWrong") : t("pointsWrongUpTo", { most })}
          value={points}
          error={problems.points}
          onChange={(event) => setPoints(event.target.value.trim())}
        />
        <TextArea
          label={t("reason")}
          hint={t("reasonHint")}
          required
          most={1000}
          value={reason}
          error={problems.reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {own && own.version > 1 && <p className="note">{t("changedBefore", { version: own.version })}</p>}
        <Button kind="primary" big type="submit" busy={give.isPending}>
          {t(own ? "change" : "give")}
        </Button>
      </form>
    </Dialog>
  );
}
