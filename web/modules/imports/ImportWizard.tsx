import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { Steps } from "../../ui/Steps.tsx";
import { Choice } from "../../ui/Tabs.tsx";
import { ChooseWorkbook } from "./ChooseWorkbook.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import { ImportResult } from "./ImportResult.tsx";
import styles from "./Imports.module.css";
import { RosterPreview } from "./RosterPreview.tsx";
import { importTexts } from "./texts.ts";
import { useDroppedFile } from "./use-dropped-file.ts";
import { type ImportKind, importKinds, stages, useRosterImport } from "./use-roster-import.ts";

const leave = () => {};

type Props = {
  organization: { id: string; name: string };
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
};

/** Download, fill in, choose, see what would change and what is wrong, confirm, see what was written, take it back. */
export function ImportWizard({ organization, kind, onKind }: Props) {
  const t = useTexts(importTexts);
  const roster = useRosterImport(organization.id, kind);
  const { stage, chosen, preview, commit, progress } = roster;
  // While a file is being written, one that is dropped is left alone, but doesn't lead away from the page either.
  const over = useDroppedFile(stage === "write" ? leave : roster.choose);
  return (
    <Card>
      <div className={styles.parts}>
        <Steps
          label={t("steps")}
          steps={stages.map((key) => ({ key, label: t(`step_${key}`) }))}
          current={stage}
          done={t("stepDone")}
        />
        {stage === "choose" && !chosen && (
          <Choice
            label={t("what")}
            options={importKinds.map((key) => ({ key, label: t(`of_${key}`) }))}
            value={kind}
            onChange={onKind}
          />
        )}
        {stage !== "result" && <ChooseWorkbook organization={organization} roster={roster} over={over} />}
        {stage !== "result" && chosen && preview.data && (
          <RosterPreview organizationId={organization.id} chosen={chosen} preview={preview.data} roster={roster} />
        )}
        {progress !== null && <ImportProgress id={progress} />}
        {stage === "write" && <p className="quiet">{t("stay")}</p>}
        {commit.data && <ImportResult kind={kind} outcome={commit.data} onAgain={roster.startAgain} />}
      </div>
    </Card>
  );
}
