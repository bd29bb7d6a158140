import { useId } from "react";
import { useTexts } from "../../../app/language/texts.ts";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import type { PhotoUploads } from "../use-photo-uploads.ts";
import styles from "./Files.module.css";
import { offeredPapers } from "./file-names.ts";
import { fileTexts } from "./texts.ts";

type Props = {
  code: string;
  name: string;
  fileId: string | null;
  photos: Pick<PhotoUploads, "papers" | "addPaper" | "retry" | "drop">;
  /** Takes the file away again; the paper itself stays ticked. */
  onDetach: () => void;
};

/** The file of one paper: attached, on its way, or left to be kept on paper. Never required. */
export function PaperFile({ code, name, fileId, photos, onDetach }: Props) {
  const t = useTexts(fileTexts);
  const input = useId();
  const upload = photos.papers.find(({ paper }) => paper === code);
  if (upload) {
    const { number, share, failed } = upload;
    return (
      <div className={styles.file}>
        {failed === null ? (
          <span role="status">{t("uploading", { percent: Math.round(share * 100) })}</span>
        ) : (
          <>
            <span role="alert">{failed.lost ? t("lost") : failed.message}</span>
            {failed.lost && (
              <Button kind="text" onClick={() => photos.retry(number)}>
                {t("retry")}
              </Button>
            )}
            <Button kind="text" onClick={() => photos.drop(number)}>
              {t("leaveOut")}
            </Button>
          </>
        )}
      </div>
    );
  }
  if (fileId !== null) {
    return (
      <div className={styles.file}>
        <Tag tone="good" shape="tick">
          {t("attached")}
        </Tag>
        <Button kind="text" onClick={onDetach} aria-label={t("detach", { name })}>
          {t("leaveOut")}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.file}>
      <label className={buttonClass("text")} htmlFor={input}>
        {t("attach")}
      </label>
      <input
        id={input}
        type="file"
        className="sr"
        accept={offeredPapers}
        aria-label={t("attachTo", { name })}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) photos.addPaper(code, file);
          event.target.value = "";
        }}
      />
    </div>
  );
}
