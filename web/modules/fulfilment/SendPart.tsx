import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
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
  const { busy, error, problems, reused = false, became = null } = act;
  const waits = sending.asked && photos.waiting > 0 && (
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
  );
  return (
    <SendButton
      label={label}
      busy={busy || sending.asked}
      error={error}
      problems={problems}
      {...(reused ? { said: t("reused") } : {})}
      action={
        became !== null ? (
          <Link to="/records/$recordId" params={{ recordId: became }} className={buttonClass("text")}>
            {drafts("seeRecord")}
          </Link>
        ) : (
          reused && (
            <Link to="/records" className={buttonClass("text")}>
              {t("seeRecords")}
            </Link>
          )
        )
      }
    >
      {waits}
    </SendButton>
  );
}

type ButtonProps = {
  label: string;
  busy: boolean;
  error: unknown;
  /** How many fields are wrong. */
  problems: number;
  /** Instead of the refusal's own sentence. */
  said?: string;
  action?: ReactNode;
  children?: ReactNode;
};

/** The button that sends a form, and above it why it couldn't be sent. */
export function SendButton({ label, busy, error, problems, said, action, children }: ButtonProps) {
  const t = useTexts(formTexts);
  const sentence = useSentence();
  return (
    <>
      {error !== null && (
        <Notice action={action || <RefusalHelp error={error} />}>
          {said ?? sentence(error, "writing")}
          {problems > 0 && ` ${t("correct", { count: problems })}`}
        </Notice>
      )}
      {children}
      <Button kind="primary" big type="submit" busy={busy}>
        {label}
      </Button>
    </>
  );
}
