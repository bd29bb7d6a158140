import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { call } from "../../../../app/api/client.ts";
import { DraftBar } from "../../../../app/drafts/DraftBar.tsx";
import { bodyOf, DraftPanel, nameIn, type useWay } from "../../../../app/drafts/DraftPanel.tsx";
import { PublishActs } from "../../../../app/drafts/PublishActs.tsx";
import type { DraftKey } from "../../../../app/drafts/use-definition-draft.ts";
import type { TextDraft } from "../../../../app/drafts/use-text-draft.ts";
import { type PageSearch, without } from "../../../../app/frame/search.ts";
import { useWords } from "../../../../app/language/language.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { AssessmentPage } from "../../AssessmentPage.tsx";
import styles from "./Editor.module.css";
import { editorTexts } from "./texts.ts";

export type DefinitionKey = DraftKey & { readonly kind: "indicator" | "scheme" };
type Props = {
  draftKey: DefinitionKey;
  organizationName: string;
  draft: TextDraft;
  checked: { data: Answer<"validateDraft"> | undefined; isPlaceholderData: boolean };
  sentences: ReadonlyMap<string, string>;
  way: ReturnType<typeof useWay>;
  meter: ReactNode;
  form: ReactNode;
  /** What stands below: problems, differences, a trial. */
  children: ReactNode;
};

/** Around a definition that is being changed: whether it is kept, what it costs, publishing it, and form and text of it. */
export function EditorFrame(props: Props) {
  const { draftKey, organizationName, draft, checked, sentences, way, meter, form, children } = props;
  const t = useTexts(editorTexts);
  const words = useWords();
  const navigate = useNavigate();
  const { data } = checked;
  const changes = data?.outcome?.changes.length ?? 0;
  return (
    <AssessmentPage
      title={t("editing", { name: nameIn(bodyOf(draft), words) ?? draftKey.code })}
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
          problems={data ? data.problems.length : null}
          version={data?.version ?? null}
          about={`${t("publishAbout")} ${changes > 0 ? t("publishChanges", { count: changes }) : ""}`}
          asksNote
          publish={(note) => call("publishDraft", { params: draftKey, body: { revision: draft.revision, note } })}
          onGone={(published) => {
            const shown =
              published && draftKey.kind === "scheme"
                ? { scheme: published.code, version: String(published.version) }
                : {};
            return navigate({
              to: "/board/schemes",
              search: (now: PageSearch) => ({ ...without("version", "scheme")(now), ...shown }),
            });
          }}
        />
      </div>
      <DraftPanel draft={draft} sentences={sentences} way={way} form={form}>
        {children}
      </DraftPanel>
    </AssessmentPage>
  );
}
