import { useTexts } from "../../app/language/texts.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/States.tsx";
import { QuarantineNotices } from "./files/QuarantineNotice.tsx";
import { fileTexts } from "./files/texts.ts";
import styles from "./RecordForm.module.css";
import { formTexts } from "./texts.ts";
import type { Part } from "./use-draft.ts";
import type { PhotoUploads } from "./use-photo-uploads.ts";

const most = 30;

type Props = Pick<Part, "draft" | "change" | "problem"> & { photos: PhotoUploads };

/** Photographs: never required; one that doesn't arrive never stops a submission. */
export function PhotosPart({ draft, change, problem, photos }: Props) {
  const t = useTexts(formTexts);
  const files = useTexts(fileTexts);
  const { uploads, unreadable, add, retry, drop } = photos;
  return (
    <Card title={t("photos")} note={t("photosOptional")}>
      <div data-field-error={problem("fileIds") ? "" : undefined}>
        {(unreadable || problem("fileIds")) && <Notice>{problem("fileIds") ?? t("photoUnreadable")}</Notice>}
      </div>
      <QuarantineNotices photos={photos} papers={false} />
      <ul className={styles.photos}>
        {draft.photos.map(({ id, thumbnail }, at) => (
          <li key={id} className={styles.photo}>
            <img src={thumbnail} alt={t("photoNumber", { number: at + 1 })} />
            <button
              type="button"
              className={styles.remove}
              aria-label={t("removePhoto", { number: at + 1 })}
              onClick={() => change((now) => ({ photos: now.photos.filter((photo) => photo.id !== id) }))}
            >
              <Icon name="close" size={18} />
            </button>
          </li>
        ))}
        {uploads.map(({ number, thumbnail, share, failed }) => (
          <li key={number} className={styles.photo}>
            <img src={thumbnail} alt="" />
            {failed ? (
              <span className={styles.over}>
                {failed.lost ? t("photoFailed") : failed.message}
                <Button kind="text" onClick={() => retry(number)}>
                  {t("retryPhoto")}
                </Button>
                <button
                  type="button"
                  className={styles.remove}
                  aria-label={t("removePhoto", { number })}
                  onClick={() => drop(number)}
                >
                  <Icon name="close" size={18} />
                </button>
              </span>
            ) : (
              <span className={styles.over} role="status">
                {t("uploading", { percent: Math.round(share * 100) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className={classes("note", styles.hint)}>{files("noSecrets")}</p>
      {draft.photos.length + uploads.length < most && (
        <label className={buttonClass("quiet")}>
          <Icon name="camera" size={18} />
          {t("addPhoto")}
          <input
            type="file"
            className="sr"
            accept="image/*"
            multiple
            onChange={(event) => {
              add([...(event.target.files ?? [])].slice(0, most - draft.photos.length));
              event.target.value = "";
            }}
          />
        </label>
      )}
    </Card>
  );
}
