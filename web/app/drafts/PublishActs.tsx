import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { Button } from "../../ui/Button.tsx";
import { writeKept } from "../../ui/kept-text.ts";
import { call } from "../api/client.ts";
import { useTexts } from "../language/texts.ts";
import styles from "./Drafts.module.css";
import { draftTexts } from "./texts.ts";
import { type DraftKey, keptName } from "./use-definition-draft.ts";

type Props<Published> = {
  draftKey: DraftKey;
  revision: number;
  /** Whether what stands here is saved and checked. */
  settled: boolean;
  /** How many stand against it; null while nobody knows. */
  problems: number | null;
  version: number | null;
  /** What publishing means, said before it happens. */
  about: ReactNode;
  /** Whether words stay with the version. */
  asksNote: boolean;
  publish: (note: string) => Promise<Published>;
  /** Where to go afterwards: to what was published, or away from what was thrown away. */
  onGone: (published: Published | null) => Promise<void>;
};
const concerned = [
  ...["listSchemes", "getScheme", "listIndicators", "getIndicator", "listDrafts"],
  ...["listTemplates", "getTemplate"],
];

/** Publishes a draft, or throws it away. */
export function PublishActs<Published>(props: Props<Published>) {
  const { draftKey, revision, settled, problems, version, about, asksNote, publish, onGone } = props;
  const t = useTexts(draftTexts);
  const client = useQueryClient();
  const [doing, setDoing] = useState<"publish" | "discard" | null>(null);
  const close = () => setDoing(null);
  const gone = async (published: Published | null) => {
    writeKept(keptName(draftKey), "", "", sessionStorage);
    await Promise.all(concerned.map((name) => client.invalidateQueries({ queryKey: [name] })));
    await onGone(published);
  };
  const publishing = useMutation({ mutationFn: publish, onSuccess: gone });
  const discarding = useMutation({
    mutationFn: () => call("deleteDraft", { params: draftKey }),
    onSuccess: () => gone(null),
  });
  return (
    <div className={styles.publish}>
      {revision > 0 && (
        <Button kind="text" onClick={() => setDoing("discard")}>
          {t("discard")}
        </Button>
      )}
      {problems !== null && problems > 0 && <span className="note">{t("stillProblems", { count: problems })}</span>}
      <Button kind="primary" disabled={!settled || problems !== 0} onClick={() => setDoing("publish")}>
        {t("publish")}
      </Button>
      {doing === "publish" && (
        <AskSheet
          title={t("publishTitle", { version: version ?? 1 })}
          {...(asksNote && { reason: { label: t("note"), hint: t("noteHint") } })}
          confirm={t("publish")}
          cancel={t("cancel")}
          act={publishing}
          onClose={close}
        >
          <p>{about}</p>
        </AskSheet>
      )}
      {doing === "discard" && (
        <AskSheet
          title={t("discard")}
          confirm={t("discard")}
          cancel={t("cancel")}
          act={{ ...discarding, mutate: () => discarding.mutate() }}
          onClose={close}
        >
          <p>{t("discardAbout")}</p>
        </AskSheet>
      )}
    </div>
  );
}
