import { useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Choice } from "../../ui/Tabs.tsx";
import type { Mark, Presence } from "./draft.ts";
import styles from "./RecordForm.module.css";
import { formTexts } from "./texts.ts";

type Props = { name: string; mark: Mark | undefined; onMark: (mark: Mark) => void; onClose: () => void };

const presences = ["leave", "absent", "present"] as const;
const quickReasons = ["businessTrip", "sick", "duty"] as const;

/** Why somebody was not there: one tap for the usual reasons. */
export function AwaySheet({ name, mark, onMark, onClose }: Props) {
  const t = useTexts(formTexts);
  const before = mark?.presence === "present" ? undefined : mark;
  const [presence, setPresence] = useState<Presence>(before?.presence ?? "leave");
  const [reason, setReason] = useState(before?.reason ?? "");
  const choose = (next: Presence) => (next === "present" ? onMark({ presence: next, reason: "" }) : setPresence(next));
  return (
    <Dialog kind="sheet" title={<h2>{t("presenceOf", { name })}</h2>} onClose={onClose}>
      <div className={styles.sheet}>
        <Choice
          label={t("attendance")}
          options={presences.map((key) => ({ key, label: t(key) }))}
          value={presence}
          onChange={choose}
        />
        <fieldset className={styles.chips} aria-label={t("reason")}>
          {quickReasons.map((key) => (
            <button
              key={key}
              type="button"
              className={styles.chip}
              onClick={() => onMark({ presence, reason: t(key) })}
            >
              {t(key)}
            </button>
          ))}
        </fieldset>
        <form
          className={styles.sheet}
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            if (reason.trim() !== "") onMark({ presence, reason: reason.trim() });
          }}
        >
          <TextField
            label={t("otherReason")}
            value={reason}
            most={200}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button kind="primary" type="submit" big disabled={reason.trim() === ""}>
            {t("done")}
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
