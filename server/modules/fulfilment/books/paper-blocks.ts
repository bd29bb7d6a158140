import type { Language } from "@dutyloop/contract/messages/score-names.ts";
import type { DocumentBlock } from "../../../platform/documents/write-document.ts";
import type { BookRecord } from "./book-data.ts";
import { type BookWords, bookWords } from "./book-words.ts";

/** The papers of a record by name, each with what it is kept as, and how many photographs there are. */
export function paperBlocks({ materials, files }: BookRecord, language: Language): DocumentBlock[] {
  const words = bookWords[language];
  const shares = [56, 26, 18];
  const rows = materials.map(({ name, fileId, mediaType, size }) => ({
    cells: [
      name[language],
      fileId === null ? words.onPaper : formOf(mediaType ?? "", words),
      size === null ? words.none : sizeOf(size),
    ],
  }));
  return [
    ...(rows.length > 0
      ? [
          {
            kind: "table" as const,
            columns: words.paperColumns.map((heading, index) => ({ heading, share: shares[index] ?? 0 })),
            rows,
          },
        ]
      : []),
    ...(files.length > 0 ? [{ kind: "paragraph" as const, text: words.photographs(files.length) }] : []),
  ];
}

function formOf(mediaType: string, { formOf: forms }: BookWords): string {
  if (mediaType.startsWith("image/")) return forms.picture;
  if (mediaType.includes("wordprocessingml")) return forms.word;
  if (mediaType.includes("spreadsheetml")) return forms.excel;
  if (mediaType.includes("presentationml")) return forms.powerpoint;
  return mediaType === "application/pdf" ? forms.pdf : forms.text;
}

function sizeOf(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
