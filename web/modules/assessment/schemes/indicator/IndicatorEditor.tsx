import { bodyOf, useWay } from "../../../../app/drafts/DraftPanel.tsx";
import { DraftProblems, focusPlace, useSentences } from "../../../../app/drafts/DraftProblems.tsx";
import { valueAt } from "../../../../app/drafts/draft-text.ts";
import { useChecked } from "../../../../app/drafts/use-definition-draft.ts";
import { type DraftStore, type StoredDraft, useTextDraft } from "../../../../app/drafts/use-text-draft.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Card } from "../../../../ui/Card.tsx";
import { CostMeter } from "../editor/CostMeter.tsx";
import { type DefinitionKey, EditorFrame } from "../editor/EditorFrame.tsx";
import { editorTexts } from "../editor/texts.ts";
import { IndicatorForm } from "./IndicatorForm.tsx";

type Props = { draftKey: DefinitionKey; organizationName: string; store: DraftStore; start: StoredDraft };

/** What is measured and how it becomes points, as a form and as text, with what stands against publishing it. */
export function IndicatorEditor({ draftKey, organizationName, store, start }: Props) {
  const t = useTexts(editorTexts);
  const draft = useTextDraft(start, store);
  const checked = useChecked(draftKey, draft);
  const sentences = useSentences(checked.data?.problems ?? []);
  const way = useWay();
  const cost = valueAt(bodyOf(draft), ["cost", "fields"]);
  return (
    <EditorFrame
      draftKey={draftKey}
      organizationName={organizationName}
      draft={draft}
      checked={checked}
      sentences={sentences}
      way={way}
      meter={<CostMeter fields={typeof cost === "number" ? cost : null} before={null} />}
      form={<IndicatorForm />}
    >
      <Card title={t("problems")}>
        <DraftProblems
          problems={checked.data?.problems}
          nameOf={(path) => path || t("whole")}
          onJump={(path) => {
            way[1]("form");
            focusPlace(path);
          }}
        />
      </Card>
    </EditorFrame>
  );
}
