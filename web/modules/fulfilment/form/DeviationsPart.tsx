import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { TextField } from "../../../ui/Field.tsx";
import formStyles from "../RecordForm.module.css";
import { type Deviation, onceEach, type Reason, reasonFor, withReason } from "./deviations.ts";
import { previewTexts } from "./preview-texts.ts";

type Props = {
  deviations: readonly Pick<Deviation, "templateCode" | "check" | "name">[];
  reasons: readonly Reason[] | undefined;
  problem: string | undefined;
  onReasons: (changed: (now: readonly Reason[]) => Reason[]) => void;
};

/** Why the record departs from what is 一般 in the text; asked for only where it does. */
export function DeviationsPart({ deviations, reasons = [], problem, onReasons }: Props) {
  const t = useTexts(previewTexts);
  const words = useWords();
  const shown = onceEach(deviations);
  if (shown.length === 0) return null;
  return (
    <Card title={t("deviations")} note={t("deviationsHint")}>
      <div className={formStyles.fields}>
        {shown.map((one) => {
          const reason = reasonFor(reasons, one);
          return (
            <TextField
              key={`${one.templateCode} ${one.check}`}
              label={t("reasonFor", { name: words(one.name) })}
              most={500}
              value={reason}
              error={reason.trim() === "" ? problem : undefined}
              onChange={(event) => onReasons((now) => withReason(now, one, event.target.value))}
            />
          );
        })}
      </div>
    </Card>
  );
}
