import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation } from "@tanstack/react-query";
import { call } from "../../../app/api/client.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { classes } from "../../../ui/classes.ts";
import { RefusalNotice } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { correctionOf, type Edits, isEmpty } from "./correction.ts";
import type { Dispute } from "./DisputeCard.tsx";
import styles from "./Disputes.module.css";
import { disputeTexts } from "./texts.ts";

/** Scores the same data again with the correction; nothing is stored by it. */
export function Replay({ dispute, edits }: { dispute: Dispute; edits: Edits }) {
  const t = useTexts(disputeTexts);
  const replay = useMutation({
    mutationFn: async (asked: Edits) => ({
      asked,
      figures: await call("previewDispute", { params: { disputeId: dispute.id }, body: correctionOf(asked) }),
    }),
  });
  const current = replay.data?.asked === edits;
  return (
    <div className={styles.replay}>
      <Button busy={replay.isPending} disabled={isEmpty(edits)} onClick={() => replay.mutate(edits)}>
        {t("replay")}
      </Button>
      {isEmpty(edits) && <p className="note">{t("replayNeeds")}</p>}
      {replay.isError && <RefusalNotice error={replay.error} />}
      {replay.data && !current && <p className="note">{t("replayOld")}</p>}
      {replay.data && current && <BeforeAfter figures={replay.data.figures} />}
    </div>
  );
}

function BeforeAfter({ figures: { before, after } }: { figures: Answer<"previewDispute"> }) {
  const t = useTexts(disputeTexts);
  const words = useWords();
  return (
    <table className="table" aria-label={t("replayTable")}>
      <thead>
        <tr>
          <th>{t("line")}</th>
          <th className="right">{t("before")}</th>
          <th className="right">{t("after")}</th>
        </tr>
      </thead>
      <tbody>
        {before.lines.map((line) => {
          const next = after.lines.find(({ code }) => code === line.code) ?? line;
          const changed = line.points !== next.points || line.state !== next.state;
          return (
            <tr key={line.code} className={classes(changed && styles.changed)}>
              <td>
                {words(line.name)} {changed && <Tag tone="warn">{t("changed")}</Tag>}
              </td>
              <td className="right">{line.points ?? t(line.state)}</td>
              <td className="right">{next.points ?? t(next.state)}</td>
            </tr>
          );
        })}
        <tr className={styles.changed}>
          <td>
            <b>{t("total")}</b>
          </td>
          <td className="right">{before.total ?? "–"}</td>
          <td className="right">
            <b>{after.total ?? "–"}</b>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
