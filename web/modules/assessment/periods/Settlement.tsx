import { useNavigate, useSearch } from "@tanstack/react-router";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { also } from "../../../app/frame/search.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { PendingLeaves } from "./PendingLeaves.tsx";
import styles from "./Periods.module.css";
import { SettledLeaves } from "./SettledLeaves.tsx";
import { periodTexts } from "./texts.ts";

const parts = ["pending", "settled"] as const;

/** The leaves of a period that had no data: those still to be settled, and what was settled. */
export function Settlement({ period, onClose }: { period: string; onClose: () => void }) {
  const t = useTexts(periodTexts);
  const wordPeriod = usePeriodWords();
  const navigate = useNavigate();
  const { tab } = useSearch({ from: "__root__" });
  const part = tab === "settled" ? "settled" : "pending";
  return (
    <Dialog kind="drawer" title={<h1>{t("settleTitle", { period: wordPeriod(period) })}</h1>} onClose={onClose}>
      <div className={styles.parts}>
        <Choice
          label={t("settleParts")}
          options={parts.map((key) => ({ key, label: t(`${key}Part`) }))}
          value={part}
          onChange={(key) => void navigate({ to: ".", search: also({ tab: key }), replace: true })}
        />
      </div>
      {part === "pending" ? <PendingLeaves period={period} /> : <SettledLeaves period={period} />}
    </Dialog>
  );
}
