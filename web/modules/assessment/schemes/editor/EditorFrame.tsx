import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ConflictNotice } from "../../../../app/drafts/ConflictNotice.tsx";
import { DraftBar } from "../../../../app/drafts/DraftBar.tsx";
import { DraftContext } from "../../../../app/drafts/DraftContext.ts";
import { readDraft } from "../../../../app/drafts/draft-text.ts";
import { TextTab } from "../../../../app/drafts/TextTab.tsx";
import type { TextDraft } from "../../../../app/drafts/use-text-draft.ts";
import { without } from "../../../../app/frame/search.ts";
import { useWords, type Words } from "../../../../app/language/language.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Card } from "../../../../ui/Card.tsx";
import { Notice } from "../../../../ui/States.tsx";
import { Tabs } from "../../../../ui/Tabs.tsx";
import { AssessmentPage } from "../../AssessmentPage.tsx";
import styles from "./Editor.module.css";
import { PublishActs } from "./PublishActs.tsx";
import { editorTexts } from "./texts.ts";
import type { DraftKey } from "./use-definition-draft.ts";

const ways = ["form", "text"] as const;
export type Way = (typeof ways)[number];

type Props = {
  draftKey: DraftKey;
  organizationName: string;
  draft: TextDraft;
  checked: { data: Answer<"validateDraft"> | undefined; isPlaceholderData: boolean };
  sentences: ReadonlyMap<string, string>;
  way: Way;
  onWay: (way: Way) => void;
  meter: ReactNode;
  form: ReactNode;
  /** What stands below: problems, differences, a trial. */
  children: ReactNode;
};

/** Around a definition that is being changed: whether it is kept, what it costs, publishing it, and form and text of it. */
export function EditorFrame(props: Props) {
  const { draftKey, organizationName, draft, checked, sentences, way, onWay, meter, form, children } = props;
  const t = useTexts(editorTexts);
  const words = useWords();
  const read = readDraft(draft.text);
  const body = "body" in read ? read.body : {};
  const name = body.name as Partial<Words> | null | undefined;
  const title = (typeof name?.zh === "string" && typeof name.en === "string" && words(name as Words)) || draftKey.code;
  return (
    <AssessmentPage
      title={t("editing", { name: title })}
      about={t("editingFor", { organization: organizationName })}
      action={
        <Link className="link" to="/board/schemes" search={without("version")}>
          {t("back")}
        </Link>
      }
    >
      <div className={styles.bar}>
        <DraftBar draft={draft} />
        {meter}
        <PublishActs
          draftKey={draftKey}
          revision={draft.revision}
          settled={draft.state === "saved" && !checked.isPlaceholderData}
          problems={checked.data ? checked.data.problems.length : null}
          version={checked.data?.version ?? null}
          changes={checked.data?.outcome?.changes.length ?? null}
        />
      </div>
      <ConflictNotice draft={draft} />
      <DraftContext value={{ text: draft.text, body, change: draft.change, sentences }}>
        <Card>
          <Tabs
            label={t("ways")}
            panelId="definition-draft"
            options={ways.map((key) => ({ key, label: t(key) }))}
            value={way}
            onChange={onWay}
          />
          <div id="definition-draft" role="tabpanel" aria-labelledby={`definition-draft-${way}`}>
            {way === "text" && <TextTab text={draft.text} change={draft.change} />}
            {way === "form" && "line" in read && <Notice>{t("unreadableForm", { line: read.line })}</Notice>}
            {way === "form" && "body" in read && form}
          </div>
        </Card>
        {children}
      </DraftContext>
    </AssessmentPage>
  );
}
