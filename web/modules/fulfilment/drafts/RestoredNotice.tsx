import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "../../../app/language/texts.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/States.tsx";
import { draftTexts } from "./texts.ts";

type Props = Pick<DiscardProps, "text" | "discard">;

/** What was typed before is here again; whoever wants to begin anew throws it away. */
export function RestoredNotice({ text, discard }: Props) {
  const t = useTexts(draftTexts);
  const [discarding, setDiscarding] = useState(false);
  return (
    <>
      <Notice
        tone="calm"
        action={
          <Button kind="text" onClick={() => setDiscarding(true)}>
            {t("discard")}
          </Button>
        }
      >
        {t("restored")}
      </Notice>
      {discarding && <DiscardSheet text={text} discard={discard} onClose={() => setDiscarding(false)} />}
    </>
  );
}

type DiscardProps = {
  /** Where it is gone then. */
  text: string;
  discard: () => void | Promise<void>;
  onClose: () => void;
};

export function DiscardSheet({ text, discard, onClose }: DiscardProps) {
  const t = useTexts(draftTexts);
  const act = useMutation({
    networkMode: "always",
    mutationFn: async () => {
      await discard();
    },
    onSuccess: onClose,
  });
  return (
    <AskSheet
      title={t("discardTitle")}
      confirm={t("discardIt")}
      cancel={t("keep")}
      act={{ ...act, mutate: () => act.mutate() }}
      onClose={onClose}
    >
      <p>{text}</p>
    </AskSheet>
  );
}
