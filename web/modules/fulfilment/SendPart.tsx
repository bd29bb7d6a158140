import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { Notice, RefusalHelp, useSentence } from "../../ui/States.tsx";
import { draftTexts } from "./drafts/texts.ts";
import { formTexts } from "./texts.ts";
import type { PhotoUploads } from "./use-photo-uploads.ts";

/** Pressed while photographs were on their way: it goes out with the last of them. */
export function useAfterPhotos(photos: PhotoUploads, submit: () => void) {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked || (photos.waiting > 0 && navigator.onLine)) return;
    setAsked(false);
    submit();
  }, [asked, photos.waiting, submit]);
  return {
    asked,
    ask: () => setAsked(true),
    atOnce: () => {
      setAsked(false);
      submit();
    },
  };
}

type Props = {
  label: string;
  act: { busy: boolean; error: unknown; problems: number; reused?: boolean; became?: string | null };
  sending: ReturnType<typeof useAfterPhotos>;
  photos: PhotoUploads;
};

/** Below the fields: what came of sending it, what it still waits for, and the button. */
export function SendPart({ label, act, sending, photos }: Props) {
  const t = useTexts(formTexts);
  const drafts = useTexts(draftTexts);
  const sentence = useSentence();
  const { busy, error, problems, reused = false, became = null } = act;
  return (
    <>
      {error !== null && (
        <Notice
          action={
            became !== null ? (
              <Link to="/records/$recordId" params={{ recordId: became }} className={buttonClass("text")}>
                {drafts("seeRecord")}
              </Link>
            ) : reused ? (
              <Link to="/records" className={buttonClass("text")}>
                {t("seeRecords")}
              </Link>
            ) : (
              <RefusalHelp error={error} />
            )
          }
        >
          {reused ? t("reused") : sentence(error, "writing")}
          {problems > 0 && ` ${t("correct", { count: problems })}`}
        </Notice>
      )}
      {sending.asked && photos.waiting > 0 && (
        <Notice
          tone="calm"
          action={
            <Button kind="text" onClick={sending.atOnce}>
              {t("withoutPhotos")}
            </Button>
          }
        >
          {t("waitingForPhotos", { count: photos.waiting })}
        </Notice>
      )}
      <Button kind="primary" big type="submit" busy={busy || sending.asked}>
        {label}
      </Button>
    </>
  );
}
