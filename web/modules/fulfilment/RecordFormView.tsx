import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import pageStyles from "../../ui/Page.module.css";
import { Notice, useSentence } from "../../ui/States.tsx";
import { GuidePanel } from "../standards/GuidePanel.tsx";
import { AlsoCounts } from "./AlsoCounts.tsx";
import { AttendancePart } from "./AttendancePart.tsx";
import { BasicsPart } from "./BasicsPart.tsx";
import { chosenTypes } from "./chosen-types.ts";
import type { RecordForm } from "./draft.ts";
import { MinutesPart } from "./MinutesPart.tsx";
import { PhotosPart } from "./PhotosPart.tsx";
import styles from "./RecordForm.module.css";
import { ResolutionsPart } from "./ResolutionsPart.tsx";
import { ResultCard } from "./ResultCard.tsx";
import { StandardPart } from "./StandardPart.tsx";
import { TopicsPart } from "./TopicsPart.tsx";
import { formTexts } from "./texts.ts";
import { useDraft } from "./use-draft.ts";
import { usePhotoUploads } from "./use-photo-uploads.ts";
import { useSubmission } from "./use-submission.ts";

type Props = { form: RecordForm; updating: boolean; onDay: (day: string) => void };

export function RecordFormView({ form, updating, onDay }: Props) {
  const t = useTexts(formTexts);
  const words = useWords();
  const sentence = useSentence();
  const { draft, change, restored, kept, forget, startAnew } = useDraft(form);
  const submission = useSubmission(form, draft, change, forget);
  const photos = usePhotoUploads(form.organizationId, (photo) =>
    change((now) => ({ photos: [...now.photos.filter(({ id }) => id !== photo.id), photo] })),
  );
  const [asked, setAsked] = useState(false);
  const { submit } = submission;
  // Pressed while photographs were on their way: it goes out with the last of them.
  useEffect(() => {
    if (!asked || photos.waiting > 0) return;
    setAsked(false);
    submit();
  }, [asked, photos.waiting, submit]);
  const name = words(form.template.name);
  useEffect(() => {
    document.title = name;
  }, [name]);
  if (submission.result) return <ResultCard result={submission.result} name={name} />;
  const part = { form, draft, change, problem: submission.problem };
  const types = chosenTypes(form, draft);
  return (
    <form
      className={pageStyles.page}
      noValidate
      data-whole-page=""
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
      }}
    >
      <div className={styles.bar}>
        <Link to="/" aria-label={t("back")}>
          <Icon name="back" />
        </Link>
        <h1>{form.subjectId === form.organizationId ? name : `${form.subjectName} · ${name}`}</h1>
        <span className={styles.saved} role="status">
          {kept === null
            ? form.filledIn > 0 && t("filledIn", { count: form.filledIn })
            : t(kept ? "saved" : "notSaved")}
        </span>
      </div>
      {restored && (
        <Notice
          tone="calm"
          action={
            <Button kind="text" onClick={startAnew}>
              {t("discard")}
            </Button>
          }
        >
          {t("restored")}
        </Notice>
      )}
      <div className={styles.layout}>
        <div className={styles.main}>
          <BasicsPart {...part} onDay={onDay} />
          <AttendancePart {...part} updating={updating} />
          <TopicsPart {...part} />
          {types.some(({ resolutions }) => resolutions) && <ResolutionsPart {...part} />}
          <MinutesPart {...part} />
          <PhotosPart {...part} photos={photos} />
        </div>
        <div className={styles.side}>
          {form.alsoPossible.length > 0 && <AlsoCounts {...part} />}
          <StandardPart {...part} />
          <GuidePanel
            guides={types.flatMap(({ code, guides }) => guides.map((one) => ({ ...one, code: `${code} ${one.code}` })))}
          />
          {submission.error !== null && (
            <Notice
              action={
                submission.reused && (
                  <Link to="/records" className={buttonClass("text")}>
                    {t("seeRecords")}
                  </Link>
                )
              }
            >
              {submission.reused ? t("reused") : sentence(submission.error, "writing")}
              {submission.problems > 0 && ` ${t("correct", { count: submission.problems })}`}
            </Notice>
          )}
          {asked && photos.waiting > 0 && (
            <Notice
              tone="calm"
              action={
                <Button
                  kind="text"
                  onClick={() => {
                    setAsked(false);
                    submit();
                  }}
                >
                  {t("withoutPhotos")}
                </Button>
              }
            >
              {t("waitingForPhotos", { count: photos.waiting })}
            </Notice>
          )}
          <Button kind="primary" big type="submit" busy={submission.busy || asked}>
            {t(submission.lost ? "again" : "submit")}
          </Button>
        </div>
      </div>
    </form>
  );
}
