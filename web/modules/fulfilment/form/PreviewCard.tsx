import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { Shape } from "../../../ui/Shape.tsx";
import { isOnOccasion, useMissingReason } from "../missing-reason.ts";
import styles from "./Parts.module.css";
import { previewTexts } from "./preview-texts.ts";
import type { Preview } from "./use-preview.ts";

/** What the record will do once it is submitted, each duty with where it comes from. */
export function PreviewCard({ preview }: { preview: Preview }) {
  const t = useTexts(previewTexts);
  const words = useWords();
  const reasonOf = useMissingReason();
  const { satisfied, hosts } = preview.result;
  // What is done on occasion is owed by nobody: that it discharges nothing is no lack.
  const unsatisfied = preview.result.unsatisfied.filter((one) => !isOnOccasion(one));
  if (satisfied.length + unsatisfied.length === 0) return null;
  const joint = hosts.length > 1;
  return (
    <Card
      title={satisfied.length > 0 ? t("will", { count: satisfied.length }) : t("willNone")}
      note={!preview.whole && t("soFar")}
    >
      <ul className={styles.preview} aria-live="polite">
        {satisfied.map((one) => (
          <li key={one.obligationId} className={styles.counts}>
            <Shape name="tick" />
            <span>
              <b>{words(one.templateName)}</b>
              <span className="quiet"> {[joint && one.subjectName, one.sourceName].filter(Boolean).join(" · ")}</span>
            </span>
          </li>
        ))}
        {unsatisfied.map((one) => (
          <li key={`${one.organizationId} ${one.templateCode}`} className={styles.countsNot}>
            <Shape name="diamond" />
            <span>
              <b>{words(one.templateName)}</b> {joint && `${one.organizationName} · `}
              {reasonOf(one.reason)}
              {one.missing.length > 0 && t("lacks", { missing: one.missing.map(words).join(t("between")) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
