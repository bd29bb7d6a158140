import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../../../app/api/client.ts";
import { draftTexts } from "../../../../app/drafts/texts.ts";
import { type PageSearch, without } from "../../../../app/frame/search.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { AskSheet } from "../../../../ui/AskSheet.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { writeKept } from "../../../../ui/kept-text.ts";
import styles from "./Editor.module.css";
import { editorTexts } from "./texts.ts";
import type { DraftKey } from "./use-definition-draft.ts";

type Props = {
  draftKey: DraftKey;
  revision: number;
  /** Whether what stands here is saved and checked. */
  settled: boolean;
  /** How many stand against it; null while nobody knows. */
  problems: number | null;
  version: number | null;
  changes: number | null;
};
const concerned = ["listSchemes", "getScheme", "listIndicators", "getIndicator", "listDrafts"];

/** Publishes a draft with the words that stay with its version, or throws it away. */
export function PublishActs({ draftKey, revision, settled, problems, version, changes }: Props) {
  const t = useTexts(editorTexts);
  const drafts = useTexts(draftTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<"publish" | "discard" | null>(null);
  const close = () => setDoing(null);
  const gone = async (search: { scheme?: string; version?: string }) => {
    writeKept(`draft ${draftKey.organizationId} ${draftKey.kind} ${draftKey.code}`, "", "", sessionStorage);
    await Promise.all(concerned.map((name) => client.invalidateQueries({ queryKey: [name] })));
    await navigate({
      to: "/board/schemes",
      search: (now: PageSearch) => ({ ...without("version", "scheme")(now), ...search }),
    });
  };
  const publish = useMutation({
    mutationFn: (note: string) => call("publishDraft", { params: draftKey, body: { revision, note } }),
    onSuccess: (answer) =>
      gone(draftKey.kind === "scheme" ? { scheme: answer.code, version: String(answer.version) } : {}),
  });
  const discard = useMutation({
    mutationFn: () => call("deleteDraft", { params: draftKey }),
    onSuccess: () => gone({}),
  });
  const ready = settled && problems === 0;
  return (
    <div className={styles.row}>
      {revision > 0 && (
        <Button kind="text" onClick={() => setDoing("discard")}>
          {drafts("discard")}
        </Button>
      )}
      {problems !== null && problems > 0 && <span className="note">{t("stillProblems", { count: problems })}</span>}
      <Button kind="primary" disabled={!ready} onClick={() => setDoing("publish")}>
        {t("publish")}
      </Button>
      {doing === "publish" && (
        <AskSheet
          title={t("publishTitle", { version: version ?? 1 })}
          reason={{ label: t("note"), hint: t("noteHint") }}
          confirm={t("publish")}
          cancel={t("cancel")}
          act={{ ...publish, mutate: (note) => publish.mutate(note) }}
          onClose={close}
        >
          <p>
            {t("publishAbout")} {changes !== null && changes > 0 && t("publishChanges", { count: changes })}
          </p>
        </AskSheet>
      )}
      {doing === "discard" && (
        <AskSheet
          title={drafts("discard")}
          confirm={drafts("discard")}
          cancel={t("cancel")}
          act={{ ...discard, mutate: () => discard.mutate() }}
          onClose={close}
        >
          <p>{drafts("discardAbout")}</p>
        </AskSheet>
      )}
    </div>
  );
}
