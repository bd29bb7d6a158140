import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../../app/api/client.ts";
import { ask } from "../../../app/api/queries.ts";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Notice } from "../../../ui/States.tsx";
import styles from "./Board.module.css";
import { boardTexts } from "./texts.ts";

type Props = { organizationId: string; board: Answer<"getBoard">; onClose: () => void };

/** Before a board is frozen: what exactly will be, what was over its share, and why it can't be yet. */
export default function PublishBoard({ organizationId, board, onClose }: Props) {
  const t = useTexts(boardTexts);
  const client = useQueryClient();
  const words = useWords();
  const wordPeriod = usePeriodWords();
  const asked = { scheme: board.scheme.code, period: board.period, class: board.class };
  const draft = useQuery(ask("getBoardDraft", { params: { organizationId }, query: { ...asked, limit: 1 } }));
  const publish = useMutation({
    mutationFn: () => call("publishBoard", { params: { organizationId }, body: asked }),
    onSuccess: async () => {
      await Promise.all(
        ["getBoard", "getBoardDraft", "getScore"].map((name) => client.invalidateQueries({ queryKey: [name] })),
      );
      onClose();
    },
  });
  return (
    <AskSheet
      title={t("publishTitle", { period: wordPeriod(board.period), scheme: words(board.scheme.name) })}
      confirm={t("publish")}
      cancel={t("cancel")}
      act={{ mutate: () => publish.mutate(), isPending: publish.isPending, error: publish.error }}
      blocked={!draft.data || draft.data.obstacle !== null}
      onClose={onClose}
    >
      <Loaded query={draft} rows={3}>
        {(data) => <Frozen draft={data} className={board.class} />}
      </Loaded>
    </AskSheet>
  );
}

function Frozen({ draft, className }: { draft: Answer<"getBoardDraft">; className: string }) {
  const t = useTexts(boardTexts);
  const language = useLanguage();
  const words = useWords();
  const over = draft.proportions.filter((one) => one.over > 0);
  return (
    <>
      {draft.obstacle && <Notice>{wordRefusal(language, draft.obstacle.code, draft.obstacle.values)}</Notice>}
      <p>
        {t("publishWhat", {
          class: className || t("noClass"),
          organizations: draft.organizations,
          ranked: draft.ranked,
        })}
      </p>
      <ul className={styles.frozen}>
        <li>{t("frozenRank")}</li>
        <li>{t("frozenGrade")}</li>
        <li>{t("frozenLater")}</li>
      </ul>
      {over.map((one) => (
        <p key={one.grade} className="quiet">
          {t("overBeforePublishing", { grade: words(one.name), count: one.count, most: one.limit })}
        </p>
      ))}
    </>
  );
}
