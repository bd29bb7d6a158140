import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { wordInstant } from "../../../app/frame/months.ts";
import { useMayHere } from "../../../app/frame/view.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { AskSheet } from "../../../ui/AskSheet.tsx";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/States.tsx";
import type { RecordForm } from "../draft.ts";
import type { TypedDraft } from "../use-draft.ts";
import { DraftDifferences } from "./DraftDifferences.tsx";
import { RestoredNotice } from "./RestoredNotice.tsx";
import type { ServerDraft } from "./starting-from.ts";
import { draftTexts } from "./texts.ts";

type Props = {
  form: RecordForm;
  typed: TypedDraft;
  /** As the server has it; null where it never got there. */
  server: ServerDraft | null;
  restored: boolean;
  startAnew: () => void;
};

/** What somebody has to know about a draft before going on with it: whose turn it is, and what happened elsewhere. */
export function DraftNotices({ form, typed, server, restored, startAnew }: Props) {
  const t = useTexts(draftTexts);
  const language = useLanguage();
  const may = useMayHere();
  const client = useQueryClient();
  const [returning, setReturning] = useState(false);
  const { sync, draft } = typed;
  const awaiting = server?.state === "awaiting_signature";
  const handed = {
    name: server?.handedOverBy ?? "",
    time: server?.handedOverAt ? wordInstant(language, server.handedOverAt) : "",
  };
  const discard = async () => {
    const params = { organizationId: form.organizationId, draftId: draft.draftId };
    if (typed.onServer()) await call("discardRecordDraft", { params });
    typed.forget();
    void client.invalidateQueries({ queryKey: ["listRecordDrafts"] });
    startAnew();
  };
  if (sync.name === "submitted") return <Became recordId={sync.recordId} />;
  return (
    <>
      {sync.name === "handed_over" && <Notice>{t("lockedNow")}</Notice>}
      {awaiting && !may("record.submit") && <Notice tone="calm">{t("locked", handed)}</Notice>}
      {awaiting && may("record.submit") && (
        <Notice
          tone="calm"
          action={
            <Button kind="text" onClick={() => setReturning(true)}>
              {t("sendBack")}
            </Button>
          }
        >
          {t("awaiting", handed)}
        </Notice>
      )}
      {server?.sentBackReason && <Notice>{t("sentBack", { reason: server.sentBackReason })}</Notice>}
      {restored && !awaiting && <RestoredNotice text={t("discardText")} discard={discard} />}
      {sync.name === "differs" && (
        <DraftDifferences
          form={form}
          merged={sync.merged}
          differences={sync.differences}
          onSettled={typed.syncing.settle}
        />
      )}
      {returning && (
        <SendBackSheet
          organizationId={form.organizationId}
          draft={{ id: draft.draftId, title: draft.title }}
          onSent={typed.forget}
          onClose={() => setReturning(false)}
        />
      )}
    </>
  );
}

function Became({ recordId }: { recordId: string | null }) {
  const t = useTexts(draftTexts);
  const to = recordId ? { to: "/records/$recordId" as const, params: { recordId } } : { to: "/records" as const };
  return (
    <Notice
      tone="good"
      action={
        <Link {...to} className={buttonClass("text")}>
          {t("seeRecord")}
        </Link>
      }
    >
      {t("became")}
    </Notice>
  );
}

type SendBack = {
  organizationId: string;
  draft: { id: string; title: string };
  onSent?: () => void;
  onClose: () => void;
};

/** The secretary says what is to be mended, and the draft returns to who wrote it. */
export function SendBackSheet({ organizationId, draft, onSent, onClose }: SendBack) {
  const t = useTexts(draftTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const sendBack = useMutation({
    mutationFn: (reason: string) =>
      call("sendBackDraft", { params: { organizationId, draftId: draft.id }, body: { reason } }),
    onSuccess: () => {
      onSent?.();
      void client.invalidateQueries({ queryKey: ["listRecordDrafts"] });
      onClose();
      void navigate({ to: "/records/drafts" });
    },
  });
  return (
    <AskSheet
      title={t("sendBackTitle", { title: draft.title || t("untitled") })}
      reason={{ label: t("sendBackReason") }}
      confirm={t("sendBack")}
      cancel={t("cancel")}
      act={sendBack}
      onClose={onClose}
    >
      <p>{t("sendBackText")}</p>
    </AskSheet>
  );
}
