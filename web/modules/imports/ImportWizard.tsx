import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { Steps } from "../../ui/Steps.tsx";
import { ChooseWorkbook } from "./ChooseWorkbook.tsx";
import { ConfirmImport } from "./ConfirmImport.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import { ImportResult } from "./ImportResult.tsx";
import styles from "./Imports.module.css";
import { RosterPreview } from "./RosterPreview.tsx";
import { importTexts } from "./texts.ts";
import { useDroppedFile } from "./use-dropped-file.ts";
import { stages, useRosterImport } from "./use-roster-import.ts";

const leave = () => {};

type Props = { organization: { id: string; name: string } };

/** Download, fill in, choose, see what would change and what is wrong, confirm, see what was written, take it back. */
export function ImportWizard({ organization }: Props) {
  const t = useTexts(importTexts);
  const roster = useRosterImport(organization.id);
  const { stage, chosen, preview, commit, progress } = roster;
  // While a file is being written, one that is dropped is left alone, but doesn't lead away from the page either.
  const over = useDroppedFile(stage === "write" ? leave : roster.choose);
  return (
    <Card title={t("wizard")}>
      <div className={styles.parts}>
        <Steps
          label={t("steps")}
          steps={stages.map((key) => ({ key, label: t(`step_${key}`) }))}
          current={stage}
          done={t("stepDone")}
        />
        {stage !== "result" && <ChooseWorkbook organization={organization} roster={roster} over={over} />}
        {stage !== "result" && chosen && preview.data && (
          <>
            <RosterPreview organizationId={organization.id} chosen={chosen} preview={preview.data} />
            <ConfirmImport preview={preview.data} roster={roster} />
          </>
        )}
        {progress !== null && <ImportProgress id={progress} />}
        {stage === "write" && <p className="quiet">{t("stay")}</p>}
        {commit.data && <ImportResult outcome={commit.data} onAgain={roster.startAgain} />}
      </div>
    </Card>
  );
}
