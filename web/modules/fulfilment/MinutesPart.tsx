import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { TextArea } from "../../ui/Field.tsx";
import { formTexts } from "./texts.ts";
import type { Part } from "./use-draft.ts";

const longest = 30_000;

export function MinutesPart({ draft, change, problem }: Part) {
  const t = useTexts(formTexts);
  return (
    <Card
      title={t("minutes")}
      action={<span className="faint">{t("characters", { count: [...draft.minutes].length })}</span>}
    >
      <TextArea
        label={t("minutes")}
        hideLabel
        rows={6}
        maxLength={longest}
        value={draft.minutes}
        error={problem("minutes")}
        onChange={(event) => change({ minutes: event.target.value })}
      />
    </Card>
  );
}
