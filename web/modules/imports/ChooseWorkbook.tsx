import { useId } from "react";
import { addressOf } from "../../app/api/client.ts";
import { problemsByField } from "../../app/api/refusal.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useSession } from "../../app/session/session.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { TextField } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice, RefusalNotice } from "../../ui/States.tsx";
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
  const { today } = useSession();
  const { chosen, preview, unreadable } = roster;
  const idle = chosen !== null && !preview.isPending && !preview.data;
  return (
    <>
      <div className={styles.choose}>
        {!chosen &&
          (roster.kind === "ledger" ? <PrepareLedger {...organization} /> : <Prepare organization={organization} />)}
        <div className={classes(styles.pick, chosen && styles.picked)}>
          <FileDrop roster={roster} over={over} />
          {roster.kind === "roster" && (
            <TextField
              label={t("effectiveOn")}
              hint={t("effectiveHint")}
              type="date"
              required
              disabled={roster.stage === "write"}
              max={today}
              value={roster.effectiveOn}
              error={problemsByField(preview.error).effectiveOn}
              onChange={(event) => roster.setEffectiveOn(event.target.value)}
            />
          )}
        </div>
      </div>
      {unreadable && <Notice>{t("unreadable")}</Notice>}
      {preview.isError && <RefusalNotice error={preview.error} />}
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

function Prepare({ organization }: Pick<Props, "organization">) {
  const t = useTexts(importTexts);
  return (
    <div className={styles.prepare}>
      <h2>{t("prepare")}</h2>
      <p className="quiet">{t("howTo")}</p>
      <div className={styles.files}>
        <a
          className={buttonClass("quiet")}
          href={addressOf("rosterTemplate", { organizationId: organization.id })}
          download
        >
          {t("template")}
        </a>
        <ExportRoster organization={organization} />
      </div>
      <p className="note">{t("exportAbout")}</p>
    </div>
  );
}

function PrepareLedger({ id }: { id: string }) {
  const t = useTexts(importTexts);
  return (
    <div className={styles.prepare}>
      <h2>{t("prepareLedger")}</h2>
      <p className="quiet">{t("howToLedger")}</p>
      <div className={styles.files}>
        <a className={buttonClass("quiet")} href={addressOf("ledgerTemplate", { organizationId: id })} download>
          {t("template")}
        </a>
      </div>
      <p className="note">{t("ledgerAbout")}</p>
    </div>
  );
}

function FileDrop({ roster, over }: Pick<Props, "roster" | "over">) {
  const t = useTexts(importTexts);
  const id = useId();
  const { chosen } = roster;
  const writing = roster.stage === "write";
  return (
    <fieldset className={classes(styles.drop, over && !writing && styles.over)} aria-label={t(`file_${roster.kind}`)}>
      <span className={styles.sheetIcon}>
        <Icon name="record" size={chosen ? 24 : 36} />
      </span>
      {chosen && <strong className={styles.fileName}>{chosen.name}</strong>}
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
      <span className={`note ${styles.dropHint}`}>{t(over ? "dropNow" : "orDrop")}</span>
      {!chosen && <span className="note">{t("madeWith")}</span>}
    </fieldset>
  );
}
