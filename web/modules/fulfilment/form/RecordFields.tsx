import type { ReactNode } from "react";
import { AlsoCounts } from "../AlsoCounts.tsx";
import { AttendancePart } from "../AttendancePart.tsx";
import { BasicsPart } from "../BasicsPart.tsx";
import { chosenTypes } from "../chosen-types.ts";
import { MinutesPart } from "../MinutesPart.tsx";
import { PhotosPart } from "../PhotosPart.tsx";
import styles from "../RecordForm.module.css";
import { ResolutionsPart } from "../ResolutionsPart.tsx";
import { StandardPart } from "../StandardPart.tsx";
import { TopicsPart } from "../TopicsPart.tsx";
import type { Part } from "../use-draft.ts";
import type { PhotoUploads } from "../use-photo-uploads.ts";
import { DeviationsPart } from "./DeviationsPart.tsx";
import { MaterialsPart } from "./MaterialsPart.tsx";
import { PreviewCard } from "./PreviewCard.tsx";
import { usePreview } from "./use-preview.ts";
import type { WholeForm } from "./whole-form.ts";

type Props = Omit<Part, "form"> & {
  form: WholeForm;
  /** The people of another day are on their way. */
  updating: boolean;
  onDay: (day: string) => void;
  photos: PhotoUploads;
  /** It is entered already and is put right: what it discharges is told afterwards. */
  correcting?: boolean;
  /** What stands below the standard: how it is sent, and what came of it. */
  children: ReactNode;
};

/** Every part of a record that somebody fills in, whether it is entered, drafted or corrected. */
export function RecordFields({
  form,
  draft,
  change,
  problem,
  updating,
  onDay,
  photos,
  correcting = false,
  children,
}: Props) {
  const part = { form, draft, change, problem };
  const types = chosenTypes(form, draft);
  const preview = usePreview(form, draft);
  return (
    <div className={styles.layout}>
      <div className={styles.main}>
        <BasicsPart {...part} onDay={onDay} />
        <AttendancePart {...part} updating={updating} />
        <TopicsPart {...part} />
        {types.some(({ resolutions }) => resolutions) && <ResolutionsPart {...part} preview={preview} />}
        <MinutesPart {...part} />
        <MaterialsPart {...part} photos={photos} />
        {preview?.marked && (
          <DeviationsPart
            deviations={preview.result.deviations}
            reasons={draft.deviations}
            problem={problem("deviations")}
            onReasons={(changed) => change((now) => ({ deviations: changed(now.deviations ?? []) }))}
          />
        )}
        <PhotosPart {...part} photos={photos} />
      </div>
      <div className={styles.side}>
        {form.alsoPossible.length > 0 && <AlsoCounts {...part} />}
        <StandardPart {...part} preview={preview} />
        {preview && !correcting && <PreviewCard preview={preview} />}
        {children}
      </div>
    </div>
  );
}
