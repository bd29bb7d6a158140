import { useState } from "react";
import { DraftProblems, focusPlace, useSentences } from "../../../../app/drafts/DraftProblems.tsx";
import { readDraft } from "../../../../app/drafts/draft-text.ts";
import { type DraftStore, type StoredDraft, useTextDraft } from "../../../../app/drafts/use-text-draft.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Card } from "../../../../ui/Card.tsx";
import { CostMeter } from "../editor/CostMeter.tsx";
import { EditorFrame, type Way } from "../editor/EditorFrame.tsx";
import { editorTexts } from "../editor/texts.ts";
import { type DraftKey, useChecked } from "../editor/use-definition-draft.ts";
import { IndicatorForm } from "./IndicatorForm.tsx";

type Props = { draftKey: DraftKey; organizationName: string; store: DraftStore; start: StoredDraft };

/** What is measured and how it becomes points, as a form and as text, with what stands against publishing it. */
export function IndicatorEditor({ draftKey, organizationName, store, start }: Props) {
  const t = useTexts(editorTexts);
  const draft = useTextDraft(start, store);
  const checked = useChecked(draftKey, draft);
  const sentences = useSentences(checked.data?.problems ?? []);
  const [way, setWay] = useState<Way>("form");
  const read = readDraft(draft.text);
  const cost = "body" in read ? (read.body.cost as { fields?: unknown } | null | undefined)?.fields : null;
  return (
    <EditorFrame
      draftKey={draftKey}
      organizationName={organizationName}
      draft={draft}
      checked={checked}
      sentences={sentences}
      way={way}
      onWay={setWay}
      meter={<CostMeter fields={typeof cost === "number" ? cost : null} before={null} />}
      form={<IndicatorForm />}
    >
      <Card title={t("problems")}>
        <DraftProblems
          problems={checked.data?.problems}
          nameOf={(path) => path || t("whole")}
          onJump={(path) => {
            setWay("form");
            focusPlace(path);
          }}
        />
      </Card>
    </EditorFrame>
  );
}
