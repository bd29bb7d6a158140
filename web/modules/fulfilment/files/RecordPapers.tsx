import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useMutation } from "@tanstack/react-query";
import { saveFile } from "../../../app/api/download.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useMay } from "../../../app/session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { RefusalNotice } from "../../../ui/States.tsx";
import styles from "./Files.module.css";
import { isPicture, kindOf, savedName, wordSize } from "./file-names.ts";
import { fileTexts } from "./texts.ts";

type Paper = { key: string; name: string; fileId: string | null; mediaType: string | null; size: number | null };

/** The papers of a record: those that are files can be saved by whoever may see its photographs. */
export function RecordPapers({ record }: { record: Answer<"getRecord"> }) {
  const t = useTexts(fileTexts);
  const words = useWords();
  const papers: Paper[] = [
    ...record.materials.map(({ code, name, fileId, mediaType, size }) => ({
      ...{ key: code, name: words(name), fileId, mediaType, size },
    })),
    ...record.files
      .filter(({ mediaType }) => !isPicture(mediaType))
      .map(({ id, mediaType, size }) => ({ key: id, name: t("other"), fileId: id, mediaType, size })),
  ];
  if (papers.length === 0) return null;
  return (
    <Card title={t("papers")}>
      <ul className={styles.papers}>
        {papers.map((paper) => (
          <PaperLine key={paper.key} paper={paper} record={record} />
        ))}
      </ul>
    </Card>
  );
}

function PaperLine({ paper, record }: { paper: Paper; record: Answer<"getRecord"> }) {
  const t = useTexts(fileTexts);
  const may = useMay();
  const { name, fileId, mediaType, size } = paper;
  const save = useMutation({
    mutationFn: (id: string) =>
      saveFile(
        "getRecordFile",
        { params: { recordId: record.id, fileId: id } },
        savedName(name, record.occurredOn, record.title, mediaType),
      ),
  });
  const kind = kindOf(mediaType);
  return (
    <li className={styles.paper}>
      <span>{name}</span>
      <span className="quiet">
        {fileId === null
          ? t("onPaper")
          : [kind && t(kind.name), size !== null && wordSize(size)].filter(Boolean).join(" · ")}
      </span>
      {fileId !== null && may("file.read") && (
        <Button
          kind="text"
          busy={save.isPending}
          aria-label={t("downloadOf", { name })}
          onClick={() => save.mutate(fileId)}
        >
          {t("download")}
        </Button>
      )}
      {save.isError && <RefusalNotice error={save.error} />}
    </li>
  );
}
