import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useState } from "react";
import { addressOf } from "../../app/api/client.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useMay } from "../../app/session/session.ts";
import { Card } from "../../ui/Card.tsx";
import { isPicture } from "./files/file-names.ts";
import styles from "./Record.module.css";
import { recordTexts } from "./texts.ts";

/** The photographs; a tap opens one in full. */
export function RecordPhotos({ record }: { record: Answer<"getRecord"> }) {
  const t = useTexts(recordTexts);
  const may = useMay();
  const { title, id } = record;
  const files = record.files.filter(({ mediaType }) => isPicture(mediaType));
  if (files.length === 0 || !may("file.read")) return null;
  return (
    <Card title={t("photos")} note={t("photoCount", { count: files.length })}>
      <ul className={styles.photos}>
        {files.map((file, at) => (
          <li key={file.id}>
            <Photo
              address={addressOf("getRecordFile", { recordId: id, fileId: file.id })}
              words={t("photoOf", { number: at + 1, title })}
              open={t("openPhoto", { number: at + 1 })}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Photo({ address, words, open }: { address: string; words: string; open: string }) {
  const t = useTexts(recordTexts);
  const [broken, setBroken] = useState(false);
  if (broken) return <p className="note">{t("photoMissing")}</p>;
  return (
    <a href={address} target="_blank" rel="noreferrer" aria-label={open}>
      <img src={address} alt={words} loading="lazy" onError={() => setBroken(true)} />
    </a>
  );
}
