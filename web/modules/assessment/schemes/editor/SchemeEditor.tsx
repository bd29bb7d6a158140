import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useState } from "react";
import { bodyOf, useWay } from "../../../../app/drafts/DraftPanel.tsx";
import { DraftProblems, focusPlace, useSentences } from "../../../../app/drafts/DraftProblems.tsx";
import { placeOf } from "../../../../app/drafts/draft-text.ts";
import { useChecked } from "../../../../app/drafts/use-definition-draft.ts";
import { type DraftStore, type StoredDraft, useTextDraft } from "../../../../app/drafts/use-text-draft.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Card } from "../../../../ui/Card.tsx";
import { Changes } from "../Difference.tsx";
import { schemeLines } from "../scheme-tree.ts";
import { CostMeter } from "./CostMeter.tsx";
import styles from "./Editor.module.css";
import { type DefinitionKey, EditorFrame } from "./EditorFrame.tsx";
import { EditorTree } from "./EditorTree.tsx";
import { GradesForm } from "./GradesForm.tsx";
import { LineForm } from "./LineForm.tsx";
import { type Panel, panelOf } from "./places.ts";
import { SettingsForm } from "./SettingsForm.tsx";
import { TrialRun } from "./TrialRun.tsx";
import { editorTexts } from "./texts.ts";
import { useLineName } from "./use-line-name.ts";
import { VetoesForm } from "./VetoesForm.tsx";

type Props = {
  draftKey: DefinitionKey;
  organizationName: string;
  store: DraftStore;
  start: StoredDraft;
  schemes: Answer<"listSchemes">["items"];
};

/** Tree left, form right; below what stands against it, what it changes, and what it would have done. */
export function SchemeEditor({ draftKey, organizationName, store, start, schemes }: Props) {
  const t = useTexts(editorTexts);
  const draft = useTextDraft(start, store);
  const checked = useChecked(draftKey, draft);
  const problems = checked.data?.problems ?? [];
  const sentences = useSentences(problems);
  const [panel, setPanel] = useState<Panel>({ kind: "line", place: "root" });
  const way = useWay();
  const open = (next: Panel) => {
    setPanel(next);
    // Below the tree, as on a phone, the form would open out of sight.
    requestAnimationFrame(() => document.getElementById("scheme-part")?.scrollIntoView({ block: "nearest" }));
  };
  const nameOf = useLineName();
  const lines = schemeLines(bodyOf(draft));
  const places = lines.map(({ path }) => ({ place: placeOf(path) }));
  const jump = (path: string) => {
    way[1]("form");
    setPanel(panelOf(path, places));
    focusPlace(path);
  };
  const nameOfPlace = (path: string) => {
    const at = panelOf(path, places);
    if (at.kind !== "line") return t(at.kind);
    const line = lines.find((one) => placeOf(one.path) === at.place);
    return line ? nameOf(line).name : path;
  };
  const outcome = checked.data?.outcome ?? null;
  return (
    <EditorFrame
      draftKey={draftKey}
      organizationName={organizationName}
      draft={draft}
      checked={checked}
      sentences={sentences}
      way={way}
      meter={<CostMeter fields={outcome?.fields ?? null} before={outcome?.fieldsBefore ?? null} />}
      form={
        <div className={styles.halves}>
          <EditorTree panel={panel} problems={problems} onOpen={open} />
          <section id="scheme-part" aria-label={t("formOf")} className={styles.right}>
            {panel.kind === "line" && <LineForm place={panel.place} onOpen={setPanel} />}
            {panel.kind === "settings" && <SettingsForm />}
            {panel.kind === "grades" && <GradesForm />}
            {panel.kind === "vetoes" && <VetoesForm />}
          </section>
        </div>
      }
    >
      <div className={styles.below}>
        <Card title={t("problems")}>
          <DraftProblems problems={checked.data?.problems} nameOf={nameOfPlace} onJump={jump} />
        </Card>
        <Outcome checked={checked.data} />
      </div>
      <Card title={t("trial")} note={t("nothingSaved")}>
        <TrialRun organizationId={draftKey.organizationId} code={draftKey.code} schemes={schemes} />
      </Card>
    </EditorFrame>
  );
}

/** What the draft changes of the version in force. */
function Outcome({ checked }: { checked: Answer<"validateDraft"> | undefined }) {
  const t = useTexts(editorTexts);
  const against = checked?.against ?? null;
  const outcome = checked?.outcome ?? null;
  return (
    <Card title={t("difference")} note={against !== null && t("againstVersion", { version: against })}>
      {outcome === null || against === null ? (
        <p className="quiet">{t(outcome === null ? "noOutcome" : "firstVersion")}</p>
      ) : (
        <Changes changes={outcome.changes} from={t("versionOf", { version: against })} to={t("thisDraft")} />
      )}
    </Card>
  );
}
