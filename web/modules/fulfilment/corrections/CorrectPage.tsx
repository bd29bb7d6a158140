import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../../app/api/client.ts";
import { newId } from "../../../app/api/new-id.ts";
import { ask } from "../../../app/api/queries.ts";
import { problemsByField, Refusal } from "../../../app/api/refusal.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay, useSession } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { DeniedPage } from "../../../ui/DeniedPage.tsx";
import { TextArea } from "../../../ui/Field.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Failed, Loading, Notice } from "../../../ui/States.tsx";
import { useFirstProblem } from "../../../ui/use-first-problem.ts";
import { bodyOf, type RecordForm } from "../draft.ts";
import { RestoredNotice } from "../drafts/RestoredNotice.tsx";
import { draftTexts } from "../drafts/texts.ts";
import { withFile } from "../form/papers.ts";
import { RecordFields } from "../form/RecordFields.tsx";
import { useWholeForm } from "../form/use-whole-form.ts";
import { sendable } from "../form/whole-form.ts";
import { problemOf } from "../problem-of.ts";
import { RecordFormFrame } from "../RecordFormFrame.tsx";
import { SendPart, useAfterPhotos } from "../SendPart.tsx";
import type { ChangeDraft } from "../use-draft.ts";
import { usePhotoUploads } from "../use-photo-uploads.ts";
import { draftFromEntry, type RecordEntry } from "./draft-from-entry.ts";
import { dropCorrection, useKeptCorrection } from "./kept-correction.ts";
import { correctionTexts } from "./texts.ts";

/** The form filled with what stands; saved with a reason it becomes a new version. */
export default function CorrectPage() {
  const t = useTexts(correctionTexts);
  const may = useMay();
  const { account } = useSession();
  const { recordId = "" } = useParams({ strict: false });
  const [round, setRound] = useState(0);
  const entry = useQuery({
    ...ask("getRecordEntry", { params: { recordId } }),
    enabled: may("record.correct"),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  // What is corrected must not change under the typist; another version is told when it is saved.
  const [begun, setBegun] = useState<typeof entry.data>();
  if (entry.data !== undefined && begun === undefined) setBegun(entry.data);
  if (!may("record.correct")) return <DeniedPage />;
  if (begun === undefined || begun.state === "revoked") {
    return (
      <Page title={t("correct")} narrow>
        <Loaded query={entry} tall rows={4}>
          {({ state }) => (state === "revoked" ? <Notice>{t("revokedText")}</Notice> : <Loading tall rows={4} />)}
        </Loaded>
      </Page>
    );
  }
  const reload = async () => {
    const { data } = await entry.refetch();
    if (data === undefined) return;
    dropCorrection(account.id, recordId);
    setBegun(data);
    setRound((now) => now + 1);
  };
  return (
    <FilledIn
      key={`${begun.version}.${round}`}
      recordId={recordId}
      organizationId={begun.organizationId}
      version={begun.version}
      entry={begun.entry}
      others={begun.others}
      reload={() => void reload()}
    />
  );
}

type Props = {
  recordId: string;
  organizationId: string;
  version: number;
  entry: RecordEntry;
  /** How many parts are not his to correct. */
  others: number;
  reload: () => void;
};

/** Asks for the people and the standards of each type that the record serves as. */
function FilledIn({ recordId, organizationId, version, entry, others: foreign, reload }: Props) {
  const t = useTexts(correctionTexts);
  const [day, setDay] = useState(entry.occurredOn);
  const [first = "", ...others] = entry.templateCodes;
  const asked = (template: string) => ({
    ...ask("getRecordForm", {
      params: { organizationId },
      query: { template, subjectId: entry.subjectId, on: day },
    }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const form = useQuery(asked(first));
  const rest = useQueries({ queries: others.map(asked) });
  const failed = [form, ...rest].find(({ isError }) => isError);
  if (failed || !form.data || rest.some(({ data }) => data === undefined)) {
    return (
      <Page title={t("correct")} narrow>
        {failed ? <Failed error={failed.error} retry={() => void failed.refetch()} /> : <Loading tall rows={4} />}
      </Page>
    );
  }
  const known = new Set(form.data.alsoPossible.map(({ template }) => template.code));
  // What it served as is discharged by now, and so isn't owed any more.
  const served = rest.flatMap(({ data }) =>
    data && !known.has(data.template.code) ? [{ template: data.template, openUntil: entry.occurredOn }] : [],
  );
  return (
    <Correction
      recordId={recordId}
      version={version}
      entry={entry}
      others={foreign}
      form={{ ...form.data, alsoPossible: [...served, ...form.data.alsoPossible] }}
      updating={form.isPlaceholderData}
      onDay={setDay}
      reload={reload}
    />
  );
}

type CorrectionProps = Omit<Props, "organizationId"> & {
  form: RecordForm;
  updating: boolean;
  onDay: (day: string) => void;
};

function Correction({ recordId, version, entry, others, form, updating, onDay, reload }: CorrectionProps) {
  const t = useTexts(correctionTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const drafts = useTexts(draftTexts);
  const { draft, reason, kept, restored, put, forget } = useKeptCorrection(recordId, version, () =>
    draftFromEntry(entry, recordId, newId()),
  );
  const change: ChangeDraft = (part) =>
    put((now) => ({ draft: { ...now.draft, ...(typeof part === "function" ? part(now.draft) : part) } }));
  const whole = useWholeForm(form, draft);
  const correct = useMutation({
    mutationFn: () => {
      const { draftId: _none, ...body } = bodyOf(sendable(draft, whole), whole);
      return call(
        "correctRecord",
        { params: { recordId }, body: { ...body, version, reason } },
        { idempotencyKey: draft.key },
      );
    },
    onSuccess: () => {
      forget();
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
      void navigate({ to: "/records/$recordId", params: { recordId } });
    },
    onError: (error) => {
      if (error instanceof Refusal && error.code === "idempotency.key_reused") change({ key: newId() });
    },
  });
  const photos = usePhotoUploads(
    form.organizationId,
    (photo) => change((now) => ({ photos: [...now.photos.filter(({ id }) => id !== photo.id), photo] })),
    (paper, fileId) => change((now) => ({ materials: withFile(now.materials ?? [], paper, fileId) })),
  );
  const sending = useAfterPhotos(photos, correct.mutate);
  const problems = problemsByField(correct.error);
  useFirstProblem(correct.isError);
  const behind = correct.error instanceof Refusal && correct.error.code === "record.changed_elsewhere";
  return (
    <RecordFormFrame
      title={t("correctTitle", { title: entry.title })}
      recordId={recordId}
      status={kept !== null && drafts(kept ? "onDevice" : "notSaved")}
      above={
        <>
          <Notice
            tone="calm"
            action={
              behind && (
                <Button kind="text" onClick={reload}>
                  {t("reload")}
                </Button>
              )
            }
          >
            {t("correctAbout")} {others > 0 && t("others", { count: others })}
          </Notice>
          {restored && <RestoredNotice text={t("discardText")} discard={reload} />}
        </>
      }
      onSubmit={sending.ask}
    >
      <RecordFields
        form={whole}
        draft={draft}
        change={change}
        problem={(field) => problemOf(problems, field)}
        updating={updating}
        onDay={onDay}
        photos={photos}
        correcting
      >
        <Card>
          <TextArea
            label={t("reason")}
            hint={t("reasonHint")}
            required
            most={500}
            value={reason}
            error={problems.reason}
            onChange={(event) => put(() => ({ reason: event.target.value }))}
          />
        </Card>
        <SendPart
          label={t("save")}
          act={{ busy: correct.isPending, error: correct.error, problems: Object.keys(problems).length }}
          sending={sending}
          photos={photos}
        />
      </RecordFields>
    </RecordFormFrame>
  );
}
