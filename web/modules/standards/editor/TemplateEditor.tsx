import type { Body } from "@dutyloop/contract/endpoints.ts";
import { Link, useNavigate } from "@tanstack/react-router";
import { call } from "../../../app/api/client.ts";
import { DraftBar } from "../../../app/drafts/DraftBar.tsx";
import { bodyOf, DraftPanel, nameIn, useWay } from "../../../app/drafts/DraftPanel.tsx";
import { DraftProblems, focusPlace, useSentences } from "../../../app/drafts/DraftProblems.tsx";
import { PublishActs } from "../../../app/drafts/PublishActs.tsx";
import { type DraftKey, useChecked } from "../../../app/drafts/use-definition-draft.ts";
import { type DraftStore, type StoredDraft, useTextDraft } from "../../../app/drafts/use-text-draft.ts";
import { without } from "../../../app/frame/search.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Page } from "../../../ui/Page.tsx";
import { Differences } from "../Differences.tsx";
import { partTexts, standardsTexts } from "../texts.ts";
import styles from "./Editor.module.css";
import { FormPreview } from "./FormPreview.tsx";
import { TemplateForm } from "./TemplateForm.tsx";
import { editorTexts } from "./texts.ts";
import { YearlyCost } from "./YearlyCost.tsx";

type Props = { draftKey: DraftKey; organizationName: string; store: DraftStore; start: StoredDraft };

/** 清单、流程、标准、频次 of a template as a form, with the record form it makes beside it. */
export function TemplateEditor({ draftKey, organizationName, store, start }: Props) {
  const t = useTexts(editorTexts);
  const words = useWords();
  const navigate = useNavigate();
  const draft = useTextDraft(start, store);
  const { data, isPlaceholderData } = useChecked(draftKey, draft);
  const sentences = useSentences(data?.problems ?? []);
  const way = useWay();
  const nameOf = usePartName();
  const { organizationId, code } = draftKey;
  const publish = () => {
    const { adapts, ...body } = bodyOf(draft);
    const sent = { body, adapts: adapts ?? null } as unknown as Body<"publishTemplate">;
    return call("publishTemplate", { params: { organizationId }, body: sent });
  };
  return (
    <Page
      title={t("editing", { name: nameIn(bodyOf(draft), words) ?? code })}
      about={t("editingFor", { organization: organizationName })}
      action={
        <Link className="link" to="/standards" search={without("version")}>
          {t("back")}
        </Link>
      }
    >
      <div className={styles.bar}>
        <DraftBar draft={draft} />
        <YearlyCost checked={data?.template ?? null} />
        <PublishActs
          draftKey={draftKey}
          revision={draft.revision}
          settled={draft.state === "saved" && !isPlaceholderData}
          problems={data ? data.problems.length : null}
          version={data?.version ?? null}
          about={t("publishAbout")}
          asksNote={false}
          publish={publish}
          onGone={(published) =>
            published
              ? navigate({
                  to: "/standards/$templateCode",
                  params: { templateCode: published.code },
                  search: (now: object) => ({ ...now, version: String(published.version) }),
                })
              : navigate({ to: "/standards", search: without("version") })
          }
        />
      </div>
      <DraftPanel
        draft={draft}
        sentences={sentences}
        way={way}
        form={
          <div className={styles.halves}>
            <TemplateForm />
            <div className={styles.side}>
              <section aria-label={t("problems")}>
                <h3>{t("problems")}</h3>
                <DraftProblems
                  problems={data?.problems}
                  nameOf={nameOf}
                  onJump={(path) => {
                    way[1]("form");
                    focusPlace(path);
                  }}
                />
              </section>
              <FormPreview />
            </div>
          </div>
        }
      >
        {data?.template && data.against !== null && <Differences changes={data.template.changes} />}
      </DraftPanel>
    </Page>
  );
}

/** What the part of a template is called that a place lies in. */
function usePartName() {
  const t = useTexts(standardsTexts);
  const own = useTexts(editorTexts);
  return (path: string) => {
    const part = /^[a-zA-Z]+/.exec(path)?.[0] ?? "";
    return part in partTexts ? t(partTexts[part as keyof typeof partTexts]) : own("whole");
  };
}
