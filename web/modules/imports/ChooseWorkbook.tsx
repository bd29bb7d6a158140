import { useId } from "react";
import { addressOf } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { TextField } from "../../ui/Field.tsx";
import { Notice, useSentence } from "../../ui/States.tsx";
import { ExportRoster } from "./ExportRoster.tsx";
import styles from "./Imports.module.css";
import { importTexts } from "./texts.ts";
import type { RosterImport } from "./use-roster-import.ts";

type Props = {
  organization: { id: string; name: string };
  roster: RosterImport;
  /** Whether a file is held over the page. */
  over: boolean;
};

/** The workbook to fill in, the day from which changes hold, and the file; it is looked at as soon as it is there. */
export function ChooseWorkbook({ organization, roster, over }: Props) {
  const t = useTexts(importTexts);
  const id = useId();
  const sentence = useSentence();
  const { today } = useSession();
  const { chosen, preview, unreadable } = roster;
  const idle = chosen !== null && !preview.isPending && !preview.data;
  const writing = roster.stage === "write";
  return (
    <>
      <p className="quiet">{t("howTo")}</p>
      <div className={styles.files}>
        <a className="link" href={addressOf("rosterTemplate", { organizationId: organization.id })} download>
          {t("template")}
        </a>
        <ExportRoster organization={organization} />
      </div>
      <div className={styles.day}>
        <TextField
          label={t("effectiveOn")}
          hint={t("effectiveHint")}
          type="date"
          required
          disabled={writing}
          max={today}
          value={roster.effectiveOn}
          error={problemsByField(preview.error).effectiveOn}
          onChange={(event) => roster.setEffectiveOn(event.target.value)}
        />
      </div>
      <fieldset className={classes(styles.drop, over && !writing && styles.over)} aria-label={t("file")}>
        <label htmlFor={id} className={buttonClass(chosen ? "quiet" : "primary")}>
          {t(chosen ? "chooseAgain" : "chooseFile")}
        </label>
        <input
          id={id}
          type="file"
          className="sr"
          disabled={writing}
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) roster.choose(file);
            event.target.value = "";
          }}
        />
        {chosen && <span>{chosen.name}</span>}
        <span className={`note ${styles.dropHint}`}>{t(over ? "dropNow" : "orDrop")}</span>
      </fieldset>
      {unreadable && <Notice>{t("unreadable")}</Notice>}
      {preview.isError && <Notice>{sentence(preview.error)}</Notice>}
      {idle && (
        <div>
          <Button kind="primary" onClick={roster.lookAgain}>
            {t(preview.isError ? "lookAgain" : "look")}
          </Button>
        </div>
      )}
    </>
  );
}
