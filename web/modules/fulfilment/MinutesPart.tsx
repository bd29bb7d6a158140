import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { TextArea } from "../../ui/Field.tsx";
import { chosenTypes } from "./chosen-types.ts";
import { Guides } from "./form/Guides.tsx";
import { longestMinutes, writtenIn } from "./form/minutes.ts";
import { partTexts } from "./form/part-texts.ts";
import { formTexts } from "./texts.ts";
import type { Part } from "./use-draft.ts";

/** The minutes, typed or pasted; what is too long is said and never cut off. */
export function MinutesPart({ form, draft, change, problem }: Part) {
  const t = useTexts(formTexts);
  const p = useTexts(partTexts);
  const written = writtenIn(draft.minutes);
  const over = written - longestMinutes;
  return (
    <Card title={t("minutes")} action={<span className="faint">{t("characters", { count: written })}</span>}>
      <TextArea
        label={t("minutes")}
        hideLabel
        rows={6}
        value={draft.minutes}
        error={over > 0 ? p("minutesTooLong", { most: longestMinutes, over }) : problem("minutes")}
        onChange={(event) => change({ minutes: event.target.value })}
      />
      <Guides types={chosenTypes(form, draft)} at="minutes" />
    </Card>
  );
}
