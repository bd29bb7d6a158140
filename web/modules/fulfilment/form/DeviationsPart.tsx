import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { TextField } from "../../../ui/Field.tsx";
import formStyles from "../RecordForm.module.css";
import { type Deviation, onceEach, reasonFor, withReason } from "./deviations.ts";
import { previewTexts } from "./preview-texts.ts";
import type { WholePart } from "./whole-form.ts";

type Props = Pick<WholePart, "draft" | "change" | "problem"> & { deviations: readonly Deviation[] };

/** Why the record departs from what is 一般 in the text; asked for only where it does. */
export function DeviationsPart({ draft, change, problem, deviations }: Props) {
  const t = useTexts(previewTexts);
  const words = useWords();
  const shown = onceEach(deviations);
  if (shown.length === 0) return null;
  const reasons = draft.deviations ?? [];
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
              error={reason.trim() === "" ? problem("deviations") : undefined}
              onChange={(event) =>
                change((now) => ({ deviations: withReason(now.deviations ?? [], one, event.target.value) }))
              }
            />
          );
        })}
      </div>
    </Card>
  );
}
