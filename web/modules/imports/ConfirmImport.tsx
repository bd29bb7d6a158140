import { ConnectionLost } from "../../app/api/refusal.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Shape } from "../../ui/Shape.tsx";
import { Notice, useSentence } from "../../ui/States.tsx";
import styles from "./Imports.module.css";
import { sumOf } from "./sums.ts";
import { importTexts } from "./texts.ts";
import type { Preview, RosterImport } from "./use-roster-import.ts";

type Props = { preview: Preview; roster: RosterImport };

/** Nothing is written before this, and all of it or nothing. */
export function ConfirmImport({ preview, roster }: Props) {
  const t = useTexts(importTexts);
  const sentence = useSentence();
  const { commit, lookAgain, confirm } = roster;
  if (preview.errors > 0 || preview.closedMonth !== null) return null;
  if (preview.sheets.every(({ added, changed, unchanged }) => added + changed + unchanged === 0)) {
    return <Notice>{t("nothingFilled")}</Notice>;
  }
  const sum = sumOf(preview.sheets);
  if (sum.added + sum.changed === 0) return <Notice tone="calm">{t(`nothingToDo_${roster.kind}`)}</Notice>;
  if (commit.isError) {
    const lost = commit.error instanceof ConnectionLost;
    return (
      <Notice action={<Button onClick={lookAgain}>{t("lookAgain")}</Button>}>
        {lost ? t("lost") : sentence(commit.error, "writing")}
      </Notice>
    );
  }
  return (
    <div className={styles.ready}>
      <span className={styles.verdict}>
        <Shape name="tick" />
        <span>
          <strong>{t("allRight")}</strong> {t("willWrite", sum)}
        </span>
      </span>
      <Button kind="primary" busy={commit.isPending} onClick={confirm}>
        {t("confirm")}
      </Button>
    </div>
  );
}
