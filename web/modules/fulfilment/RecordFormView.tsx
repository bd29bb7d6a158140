import { useEffect } from "react";
import { useMayHere } from "../../app/frame/view.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import type { RecordForm } from "./draft.ts";
import { DraftNotices } from "./drafts/DraftNotices.tsx";
import { DraftStatus } from "./drafts/DraftStatus.tsx";
import type { Kept } from "./drafts/draft-store.ts";
import { OtherDrafts } from "./drafts/OtherDrafts.tsx";
import { SentCard } from "./drafts/SentCard.tsx";
import type { ServerDraft } from "./drafts/starting-from.ts";
import { draftTexts } from "./drafts/texts.ts";
import { withFile } from "./form/papers.ts";
import { RecordFields } from "./form/RecordFields.tsx";
import { useWholeForm } from "./form/use-whole-form.ts";
import { sendable } from "./form/whole-form.ts";
import { useKeptPhotos } from "./offline/use-kept-photos.ts";
import { RecordFormFrame } from "./RecordFormFrame.tsx";
import { ResultCard } from "./ResultCard.tsx";
import { SendPart, useAfterPhotos } from "./SendPart.tsx";
import { formTexts } from "./texts.ts";
import { useDraft } from "./use-draft.ts";
import { usePhotoUploads } from "./use-photo-uploads.ts";
import { useSubmission } from "./use-submission.ts";

type Props = {
  form: RecordForm;
  updating: boolean;
  onDay: (day: string) => void;
  /** What the form begins with, and whether nobody wrote into it yet. */
  start: Kept;
  fresh: boolean;
  /** The same draft as the server has it; null where it never got there. */
  server: ServerDraft | null;
  startAnew: () => void;
};

/** A record that is being entered: drafted, handed over, confirmed or submitted. */
export function RecordFormView({ form, updating, onDay, start, fresh, server, startAnew }: Props) {
  const t = useTexts(formTexts);
  const drafts = useTexts(draftTexts);
  const words = useWords();
  const may = useMayHere();
  const typed = useDraft(start, fresh);
  const { draft, change, sync } = typed;
  const whole = useWholeForm(form, draft);
  const submission = useSubmission(whole, sendable(draft, whole), typed);
  const photos = usePhotoUploads(
    form.organizationId,
    (photo) => change((now) => ({ photos: [...now.photos.filter(({ id }) => id !== photo.id), photo] })),
    (paper, fileId) => change((now) => ({ materials: withFile(now.materials ?? [], paper, fileId) })),
  );
  const queued = submission.sent === "queued";
  useKeptPhotos(draft.draftId, photos, queued);
  const { stop } = photos;
  useEffect(() => {
    // Two hands that send the same file would each hear a part of what became of it.
    if (queued) stop();
  }, [queued, stop]);
  const sending = useAfterPhotos(photos, submission.submit);
  const name = words(form.template.name);
  if (submission.result)
    return <ResultCard result={submission.result} recordId={submission.result.recordId} name={name} />;
  if (submission.sent) return <SentCard sent={submission.sent} id={draft.draftId} name={name} />;
  const awaiting = server?.state === "awaiting_signature";
  // While two texts differ nothing more is typed: what is chosen would not have it.
  const settled = sync.name !== "handed_over" && sync.name !== "submitted" && sync.name !== "differs";
  const locked = !settled || (awaiting && !may("record.submit"));
  const label = submission.draftsOnly
    ? drafts("handOver")
    : awaiting
      ? drafts("confirm")
      : t(submission.lost ? "again" : "submit");
  return (
    <RecordFormFrame
      title={form.subjectId === form.organizationId ? name : `${form.subjectName} · ${name}`}
      status={
        sync.name === "new" && typed.kept === null && form.filledIn > 0 ? (
          t("filledIn", { count: form.filledIn })
        ) : (
          <DraftStatus typed={typed} />
        )
      }
      above={
        <>
          <DraftNotices form={form} typed={typed} server={server} restored={!fresh} startAnew={startAnew} />
          {fresh && sync.name === "new" && <OtherDrafts form={form} />}
        </>
      }
      locked={locked}
      onSubmit={sending.ask}
    >
      <RecordFields
        form={whole}
        draft={draft}
        change={change}
        problem={submission.problem}
        updating={updating}
        onDay={onDay}
        photos={photos}
      >
        {!locked && <SendPart label={label} act={submission} sending={sending} photos={photos} />}
      </RecordFields>
    </RecordFormFrame>
  );
}
