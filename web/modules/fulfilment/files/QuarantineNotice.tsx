import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/States.tsx";
import type { PhotoUploads } from "../use-photo-uploads.ts";
import styles from "./Files.module.css";
import { fileTexts } from "./texts.ts";

const steps = ["disconnect", "report", "register", "clear"] as const;

type NoticesProps = { photos: Pick<PhotoUploads, "quarantined" | "known">; papers: boolean };

/** Of the photographs or of the papers of a form, where they were chosen. */
export function QuarantineNotices({ photos: { quarantined, known }, papers }: NoticesProps) {
  return quarantined
    .filter(({ paper }) => (paper !== null) === papers)
    .map(({ number, name, marking }) => (
      <QuarantineNotice key={number} name={name} marking={marking} onKnown={() => known(number)} />
    ));
}

type Props = { name: string; marking: string; onKnown: () => void };

/** What somebody has to do at once who tried to send a file that is marked as a secret (误传处置). */
export function QuarantineNotice({ name, marking, onKnown }: Props) {
  const t = useTexts(fileTexts);
  return (
    <Notice
      action={
        <Button kind="text" onClick={onKnown}>
          {t("known")}
        </Button>
      }
    >
      {t("marked", { name, marking })}
      <QuarantineSteps />
    </Notice>
  );
}

export function QuarantineSteps() {
  const t = useTexts(fileTexts);
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step}>{t(step)}</li>
      ))}
    </ol>
  );
}
